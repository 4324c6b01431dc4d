import { sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { revenueQuarters } from "#db/schema/revenue.ts";
import type { MovementKind } from "#lib/providers/contract/movement.ts";
import type { EntryAccount } from "./accounts.ts";
import type { Book } from "./book.ts";

/** Every hour and day of every time zone begins at a quarter of an hour of UTC. */
const quarterMs = 15 * 60 * 1_000;

export function toQuarterHour(at: Date): Date {
  return new Date(Math.floor(at.getTime() / quarterMs) * quarterMs);
}

/** A journal that was just written, with its entries. */
type Booked = {
  kind: MovementKind;
  currency: string;
  reportedAt: Date;
  entries: readonly { account: EntryAccount; amount: number }[];
};

const totals = {
  payments: 0,
  refunds: 0,
  disputes: 0,
  disputeFees: 0,
  platformFees: 0,
  platformFeesReturned: 0,
  providerFees: 0,
  taxes: 0,
  others: 0,
  bank: 0,
  paymentCount: 0,
  refundCount: 0,
  disputeCount: 0,
};
type Totals = typeof totals;
type Total = keyof Totals;

/** In which total of a report an account stands; the balance is what all of them come to. */
const totalOfAccount: Record<Exclude<EntryAccount, "balance">, Total> = {
  payments: "payments",
  refunds: "refunds",
  disputes: "disputes",
  dispute_fees: "disputeFees",
  platform_fees: "platformFees",
  provider_fees: "providerFees",
  taxes: "taxes",
  bank: "bank",
  transfers: "others",
  reserves: "others",
  adjustments: "others",
  suspense: "others",
};

/**
 * Adds journals to the sums by quarter of an hour, in the transaction that writes them. Each is added once, as each is
 * written once. Signs turn: what an entry takes out of `payments` is what came in.
 */
export async function rollUp(tx: Tx, book: Book, journals: readonly Booked[]): Promise<void> {
  const byRow = new Map<string, { currency: string; quarterAt: Date; totals: Totals }>();
  for (const journal of journals) {
    const quarterAt = toQuarterHour(journal.reportedAt);
    const key = `${journal.currency} ${quarterAt.toISOString()}`;
    const row = byRow.get(key) ?? { currency: journal.currency, quarterAt, totals: { ...totals } };
    byRow.set(key, row);
    addTo(row.totals, book, journal);
  }
  if (byRow.size === 0) return;
  const { merchantId, book: whose, environment, provider } = book;
  // Rows that are new and rows that are there reach the sums over spans one after the other, so no order of rows keeps two
  // who book at once from waiting in a circle: they take turns. The sum over all time has them do so anyway.
  const name = ["revenue", merchantId, whose, environment].join("\n");
  await tx.execute(sql`SELECT pg_advisory_xact_lock(hashtextextended(${name}, 0))`);
  const rows = [...byRow].sort(([one], [other]) => (one < other ? -1 : 1));
  await tx
    .insert(revenueQuarters)
    .values(
      rows.map(([, { currency, quarterAt, totals: sums }]) => ({
        merchantId,
        book: whose,
        environment,
        provider,
        currency,
        quarterAt,
        ...sums,
      })),
    )
    .onConflictDoUpdate({
      target: [
        revenueQuarters.merchantId,
        revenueQuarters.book,
        revenueQuarters.environment,
        revenueQuarters.currency,
        revenueQuarters.quarterAt,
        revenueQuarters.provider,
      ],
      set: Object.fromEntries(
        Object.keys(totals).map((name) => [name, addition(revenueQuarters[name as Total].name)]),
      ),
    });
}

function addition(column: string) {
  return sql`${sql.identifier("revenue_quarters")}.${sql.identifier(column)} + excluded.${sql.identifier(column)}`;
}

function addTo(sums: Totals, { book }: Book, { kind, entries }: Booked): void {
  for (const { account, amount } of entries) {
    if (account === "balance") continue;
    sums[totalOfAccount[account]] -= amount;
    if (account === "platform_fees" && isReturned(book, amount)) sums.platformFeesReturned -= amount;
    if (kind === "payment" && account === "payments" && amount < 0) sums.paymentCount += 1;
    if (kind === "refund" && account === "refunds" && amount > 0) sums.refundCount += 1;
    if (kind === "dispute" && account === "disputes" && amount > 0) sums.disputeCount += 1;
  }
}

/** What a merchant pays is above zero as an entry, and what the platform earns below. */
function isReturned(book: Book["book"], amount: number): boolean {
  return book === "merchant" ? amount < 0 : amount > 0;
}
