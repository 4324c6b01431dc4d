import type { PayoutDto, PayoutGroup } from "#lib/revenue/payouts-schema.ts";
import { paymentsPayouts as t } from "#lib/words/en/screens/payments-payouts.ts";

/** What is known of what a payout is made of: in a list, and in full. */
export const contentsWords = () =>
  ({
    listed: { short: t("contents_words_listed_full"), long: "" },
    not_yet: {
      short: t("contents_words_not_listed_yet"),
      long: t("contents_words_provider_lists_what_payout"),
    },
    manual: {
      short: t("contents_words_hand_not_listed"),
      long: t("contents_words_this_payout_was_started"),
    },
    unsupported: {
      short: t("contents_words_not_listed"),
      long: t("contents_words_this_provider_does_not"),
    },
  }) as const satisfies Record<PayoutDto["items"], { short: string; long: string }>;

export const groupTitles = () =>
  ({
    payments: t("group_titles_payments"),
    refunds: t("group_titles_refunds"),
    disputes: t("group_titles_disputes"),
    fees: t("group_titles_fees_billed_apart"),
    others: t("group_titles_other"),
  }) as const satisfies Record<PayoutGroup, string>;
