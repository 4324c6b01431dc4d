import { createTell } from "../contract/app-words.ts";
import { choice } from "../contract/clauses.ts";

const fields = {
  currency: "the currency",
  amount: "the amount",
  reference: "the reference",
  description: "the description",
  return_url: "the address to come back to",
  note: "the note",
  url: "our address for messages",
  null: "this",
};
const money: string = "{money, select, null {An amount} other {{money}}}";
const reference: string = "{reference, select, null {} other { ({reference})}}";
const until: string = "{due, select, null {} other {, to be answered by {due}}}";
const reasons = {
  ECHECK: ": a bank is still moving it",
  PENDING_REVIEW: ": PayPal still looks at it",
  RECEIVING_PREFERENCE_MANDATES_MANUAL_ACTION: ": accept it in your PayPal account",
  UNILATERAL: ": confirm your email address in PayPal",
  VERIFICATION_REQUIRED: ": verify your PayPal account",
};
const complaints = {
  MERCHANDISE_OR_SERVICE_NOT_RECEIVED: "they say they did not get what they paid for",
  MERCHANDISE_OR_SERVICE_NOT_AS_DESCRIBED: "they say it was not as described",
  UNAUTHORISED: "they say they did not pay it themselves",
  CREDIT_NOT_PROCESSED: "they say a refund did not come",
  DUPLICATE_TRANSACTION: "they say they paid twice",
  INCORRECT_AMOUNT: "they say the amount is wrong",
};
const outcomes = {
  RESOLVED_SELLER_FAVOUR: ": you keep the money",
  RESOLVED_BUYER_FAVOUR: ": the guest gets the money back",
  CANCELED_BY_BUYER: ": the guest took it back",
};

/** What PayPal alone has to say. */
const en = {
  refused_keys_app:
    "PayPal refused the keys of your app. At developer.paypal.com, copy them anew and connect PayPal again.",
  app_may_not_do:
    "Your PayPal app may not do this. At developer.paypal.com, open the app, switch its features for payments on, and connect again.",
  has_nothing_under_number:
    "PayPal has nothing under this number. It may be of another account, or older than three years.",
  still_work_on_same_request:
    "PayPal is still at work on the same request. Patchbay tries again automatically.",
  did_not_accept: `PayPal did not accept ${choice("field", fields, "“{field}”")} ({remark}). Correct it and try again.`,
  guest_has_not_agreed_payment:
    "The guest has not agreed to the payment yet. Send them the link to approve it, then take the money.",
  could_not_charge_guest:
    "PayPal could not charge the guest: the card or bank refused. Ask them to open the link again and to choose another way to pay.",
  guest_account_cannot_pay: "The guest's PayPal account cannot pay this. Ask them for another way to pay.",
  account_restricted_closed:
    "Your PayPal account is restricted or closed. Sign in to PayPal and open the Resolution Centre to see what it needs.",
  refused_payment_protect_one:
    "PayPal refused the payment to protect one of you. Look at it in your PayPal account.",
  more_than_what_left_payment:
    "That is more than what is left of the payment. Refund less, or leave the amount out to refund the rest.",
  money_order_taken_already: "The money of this order was taken already. Nothing is left to do.",
  has_payment_under_invoice_number:
    "PayPal has a payment under this invoice number already. Look there before you take it again.",
  payment_refunded_in_full_already: "This payment was refunded in full already. Nothing is left to refund.",
  does_not_allow_refund_payment:
    "PayPal does not allow a refund of this payment. Look at it in your PayPal account.",
  payment_too_old_refunded:
    "The payment is too old to be refunded by PayPal. Send the money back in another way.",
  there_not_enough_money_in:
    "There is not enough money in your PayPal account for this refund. Top it up, then try again.",
  payment_has_not_arrived_yet:
    "The payment has not arrived yet, so it cannot be refunded. Try again once PayPal says it is complete.",
  guest_bank_has_called_payment:
    "The guest's bank has called this payment back. Answer the case in your PayPal account.",
  there_open_case_about_payment:
    "There is an open case about this payment, so only all of it can be refunded. Answer the case in PayPal.",
  app_has_as_many_webhooks:
    "Your PayPal app has as many webhooks as it may have. Remove one at developer.paypal.com, so that we hear of payments.",
  takes_whole_amounts_only: "PayPal takes whole amounts of {currency} only. Round the amount.",
  could_not_charge_guest_2: "PayPal could not charge the guest. Ask them for another way to pay.",
  could_not_give_money_back:
    "PayPal could not give the money back. Look at the payment in your PayPal account.",
  say_in_which_currency_amount:
    "Say in which currency the amount is, or leave the amount out to refund all of it.",
  told_approved: `A guest agreed to pay ${money}${reference}. Take the money to complete it.`,
  told_completed: `${money} arrived by PayPal${reference}.`,
  told_pending: `${money} is paid by PayPal${reference}, and not there yet${choice("reason", reasons, "")}.`,
  told_denied: `A PayPal payment of ${money}${reference} was denied. Ask the guest for another way to pay.`,
  told_declined: `A PayPal payment of ${money}${reference} was declined. Ask the guest for another way to pay.`,
  told_refunded: `${money} was refunded by PayPal${reference}.`,
  told_reversed: `PayPal took ${money} back${reference}. Look at it in your PayPal account.`,
  told_dispute: `A guest disputes ${money}: ${choice("reason", complaints, "PayPal says why")}${until}. Answer in PayPal's Resolution Centre.`,
  told_dispute_moved: `Something moved in the dispute about ${money}${until}. Look into PayPal's Resolution Centre.`,
  told_dispute_over: `The dispute about ${money} is over${choice("outcome", outcomes, "")}.`,
  order_not_agreed: "The guest has not agreed to pay yet.",
  order_agreed: "The guest has agreed; the money is not taken yet.",
  order_given_up: "It was abandoned.",
  order_on_its_way: "It is paid, and the money is on its way.",
  order_at_work: "PayPal is processing it.",
  order_paid: "It is paid.",
  order_given_back: "It was paid and refunded.",
  order_part_given_back: "It is paid; a part was refunded.",
} as const;

export const words = { en };
export const tell = createTell("paypal", en);
