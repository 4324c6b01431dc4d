import { lookUp } from "#lib/look-up.ts";
import type { Failure } from "./documents.ts";
import { missing } from "./refusal.ts";

type Card = { brand: string; last4: string; failure: Failure | null };

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

const good: Readonly<Record<string, { brand: string; last4: string }>> = {
  pm_card_visa: { brand: "visa", last4: "4242" },
  pm_card_visa_debit: { brand: "visa", last4: "5556" },
  pm_card_mastercard: { brand: "mastercard", last4: "4444" },
  pm_card_amex: { brand: "amex", last4: "8431" },
};

/**
 * The cards for testing: https://docs.stripe.com/testing#cards
 * @throws Refusal for any other
 */
export function findCard(id: string): Card {
  const known = lookUp(good, id);
  if (known) return { ...known, failure: null };
  if (id === "pm_card_authenticationRequired") {
    const message = "Your card was declined. This transaction requires authentication.";
    const code = "authentication_required";
    return { brand: "visa", last4: "3184", failure: { code, declineCode: code, message } };
  }
  const end = /^pm_card_(?:visa_)?chargeDeclined([A-Za-z]*)$/.exec(id)?.[1];
  const failure = end === undefined ? undefined : lookUp(failures, end);
  if (!failure) throw missing("PaymentMethod", id, "payment_method", 400);
  const { code = "card_declined", declineCode = null, message } = failure;
  return { brand: "visa", last4: "0002", failure: { code, declineCode, message } };
}
