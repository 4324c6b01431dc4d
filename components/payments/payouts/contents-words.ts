import type { PayoutDto, PayoutGroup } from "#lib/revenue/payouts-schema.ts";

/** What is known of what a payout is made of: in a list, and in full. */
export const contentsWords = {
  listed: { short: "Listed in full", long: "" },
  not_yet: {
    short: "Not listed yet",
    long: "The provider lists what is in a payout some hours after it has made it. It will appear here by itself.",
  },
  manual: {
    short: "By hand: not listed",
    long: "This payout was started by hand. The provider then moves a sum of money and does not say which payments it is made of, so nobody can list them. Payouts on the provider's schedule are listed payment by payment.",
  },
  unsupported: {
    short: "Not listed",
    long: "This provider does not say which payments a transfer to the bank is made of.",
  },
} as const satisfies Record<PayoutDto["items"], { short: string; long: string }>;

export const groupTitles = {
  payments: "Payments",
  refunds: "Refunds",
  disputes: "Disputes",
  fees: "Fees billed apart",
  others: "Other",
} as const satisfies Record<PayoutGroup, string>;
