/**
 * Where money is, and what it was for. An entry above zero puts money into the account: into `balance` what the provider
 * holds, into a fee what it cost. What was earned stands below zero, as double entry has it.
 */
export const entryAccounts = [
  /** What the provider holds for the owner of the book, pending and available. */
  "balance",
  "payments",
  "refunds",
  "disputes",
  "dispute_fees",
  "platform_fees",
  "provider_fees",
  "taxes",
  /** What was paid out, and what was paid in. */
  "bank",
  "transfers",
  "reserves",
  "adjustments",
  /** What nobody can explain yet: an open question for each entry. */
  "suspense",
] as const;

export type EntryAccount = (typeof entryAccounts)[number];
