import { lookUp } from "#lib/look-up.ts";
import { missing } from "./answers.ts";
import type { Failure } from "./documents.ts";

export type Card = {
  brand: string;
  last4: string;
  failure: Failure | null;
  /** Whether the guest has to confirm on a page of the bank: always, or only as long as the card is not saved. */
  asksGuest: "always" | "at_first" | "never";
  /** What comes of a payment later. */
  afterwards: Afterwards | null;
  /** What comes in is available at once. */
  isAvailableAtOnce: boolean;
};

type Afterwards = { kind: "refund_fails" | "refund_waits" } | { kind: "dispute" | "inquiry"; reason: string };

const declined = "Your card was declined.";

/** By the end of a test card's name; the code is `card_declined` unless said. */
const failures: Readonly<Record<string, { code?: string; declineCode?: string; message: string }>> = {
  "": { declineCode: "generic_decline", message: declined },
  InsufficientFunds: { declineCode: "insufficient_funds", message: "Your card has insufficient funds." },
  LostCard: { declineCode: "lost_card", message: declined },
  StolenCard: { declineCode: "stolen_card", message: declined },
  VelocityLimitExceeded: { declineCode: "card_velocity_exceeded", message: declined },
  ExpiredCard: { code: "expired_card", message: "Your card has expired." },
  IncorrectCvc: { code: "incorrect_cvc", message: "Your card's security code is incorrect." },
  ProcessingError: {
    code: "processing_error",
    message: "An error occurred while processing your card. Try again in a little bit.",
  },
};

type Good = { brand: string; last4: string } & Partial<Omit<Card, "brand" | "last4" | "failure">>;

const good: Readonly<Record<string, Good>> = {
  pm_card_visa: { brand: "visa", last4: "4242" },
  pm_card_visa_debit: { brand: "visa", last4: "5556" },
  pm_card_mastercard: { brand: "mastercard", last4: "4444" },
  pm_card_amex: { brand: "amex", last4: "8431" },
  pm_card_threeDSecure2Required: { brand: "visa", last4: "3220", asksGuest: "always" },
  pm_card_authenticationRequiredOnSetup: { brand: "visa", last4: "3155", asksGuest: "at_first" },
  pm_card_bypassPending: { brand: "visa", last4: "0077", isAvailableAtOnce: true },
  pm_card_pendingRefund: { brand: "visa", last4: "7726", afterwards: { kind: "refund_waits" } },
  pm_card_refundFail: { brand: "visa", last4: "5126", afterwards: { kind: "refund_fails" } },
  pm_card_createDispute: {
    brand: "visa",
    last4: "0259",
    afterwards: { kind: "dispute", reason: "fraudulent" },
  },
  pm_card_createDisputeProductNotReceived: {
    brand: "visa",
    last4: "2685",
    afterwards: { kind: "dispute", reason: "product_not_received" },
  },
  pm_card_createDisputeInquiry: {
    brand: "visa",
    last4: "1976",
    afterwards: { kind: "inquiry", reason: "fraudulent" },
  },
};

const usual = { asksGuest: "never", afterwards: null, isAvailableAtOnce: false } as const;

/**
 * The cards for testing: https://docs.stripe.com/testing#cards
 * @throws Refusal for any other
 */
export function findCard(id: string): Card {
  const known = lookUp(good, id);
  if (known) return { ...usual, ...known, failure: null };
  if (id === "pm_card_authenticationRequired") {
    const message = "Your card was declined. This transaction requires authentication.";
    const code = "authentication_required";
    const failure = { code, declineCode: code, message };
    return { ...usual, brand: "visa", last4: "3184", asksGuest: "always", failure };
  }
  const end = /^pm_card_(?:visa_)?chargeDeclined([A-Za-z]*)$/.exec(id)?.[1];
  const failure = end === undefined ? undefined : lookUp(failures, end);
  if (!failure) throw missing("PaymentMethod", id, "payment_method", 400);
  const { code = "card_declined", declineCode = null, message } = failure;
  return { ...usual, brand: "visa", last4: "0002", failure: { code, declineCode, message } };
}

const numbers: Readonly<Record<string, string>> = {
  "4242424242424242": "pm_card_visa",
  "4000056655665556": "pm_card_visa_debit",
  "5555555555554444": "pm_card_mastercard",
  "378282246310005": "pm_card_amex",
  "4000000000000002": "pm_card_visa_chargeDeclined",
  "4000000000009995": "pm_card_visa_chargeDeclinedInsufficientFunds",
  "4000000000009987": "pm_card_visa_chargeDeclinedLostCard",
  "4000000000009979": "pm_card_visa_chargeDeclinedStolenCard",
  "4000000000000069": "pm_card_chargeDeclinedExpiredCard",
  "4000000000000127": "pm_card_chargeDeclinedIncorrectCvc",
  "4000000000000119": "pm_card_chargeDeclinedProcessingError",
  "4000000000003220": "pm_card_threeDSecure2Required",
  "4000002500003155": "pm_card_authenticationRequiredOnSetup",
  "4000002760003184": "pm_card_threeDSecure2Required",
  "4000000000000077": "pm_card_bypassPending",
  "4000000000007726": "pm_card_pendingRefund",
  "4000000000005126": "pm_card_refundFail",
  "4000000000000259": "pm_card_createDispute",
  "4000000000002685": "pm_card_createDisputeProductNotReceived",
  "4000000000001976": "pm_card_createDisputeInquiry",
};

/** The test card that a guest typed the number of; null for any other number. */
export function cardOfNumber(typed: string): string | null {
  return lookUp(numbers, typed.replaceAll(/[\s-]/g, "")) ?? null;
}
