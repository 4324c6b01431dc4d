import { texts } from "#lib/words/texts/texts.ts";

export const operatorBrowser = texts("operator-browser", {
  done_fee_policy_set: "The fee policy is set.",
  set_policy_form_label: "Share of each payment, in %",
  set_policy_form_help: "2 to 5, or 0 for subscription only.",
  set_policy_form_placeholder: "Every currency",
  set_policy_form_least_per_payment: "At least, per payment",
  set_policy_form_that_currency_such_as: "In that currency, such as 0.30. Never more than 5% of the payment.",
  set_policy_form_valid_from_utc: "Valid from (UTC)",
  set_policy_form_left_empty_from_now: "Left empty: from now on. Payments keep the fee that they had.",
  set_policy_form_set_fee_policy: "Set fee policy",
  set_policy_form_fee_policy_was_not: "The fee policy was not set",
});
