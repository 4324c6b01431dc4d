import type { EntryAccount } from "#lib/ledger/accounts.ts";

/** What the accounts of the ledger are called on screen. */
export const accountWords = {
  balance: "Balance",
  payments: "Payments",
  refunds: "Refunds",
  disputes: "Disputes",
  dispute_fees: "Fees for disputes",
  platform_fees: "Platform fee",
  provider_fees: "Provider’s fees",
  taxes: "Tax",
  bank: "To the bank",
  transfers: "Transfers",
  reserves: "Reserves",
  adjustments: "Adjustments",
  suspense: "Not explained yet",
} as const satisfies Record<EntryAccount, string>;
