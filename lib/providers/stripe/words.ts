import { createTell } from "../contract/app-words.ts";
import { choice } from "../contract/clauses.ts";

const fields = {
  amount: "the amount",
  application_fee_amount: "the platform's fee",
  charge: "the charge",
  contact_email: "the email address",
  country: "the country",
  currency: "the currency",
  description: "the description",
  display_name: "the name of the business",
  payment_intent: "the payment",
  payment_method: "the card",
  reason: "the reason",
  null: "what was sent",
};
const found: string = "{problems, select, null {} other { Stripe found: {problems}}}";
const needed: string = "{needs}{until, select, null {} other { by {until}}}";
const feeToo: string =
  "{isFeeReturned, select, true { The platform's fee for it goes back as well.} other {}}";
const due: string =
  "{needs, select, none {} other { Stripe needs something from you: look at the account status.}}";

/** What Stripe may need of an account. */
const requirements = {
  needs_terms: "your consent to Stripe's terms",
  needs_declaration: "a declaration about who owns and runs the business",
  needs_entity_type: "whether you are a person or a company",
  needs_business_number: "the registration or tax number of the business",
  needs_business_document: "a document about the business",
  needs_business_address: "the address of the business",
  needs_business_phone: "the phone number of the business",
  needs_business_name: "the registered name of the business",
  needs_business_details: "details of the business",
  needs_birth_date: "your date of birth",
  needs_name: "your name",
  needs_address: "your address",
  needs_identity_document: "a copy of your passport or identity card",
  needs_identity_number: "the number of your passport, identity card or tax file",
  needs_contact: "your email address and phone number",
  needs_person_details: "details about you",
  needs_owners: "who owns and runs the business",
  needs_owner_details: "details of someone who owns or runs the business",
  needs_bank_account: "the bank account that your money is paid out to",
  needs_web_address: "the web address of the business",
  needs_product: "what the business sells",
  needs_profile: "a few words about the business",
  needs_kind: "what kind of business it is",
  needs_statement_name: "the name on card statements",
  needs_support: "how guests can reach the business",
  needs_reach: "how Stripe can reach you",
  needs_other: "“{name}”",
} as const;

