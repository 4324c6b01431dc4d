import type { FailureKind } from "../provider-error.ts";

type Words = { kind: FailureKind; message: string };

const notYet: Words = {
  kind: "conflict",
  message:
    "The guest has not agreed to the payment yet. Send them the link to approve it, then take the money.",
};
const declined: Words = {
  kind: "conflict",
  message:
    "PayPal could not charge the guest: the card or bank refused. Ask them to open the link again and to choose another way to pay.",
};
const payerTrouble: Words = {
  kind: "conflict",
  message: "The guest's PayPal account cannot pay this. Ask them for another way to pay.",
};
const payeeTrouble: Words = {
  kind: "account_closed",
  message:
    "Your PayPal account is restricted or closed. Sign in to PayPal and open the Resolution Centre to see what it needs.",
};
const refused: Words = {
  kind: "conflict",
  message: "PayPal refused the payment to protect one of you. Look at it in your PayPal account.",
};
const tooMuch: Words = {
  kind: "invalid_input",
  message:
    "That is more than what is left of the payment. Refund less, or leave the amount out to refund the rest.",
};

/**
 * What PayPal's finer error codes mean.
 * https://developer.paypal.com/api/rest/reference/orders/v2/errors/
 * https://developer.paypal.com/docs/api/payments/v2/#errors
 */
export const issues: Readonly<Record<string, Words>> = {
  ORDER_NOT_APPROVED: notYet,
  PAYER_ACTION_REQUIRED: notYet,
  ORDER_ALREADY_CAPTURED: {
    kind: "conflict",
    message: "The money of this order was taken already. Nothing is left to do.",
  },
  INSTRUMENT_DECLINED: declined,
  REDIRECT_PAYER_FOR_ALTERNATE_FUNDING: declined,
  MAX_NUMBER_OF_PAYMENT_ATTEMPTS_EXCEEDED: declined,
  PAYER_CANNOT_PAY: payerTrouble,
  PAYER_ACCOUNT_RESTRICTED: payerTrouble,
  PAYER_ACCOUNT_LOCKED_OR_CLOSED: payerTrouble,
  PAYEE_ACCOUNT_RESTRICTED: payeeTrouble,
  PAYEE_ACCOUNT_LOCKED_OR_CLOSED: payeeTrouble,
  INVALID_ACCOUNT_STATUS: payeeTrouble,
  TRANSACTION_REFUSED: refused,
  COMPLIANCE_VIOLATION: refused,
  PAYEE_BLOCKED_TRANSACTION: refused,
  TRANSACTION_BLOCKED_BY_PAYEE: refused,
  DUPLICATE_INVOICE_ID: {
    kind: "conflict",
    message: "PayPal has a payment under this invoice number already. Look there before you take it again.",
  },
  CAPTURE_FULLY_REFUNDED: {
    kind: "conflict",
    message: "This payment was refunded in full already. Nothing is left to refund.",
  },
  REFUND_AMOUNT_EXCEEDED: tooMuch,
  REFUND_NOT_ALLOWED: {
    kind: "conflict",
    message: "PayPal does not allow a refund of this payment. Look at it in your PayPal account.",
  },
  REFUND_TIME_LIMIT_EXCEEDED: {
    kind: "conflict",
    message: "The payment is too old to be refunded by PayPal. Send the money back in another way.",
  },
  REFUND_FAILED_INSUFFICIENT_FUNDS: {
    kind: "conflict",
    message: "There is not enough money in your PayPal account for this refund. Top it up, then try again.",
  },
  PENDING_CAPTURE: {
    kind: "conflict",
    message:
      "The payment has not arrived yet, so it cannot be refunded. Try again once PayPal says it is complete.",
  },
  REFUND_NOT_PERMITTED_DUE_TO_CHARGEBACK: {
    kind: "conflict",
    message: "The guest's bank has called this payment back. Answer the case in your PayPal account.",
  },
  TRANSACTION_DISPUTED: {
    kind: "conflict",
    message:
      "There is an open case about this payment, so only all of it can be refunded. Answer the case in PayPal.",
  },
  WEBHOOK_NUMBER_LIMIT_EXCEEDED: {
    kind: "conflict",
    message:
      "Your PayPal app has as many webhooks as it may have. Remove one at developer.paypal.com, so that we hear of payments.",
  },
};
