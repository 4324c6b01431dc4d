import type { Message } from "#lib/failures/message.ts";
import { lookUp } from "#lib/look-up.ts";
import { tell } from "./words.ts";

const generic = tell("bank_declined_card");

/** By decline code, else by code. https://docs.stripe.com/declines/codes */
const words: Readonly<Record<string, Message>> = {
  authentication_required: tell("bank_wants_guest_confirm_payment"),
  card_not_supported: tell("card_cannot_used_kind_payment"),
  currency_not_supported: tell("card_does_not_pay_in"),
  expired_card: tell("card_has_expired"),
  incorrect_cvc: tell("security_code_card_wrong"),
  incorrect_number: tell("card_number_wrong"),
  insufficient_funds: tell("there_not_enough_money_on"),
  invalid_cvc: tell("security_code_card_wrong"),
  invalid_expiry_month: tell("card_expiry_date_wrong"),
  invalid_expiry_year: tell("card_expiry_date_wrong"),
  issuer_not_available: tell("guest_bank_could_not_reached"),
  processing_error: tell("card_could_not_be_processed"),
  card_velocity_exceeded: tell("card_has_reached_limit"),
  withdrawal_count_limit_exceeded: tell("card_has_reached_limit"),
};

/** What to tell when a card was declined. That it was lost, stolen or thought to be is nobody's business at the till. */
export function declineWords(reason: { code?: string | null; decline_code?: string | null }): Message {
  return lookUp(words, reason.decline_code ?? "") ?? lookUp(words, reason.code ?? "") ?? generic;
}