/** What Stripe alone has to say. */
const en = {
  ...requirements,
  account_closed: "This Stripe account is closed. Open it again in Stripe, or connect another one.",
  connection_does_not_say_which:
    "This connection does not say which Stripe account it is for. Connect Stripe again.",
  not_set_up_here_any:
    "Stripe is not set up here any more. Your administrator has to set STRIPE_CLIENT_ID and STRIPE_CLIENT_SECRET.",
  bank_declined_card:
    "The bank declined the card. Ask the guest for another card, or for another way to pay.",
  bank_wants_guest_confirm_payment:
    "The bank wants the guest to confirm the payment themselves. Let the guest pay on the payment page.",
  card_cannot_used_kind_payment:
    "This card cannot be used for this kind of payment. Ask the guest for another card.",
  card_does_not_pay_in: "This card does not pay in this currency. Ask the guest for another card.",
  card_has_expired: "The card has expired. Ask the guest for another card.",
  security_code_card_wrong: "The security code of the card is wrong. Let the guest enter the card again.",
  card_number_wrong: "The card's number is wrong. Let the guest enter the card again.",
  there_not_enough_money_on:
    "There is not enough money for this on the card. Ask the guest for another card.",
  card_expiry_date_wrong: "The card's expiry date is wrong. Let the guest enter the card again.",
  guest_bank_could_not_reached: "The guest's bank could not be reached. Try again in a minute.",
  card_has_reached_limit: "The card has reached its limit. Ask the guest for another card.",
  takes_whole_amounts_only_written:
    "Stripe takes whole amounts of {code} only, written with two zeros: 500 for 5 {code}.",
  takes_amounts_only_whose_last:
    "Stripe takes amounts of {code} only whose last digit is 0: 5120 for 5.12 {code}.",
  account_has_no_such_payment:
    "Your Stripe account has no such payment, charge or card. Check what you filled in.",
  asks_slow_down: "Stripe asks Patchbay to slow down. Nothing was done. Try again in a moment.",
  does_not_accept_own_key:
    "Stripe does not accept Patchbay's own key. Connect Stripe again; if that does not help, your administrator has to check STRIPE_CLIENT_SECRET.",
  no_longer_lets_into_account:
    "Stripe no longer lets Patchbay into your account: access was taken back, or the account was closed. Connect Stripe again.",
  does_not_allow_do_in:
    "Stripe does not allow Patchbay to do this in your account. Connect Stripe again and allow it.",
  sent_before_other_details:
    "This was sent to Stripe before, with other details. Stripe did nothing now. Look there at what became of the first, and start anew if you still need to.",
  still_busy_same_request: "Stripe is still busy with the same request. Try again in a minute.",
  does_not_let_account_take:
    "Stripe does not let this account take payments yet. Check the account status: it says what Stripe still needs from you.",
  amount_more_than_charges_once:
    "The amount is more than Stripe charges at once. Split it, or check the number of digits.",
  amount_less_than_charges_all:
    "The amount is less than Stripe charges at all, which is about half a euro. Give it in the smallest unit: 3150 for € 31.50.",
  charge_has_refunded_in_full:
    "This payment has been refunded in full already. There is nothing left to refund.",
  guest_disputes_charge_their_bank:
    "The guest disputes this payment with their bank, so it cannot be refunded. Answer the dispute in Stripe.",
  balance_too_low:
    "Your Stripe balance is too low for this. Wait for further payments, or top it up in Stripe.",
  busy_something_else_in_account:
    "Stripe is busy with something else in your account. Try again in a minute.",
  does_not_accept: `Stripe does not accept ${choice("param", fields, '"{param}"')}. Check what you filled in.`,
  charge_only_left_give_back: "Of this payment only {left} is left to refund. Choose a smaller amount.",
  connected: "Stripe was connected.",
  payment_failed: "A payment of {money} failed.",
  platform_took_fee: "The platform took its fee of {money}.",
  platform_has_given_fee_back: "The platform has given {back} of its fee of {money} back.",
  dispute_over_updated: "The dispute over {money} was updated.",
  bank_took_back_until_dispute: "The bank took {money} back until the dispute is decided.",
  bank_returned_after_dispute: "The bank returned {money} after a dispute.",
  on_way_bank: "{money} is on its way to your bank.",
  payout_updated: "The payout of {money} was updated.",
  paid_out_bank_on: "{money} was paid out to your bank on {day}.",
  could_not_paid_out_bank:
    "{money} could not be paid out to your bank{remark, select, null {.} other {: {remark}}} Check your bank account in Stripe.",
  payout_cancelled: "The payout of {money} was cancelled.",
  refunded_in_full: "{whole} was refunded in full.",
  has_refunded: "Of {whole}, {back} has been refunded.",
  guest_disputes_payment:
    "A guest disputes a payment of {money} ({reason}). Answer it in Stripe{until, select, null {} other { by {until}}}.",
  won_dispute_over: "You won the dispute over {money}.",
  lost_dispute_over: "You lost the dispute over {money}: the guest keeps the money.",
  dispute_over_closed: "The dispute over {money} is closed.",
  card_could_not_be_processed: "The card could not be processed just now. Try again in a minute.",
  was_paid: "{money} was paid.",
  account_takes_no_payments: `The account cannot take payments.${due}`,
  account_is_paid_out: `The account takes payments and is paid out.${due}`,
  account_is_not_paid_out: `The account takes payments, but is not paid out.${due}`,
  lacks_approval:
    "Stripe does not let {account} take card payments. Ask Stripe's support why, at https://support.stripe.com; Stripe calls the reason “{reason}”.",
  lacks_soon: `Payments work, but Stripe needs ${needed}, or it may stop them.${found} Run “Account status” for the page on which to give it.`,
  lacks_now: `It cannot take payments yet: Stripe still needs ${needed}.${found} Run “Account status” for the page on which to give it.`,
  lacks_review:
    "It cannot take payments yet: Stripe is looking at what you sent in. There is nothing for you to do; it can take some days.",
  lacks_unknown: "It cannot take card payments yet, and Stripe does not say what is missing. Look at {url}.",
  account_works: "Everything is fine: it takes payments, and Stripe pays them out to your bank.",
  account_waits_for_payout:
    "It takes payments, but Stripe does not pay them out to your bank yet. Look at your bank account in Stripe.",
  charge_paid: "{money} was paid; the platform's fee is {fee}.",
  charge_on_its_way: "{money} is on its way; the platform's fee is {fee}. Stripe tells when it has arrived.",
  charge_not_through:
    "The payment of {money} is not through: Stripe calls it “{status}”. Look at it in Stripe.",
  refund_given: `{money} was refunded. It takes 5 to 10 days to reach the guest.${feeToo}`,
  refund_on_its_way: `{money} is on its way back to the guest.${feeToo}`,
  refund_refused:
    "{money} could not be refunded: the bank refused it. Give it back to the guest in another way.",
  status_failed: "failed",
  status_pending: "not through yet",
  status_disputed: "disputed by the guest",
  status_refunded: "refunded",
  status_part_refunded: "{money} refunded",
  status_paid: "paid",
} as const;

export const words = { en };
export const tell = createTell("stripe", en);
