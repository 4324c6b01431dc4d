import type { Message } from "#lib/failures/message.ts";
import type { FailureKind } from "../contract/provider-error.ts";
import { tell } from "./words.ts";

type Words = { kind: FailureKind; message: Message };

const notYet: Words = {
  kind: "conflict",
  message: tell("guest_has_not_agreed_payment"),
};
const declined: Words = {
  kind: "conflict",
  message: tell("could_not_charge_guest"),
};
const payerTrouble: Words = {
  kind: "conflict",
  message: tell("guest_account_cannot_pay"),
};
const payeeTrouble: Words = {
  kind: "account_closed",
  message: tell("account_restricted_closed"),
};
const refused: Words = {
  kind: "conflict",
  message: tell("refused_payment_protect_one"),
};
const tooMuch: Words = {
  kind: "invalid_input",
  message: tell("more_than_what_left_payment"),
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
    message: tell("money_order_taken_already"),
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
    message: tell("has_payment_under_invoice_number"),
  },
  CAPTURE_FULLY_REFUNDED: {
    kind: "conflict",
    message: tell("payment_refunded_in_full_already"),
  },
  REFUND_AMOUNT_EXCEEDED: tooMuch,
  REFUND_NOT_ALLOWED: {
    kind: "conflict",
    message: tell("does_not_allow_refund_payment"),
  },
  REFUND_TIME_LIMIT_EXCEEDED: {
    kind: "conflict",
    message: tell("payment_too_old_refunded"),
  },
  REFUND_FAILED_INSUFFICIENT_FUNDS: {
    kind: "conflict",
    message: tell("there_not_enough_money_in"),
  },
  PENDING_CAPTURE: {
    kind: "conflict",
    message: tell("payment_has_not_arrived_yet"),
  },
  REFUND_NOT_PERMITTED_DUE_TO_CHARGEBACK: {
    kind: "conflict",
    message: tell("guest_bank_has_called_payment"),
  },
  TRANSACTION_DISPUTED: {
    kind: "conflict",
    message: tell("there_open_case_about_payment"),
  },
  WEBHOOK_NUMBER_LIMIT_EXCEEDED: {
    kind: "conflict",
    message: tell("app_has_as_many_webhooks"),
  },
};
