import { lookUp } from "#lib/look-up.ts";
import { describeMoney } from "../money.ts";
import type { PayPalEvent, Resource } from "./event.ts";

/**
 * What each event means, in a sentence with its money; also the list of what is asked for.
 * https://developer.paypal.com/api/rest/webhooks/event-names/
 */
const wordsOf: Readonly<Record<string, (resource: Resource) => string>> = {
  "CHECKOUT.ORDER.APPROVED": (order) =>
    `A guest agreed to pay ${moneyOf(order)}${referenceOf(order)}. Take the money to complete it.`,
  "PAYMENT.CAPTURE.COMPLETED": (payment) => `${moneyOf(payment)} arrived by PayPal${referenceOf(payment)}.`,
  "PAYMENT.CAPTURE.PENDING": (payment) =>
    `${moneyOf(payment)} is paid by PayPal${referenceOf(payment)}, and not there yet${reasonOf(payment)}.`,
  "PAYMENT.CAPTURE.DENIED": (payment) =>
    `A PayPal payment of ${moneyOf(payment)}${referenceOf(payment)} was denied. Ask the guest for another way to pay.`,
  "PAYMENT.CAPTURE.DECLINED": (payment) =>
    `A PayPal payment of ${moneyOf(payment)}${referenceOf(payment)} was declined. Ask the guest for another way to pay.`,
  "PAYMENT.CAPTURE.REFUNDED": (refund) =>
    `${moneyOf(refund)} was given back by PayPal${referenceOf(refund)}.`,
  "PAYMENT.CAPTURE.REVERSED": (payment) =>
    `PayPal took ${moneyOf(payment)} back${referenceOf(payment)}. Look at it in your PayPal account.`,
  "CUSTOMER.DISPUTE.CREATED": (dispute) =>
    `A guest disputes ${moneyOf(dispute)}: ${complaintOf(dispute)}${dueOf(dispute)}. Answer in PayPal's Resolution Centre.`,
  "CUSTOMER.DISPUTE.UPDATED": (dispute) =>
    `Something moved in the dispute about ${moneyOf(dispute)}${dueOf(dispute)}. Look into PayPal's Resolution Centre.`,
  "CUSTOMER.DISPUTE.RESOLVED": (dispute) =>
    `The dispute about ${moneyOf(dispute)} is over${outcomeOf(dispute)}.`,
};

export const eventTypes = Object.keys(wordsOf);

/** null for events that were not asked for. */
export function describeEvent({ event_type, resource }: PayPalEvent): string | null {
  return lookUp(wordsOf, event_type)?.(resource) ?? null;
}

function moneyOf({ amount, dispute_amount, purchase_units }: Resource): string {
  const money = amount ?? dispute_amount ?? purchase_units[0]?.amount;
  return money ? describeMoney(money) : "An amount";
}

function referenceOf({ custom_id, purchase_units }: Resource): string {
  const reference = custom_id ?? purchase_units[0]?.custom_id;
  return reference ? ` (${reference})` : "";
}

function reasonOf({ status_details }: Resource): string {
  const reasons: Readonly<Record<string, string>> = {
    ECHECK: "a bank is still moving it",
    PENDING_REVIEW: "PayPal still looks at it",
    RECEIVING_PREFERENCE_MANDATES_MANUAL_ACTION: "accept it in your PayPal account",
    UNILATERAL: "confirm your e-mail address in PayPal",
    VERIFICATION_REQUIRED: "verify your PayPal account",
  };
  const words = lookUp(reasons, status_details?.reason ?? "");
  return words ? `: ${words}` : "";
}

function complaintOf({ reason }: Resource): string {
  const reasons: Readonly<Record<string, string>> = {
    MERCHANDISE_OR_SERVICE_NOT_RECEIVED: "they say they did not get what they paid for",
    MERCHANDISE_OR_SERVICE_NOT_AS_DESCRIBED: "they say it was not as described",
    UNAUTHORISED: "they say they did not pay it themselves",
    CREDIT_NOT_PROCESSED: "they say a refund did not come",
    DUPLICATE_TRANSACTION: "they say they paid twice",
    INCORRECT_AMOUNT: "they say the amount is wrong",
  };
  return lookUp(reasons, reason ?? "") ?? "PayPal says why";
}

function dueOf({ seller_response_due_date }: Resource): string {
  const day = /^\d{4}-\d{2}-\d{2}/.exec(seller_response_due_date ?? "")?.[0];
  return day ? `, to be answered by ${day}` : "";
}

function outcomeOf({ dispute_outcome }: Resource): string {
  const outcomes: Readonly<Record<string, string>> = {
    RESOLVED_SELLER_FAVOUR: ": you keep the money",
    RESOLVED_BUYER_FAVOUR: ": the guest gets the money back",
    CANCELED_BY_BUYER: ": the guest took it back",
  };
  return lookUp(outcomes, dispute_outcome?.outcome_code ?? "") ?? "";
}
