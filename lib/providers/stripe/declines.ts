import { lookUp } from "#lib/look-up.ts";

const generic = "The bank declined the card. Ask the guest for another card, or for another way to pay.";

/** By decline code, else by code. https://docs.stripe.com/declines/codes */
const words: Readonly<Record<string, string>> = {
  authentication_required:
    "The bank wants the guest to confirm the payment themselves. Let the guest pay on the payment page.",
  card_not_supported: "This card cannot be used for this kind of payment. Ask the guest for another card.",
  currency_not_supported: "This card does not pay in this currency. Ask the guest for another card.",
  expired_card: "The card has expired. Ask the guest for another card.",
  incorrect_cvc: "The security code of the card is wrong. Let the guest enter the card again.",
  incorrect_number: "The card's number is wrong. Let the guest enter the card again.",
  insufficient_funds: "There is not enough money for this on the card. Ask the guest for another card.",
  invalid_cvc: "The security code of the card is wrong. Let the guest enter the card again.",
  invalid_expiry_month: "The card's expiry date is wrong. Let the guest enter the card again.",
  invalid_expiry_year: "The card's expiry date is wrong. Let the guest enter the card again.",
  issuer_not_available: "The guest's bank could not be reached. Try again in a minute.",
  processing_error: "The card could not be processed just now. Try again in a minute.",
  card_velocity_exceeded: "The card has reached its limit. Ask the guest for another card.",
  withdrawal_count_limit_exceeded: "The card has reached its limit. Ask the guest for another card.",
};

/** What to tell when a card was declined. That it was lost, stolen or thought to be is nobody's business at the till. */
export function declineWords(reason: { code?: string | null; decline_code?: string | null }): string {
  return lookUp(words, reason.decline_code ?? "") ?? lookUp(words, reason.code ?? "") ?? generic;
}
