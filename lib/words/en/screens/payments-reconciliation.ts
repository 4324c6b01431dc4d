import { texts } from "#lib/words/texts/texts.ts";

export const paymentsReconciliation = texts("payments-reconciliation", {
  account_card_label: "account id",
  account_card_title: "{providerName} could not be read",
  account_card_tried_again: "Patchbay tries again automatically {relativeTime}.",
  account_card_last_compared: "Last compared",
  account_card_not_yet: "Not yet",
  account_card_movements_read_up: "Read up to",
  account_card_closed_days: "Days closed up to",
  account_card_balance_currency: "Balance in {currency}",
  account_card_amount_available: "{amount} available",
  account_card_amount_pending: "{amount} pending",
  account_state_providername_does_not_list:
    "{providerName} does not list what moves in your account, so nothing can be compared. Only payments that Patchbay took part in, and their refunds, are counted here.",
  account_state_opendifferences_plural_one_one:
    "{openDifferences, plural, one {One difference is open} other {{openDifferences} differences are open}}",
  account_state_providername_being_read: "{providerName} is being read",
  account_state_not_compared_yet: "Not compared yet",
  account_state_matches: "Everything matches, as of {relativeTime}",
  difference_table_caption: "Differences",
  difference_table_what_differs: "What differs",
  difference_table_found: "Found",
  difference_table_age: "Age",
  difference_table_age_when_solved: "{age}, solved",
  sealed_text_none_yet: "None yet",
  sealed_text_seal:
    "{journals, plural, one {# movement on that day} other {# movements on that day}}, seal {slice}…",
  terms_text_fees:
    "{who, select, application {The platform pays the fees of {providerName}.} other {You pay the fees of {providerName}.}}",
  terms_text_losses:
    "{who, select, application {The platform bears what the account cannot pay back.} other {{providerName} bears what the account cannot pay back.}}",
  account_card_tries_again_soon: "Patchbay tries again automatically.",
  sealed_day: "{day} (UTC)",
});
