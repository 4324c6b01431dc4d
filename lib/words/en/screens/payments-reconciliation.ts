import { texts } from "#lib/words/texts/texts.ts";

export const paymentsReconciliation = texts("payments-reconciliation", {
  account_card_label: "account id",
  account_card_title: "{providerName} could not be read",
  account_card_message_tried_again_itself: "{message} It is tried again by itself",
  account_card_last_compared: "Last compared",
  account_card_not_yet: "Not yet",
  account_card_movements_read_up: "Movements read up to",
  account_card_closed_days: "Closed days",
  account_card_balance_currency: "Balance in {currency}",
  account_card_amount_available: "{amount} available",
  account_card_amount_pending: "{amount} pending",
  account_state_providername_does_not_list:
    "{providerName} does not list what moves in your account, so nothing can be compared. Only payments that Patchbay took part in, and their refunds, are counted here.",
  account_state_opendifferences_plural_one_one:
    "{openDifferences, plural, one {One difference is open} other {{openDifferences} differences are open}}",
  account_state_providername_being_read: "{providerName} is being read",
  account_state_not_compared_yet: "Not compared yet",
  account_state_all_agrees_up_relativetime: "All agrees, up to {relativeTime}",
  difference_table_caption: "Differences",
  difference_table_what_differs: "What differs",
  difference_table_about: "About",
  difference_table_found: "Found",
  difference_table_age: "Age",
  difference_table_solved: ", solved",
  sealed_text_none_yet: "None yet",
  sealed_text_journals_plural_one_1: "{journals, plural, one {1 movement} other {{journals} movements}}",
  sealed_text_up_daytext_utc_entries: "Up to {dayText} (UTC), {entries} that day, seal {slice}…",
  terms_text_providername_s_fees_paid: "{providerName}’s fees are paid by {fees}.",
  terms_text_what_account_cannot_pay: "What the account cannot pay back is borne by {losses}.",
  bearer_platform: "the platform",
});
