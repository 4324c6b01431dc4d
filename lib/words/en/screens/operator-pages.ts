import { texts } from "#lib/words/texts/texts.ts";

export const operatorPages = texts("operator-pages", {
  access_title: "Access",
  operator_access_page_title: "Access",
  operator_access_page_description: "Who can see the payments of all merchants.",
  operator_access_page_operators: "Operators",
  operator_access_page_address: "Address",
  operator_access_page_since_utc: "Since (UTC)",
  operator_access_page_add_remove_operator: "Add or remove an operator",
  operator_access_page_only_command_server_does:
    "This is done with a command on the server. The person must have an account already. Someone who is removed is refused at the next request.",
  operator_access_page_label: "Commands",
  operator_access_page_you: "You",
  operator_access_page_signed_as_email: "Signed in as {email}.",
  operator_access_page_sign_out: "Sign out",
  fee_plan_title: "Fee plan",
  fee_plan_page_title: "Fee plan",
  fee_plan_page_description:
    "What the fees of the last 90 days were, and what they would have been under another rule.",
  fee_plan_page_rule_try: "Rule to try",
  fee_plan_page_what_fees_would_have: "What fees would have been",
  fee_plan_page_csv: "Download the comparison as CSV",
  fee_plan_page_no_payment_was_taken: "No payment was taken in this time.",
  trial_sentence_rule:
    "{rule, select, none {No share of any payment since {from} (UTC), today included.} minimum {{share} of each payment and at least {minimum}, since {from} (UTC), today included.} other {{share} of each payment since {from} (UTC), today included.}} Payments that Patchbay did not take carried no fee and are left out, and so is what refunds gave back.",
  trial_sentence_subscription:
    "The subscription is extra: {monthly} a month, {whole} in this time for each merchant.",
  trial_sentence_shown: "{count} of {merchants, number} merchants are shown, by volume.",
  fee_policies_title: "Fee policies",
  fee_policies_page_title: "Fee policies",
  fee_policies_page_description:
    "Every rule that was set, and by whom. A merchant's own rule comes before the rule for everybody, and a rule for one currency before a rule for all. Without any rule the fee is 3% of each payment.",
  fee_policies_page_all_policies: "All policies",
  fee_policies_page_no_policy_was_set: "No policy was set yet",
  fee_policies_page_set_one_everybody_below:
    "Set one for everybody below, or for one merchant on its page. Until then the platform takes 3% of each payment.",
  fee_policies_page_set_fee_policy_everybody: "Set a fee policy for everybody",
  fee_policies_page_all_merchants_who_have:
    "For all merchants who have no rule of their own in the currency.",
  layout_operators: "Operators",
  account_page_access: "Access",
  items_revenue: "Revenue",
  items_merchants: "Merchants",
  items_fee_plan: "Fee plan",
  items_fee_policies: "Fee policies",
  operator_layout_your_merchant: "Your merchant",
  operator_layout_all_merchants: "All merchants",
  loading_operator_label: "Loading numbers of all merchants",
  id_title: "Merchant",
  operator_merchant_page_description: "Signed up on {signedUpOn} (UTC).",
  operator_merchant_page_merchants: "Merchants",
  operator_merchant_page_title: "Fee policy",
  operator_merchant_page_what_platform_takes_each:
    "What the platform takes of each payment. A rule is never changed: a new one replaces it, and each payment keeps the rule under which it was made.",
  operator_merchant_page_set_fee_policy: "Set a fee policy",
  merchants_title: "Merchants",
  operator_merchants_page_title: "Merchants",
  operator_merchants_page_description: "Which merchants sell, which stopped, and which may stop soon.",
  operator_merchants_page_merchants_who_have_ever: "Merchants who have ever sold something in this currency.",
  operator_merchants_page_total_plural_one_1:
    "{total, plural, one {1 merchant} other {{total, number} merchants}}",
  operator_merchants_page_csv: "Download these merchants as CSV",
  operator_merchants_page_no_match: "No merchants match",
  month_title: "Month",
  operator_month_page_description: "The merchants behind the month, by volume. Days are UTC.",
  operator_month_page_revenue: "Revenue",
  operator_month_page_total_plural_one_1:
    "{total, plural, one {1 merchant} other {{total, number} merchants}}",
  operator_month_page_csv: "Download these merchants as CSV",
  operator_month_page_nothing_was_booked_currency: "Nothing was booked in {currency} in this month.",
  revenue_title: "Revenue",
  operator_revenue_page_title: "Revenue",
  operator_revenue_page_description:
    "What all merchants take, and how much of it is the platform's. One currency at a time; days and months are UTC.",
  operator_revenue_page_merchants_volume: "Merchants by volume",
  operator_revenue_page_mostranked_with_most_volume:
    "The {mostRanked} merchants with the most volume in the last four full weeks. Each leads to its months.",
  operator_revenue_page_merchants_appear_here_once: "Merchants appear here once they have sold something.",
  operator_revenue_page_merchant: "Merchant",
  operator_revenue_page_volume: "Volume",
});
