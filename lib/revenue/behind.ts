import type { EntryAccount } from "#lib/ledger/accounts.ts";
import type { Period } from "./period.ts";
import type { Behind, SoldUnit } from "./schema.ts";

type Scope = { environment: string; currency: string };

/** Which accounts a number of the report is the sum of. `net` is the change of the balance without payouts. */
const accountsByColumn = {
  gross: ["payments"],
  refunds: ["refunds"],
  disputes: ["disputes"],
  disputeFees: ["dispute_fees"],
  platformFees: ["platform_fees"],
  providerFees: ["provider_fees"],
  taxes: ["taxes"],
  others: ["transfers", "reserves", "adjustments", "suspense"],
  bank: ["bank"],
  net: [
    "payments",
    "refunds",
    "disputes",
    "dispute_fees",
    "platform_fees",
    "provider_fees",
    "taxes",
    "transfers",
    "reserves",
    "adjustments",
    "suspense",
  ],
} as const satisfies Record<string, readonly EntryAccount[]>;

/** The requests that list what the numbers of a report are sums of; hours of the clock are narrowed by `clock`. */
export function behindTotals(scope: Scope, period: Period, clock: Record<string, string> = {}): Behind {
  const common = { ...toQuery(scope, period), ...clock };
  const ledger = Object.entries(accountsByColumn).map(([name, accounts]) => [
    name,
    buildUrl("/api/payments/ledger", { account: accounts.join(","), ...common }),
  ]);
  return { ...Object.fromEntries(ledger), sales: buildUrl("/api/payments/sales", common) };
}

/** Of one product, code or table; null = of what no order says. */
export function behindSold(scope: Scope, period: Period, by: SoldUnit, value: string | null): Behind {
  const which: Record<string, string> = value === null ? { by, isUnknown: "true" } : { by, value };
  return { sales: buildUrl("/api/payments/sales", { ...which, ...toQuery(scope, period) }) };
}

function toQuery({ environment, currency }: Scope, { from, to }: Period): Record<string, string> {
  // A moment that is asked for counts with its quarter of an hour: the last one before the end.
  const last = new Date(to.getTime() - 1);
  return { environment, currency, from: from.toISOString(), to: last.toISOString() };
}

function buildUrl(path: string, query: Record<string, string>): string {
  return `${path}?${new URLSearchParams(query)}`;
}
