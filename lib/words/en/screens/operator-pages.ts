import { texts } from "#lib/words/texts/texts.ts";

export const operatorPages = texts("operator-pages", {
  access_title: "Access",
  operator_access_page_title: "Access",
  operator_access_page_description: "Who sees the money of all merchants.",
  operator_access_page_operators: "Operators",
  operator_access_page_address: "Address",
  operator_access_page_since_utc: "Since (UTC)",
  operator_access_page_add_remove_operator: "Add or remove an operator",
  operator_access_page_only_command_server_does:
    "Only a command on the server does it. The person has an account already; who is removed is refused at the next request.",
  operator_access_page_label: "Commands",
  operator_access_page_you: "You",
  operator_access_page_signed_as_email: "Signed in as {email}.",
  operator_access_page_sign_out: "Sign out",
  fee_plan_title: "Fee plan",
  fee_plan_page_title: "Fee plan",
  fee_plan_page_description:
    "What the fees of the last 90 days were, and what another rule would have made of the same payments.",
  fee_plan_page_rule_try: "Rule to try",
  fee_plan_page_what_fees_would_have: "What fees would have been",
  fee_plan_page_comparison: "the comparison",
  fee_plan_page_no_payment_was_taken: "No payment was taken in this time.",
  trial_sentence_least_amounttext: ", at least {amountText}",
  trial_sentence_no_share: "No share",
  trial_sentence_subscription_comes_top_dollars:
    "The subscription comes on top: {dollars} a month, {dollars2} in this time for each merchant.",
  trial_sentence_these_count_merchants_number:
    "These are {count} of {merchants, number} merchants, by volume.",
  trial_sentence_share_payment_payment_since:
    "{share}, payment by payment since {from} (UTC), today included. Payments that were not asked for through Patchbay carried no fee and are left out; what refunds gave back is left out on both sides.{subscription}{shown}",
  fee_policies_title: "Fee policies",
  fee_policies_page_title: "Fee policies",
  fee_policies_page_description:
    "Every rule that was set, and by whom. A merchant's own counts before everybody's, and a currency's before that of all; where there is none, it is 3% of each payment.",
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
    "What the platform takes of each payment. A rule is never changed: another one takes its place, and each payment keeps the rule that it was made by.",
  operator_merchant_page_set_fee_policy: "Set a fee policy",
  merchants_title: "Merchants",
  operator_merchants_page_title: "Merchants",
  operator_merchants_page_description: "Who sells, who stopped, and who may be about to.",
  operator_merchants_page_merchants_who_have_ever: "Merchants who have ever sold something in this currency.",
  operator_merchants_page_total_plural_one_1:
    "{total, plural, one {1 merchant} other {{total, number} merchants}}",
  operator_merchants_page_these_merchants: "these merchants",
  operator_merchants_page_merchants: "merchants",
  month_title: "Month",
  operator_month_page_description: "The merchants behind the month's numbers, by volume. The month is UTC's.",
  operator_month_page_revenue: "Revenue",
  operator_month_page_total_plural_one_1:
    "{total, plural, one {1 merchant} other {{total, number} merchants}}",
  operator_month_page_these_merchants: "these merchants",
  operator_month_page_nothing_was_booked_currency: "Nothing was booked in {currency} in this month.",
  revenue_title: "Revenue",
  operator_revenue_page_title: "Revenue",
  operator_revenue_page_description:
    "What all merchants take, and what of it is the platform's. One currency at a time; days and months are UTC.",
  operator_revenue_page_merchants_volume: "Merchants by volume",
  operator_revenue_page_mostranked_with_most_volume:
    "The {mostRanked} with the most volume in the last four full weeks. Each leads to its months.",
  operator_revenue_page_merchants_appear_here_once: "Merchants appear here once they have sold something.",
  operator_revenue_page_merchant: "Merchant",
  operator_revenue_page_volume: "Volume",
});
