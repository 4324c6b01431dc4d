import type { EntryAccount } from "#lib/ledger/accounts.ts";
import { paymentsEntries as t } from "#lib/words/en/screens/payments-entries.ts";

/** What the accounts of the ledger are called on screen. */
export const accountWords = () =>
  ({
    balance: t("account_words_balance"),
    payments: t("account_words_payments"),
    refunds: t("account_words_refunds"),
    disputes: t("account_words_disputes"),
    dispute_fees: t("account_words_fees_disputes"),
    platform_fees: t("account_words_platform_fee"),
    provider_fees: t("account_words_provider_s_fees"),
    taxes: t("account_words_tax"),
    bank: t("account_words_bank"),
    transfers: t("account_words_transfers"),
    reserves: t("account_words_reserves"),
    adjustments: t("account_words_adjustments"),
    suspense: t("account_words_not_explained_yet"),
  }) as const satisfies Record<EntryAccount, string>;
