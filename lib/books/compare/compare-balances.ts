import { and, eq, sql } from "drizzle-orm";
import { db } from "#db/client.ts";
import { ledgerEntries, ledgerJournals } from "#db/schema/ledger.ts";
import type { Book } from "#lib/ledger/book.ts";
import type { HeldBalance } from "#lib/providers/contract/payments.ts";

/** What becomes available at a moment may be counted so a little later, or by a clock that is ahead. */
const tolerance = { backMs: 36 * 60 * 60_000, aheadMs: 60 * 60_000 };

type BalanceDifference = {
  currency: string;
  /** The provider's, less the ledger's. */
  difference: number;
  atProvider: number;
  inLedger: number;
};

type Step = { currency: string; availableAt: Date; amount: number };

/**
 * Compares what the provider holds with what the ledger says, each currency on its own. In all they must be the same to the
 * last digit. Of what is pending the ledger knows when it is to become available, and the provider whether it has: there
 * must be one moment, close to now, at which both say the same of every currency.
 * @param isAnyTime a sandbox has clocks of its own
 */
export async function compareBalances(
  book: Book,
  held: readonly HeldBalance[],
  { isAnyTime, now = new Date() }: { isAnyTime: boolean; now?: Date },
): Promise<BalanceDifference[]> {
  const earliest = isAnyTime ? new Date(0) : new Date(now.getTime() - tolerance.backMs);
  const latest = isAnyTime ? null : new Date(now.getTime() + tolerance.aheadMs);
  const steps = await readSteps(book, earliest);
  const currencies = [...new Set([...held, ...steps].map(({ currency }) => currency))].sort();
  const ours = (until: Date | null) => sumSteps(steps, until);
  const compare = (sums: ReadonlyMap<string, number>, theirs: (one: HeldBalance) => number) =>
    currencies.flatMap((currency): BalanceDifference[] => {
      const own = held.find((one) => one.currency === currency);
      const [atProvider, inLedger] = [own ? theirs(own) : 0, sums.get(currency) ?? 0];
      const difference = atProvider - inLedger;
      return difference === 0 ? [] : [{ currency, difference, atProvider, inLedger }];
    });
  const inAll = compare(ours(null), ({ pending, available }) => pending + available);
  if (inAll.length > 0) return inAll;
  const available = new Map(currencies.map((currency) => [currency, 0]));
  const isAgreed = () => compare(available, (one) => one.available).length === 0;
  if (isAnyTime && isAgreed()) return [];
  for (const [place, { currency, availableAt, amount }] of steps.entries()) {
    if (latest && availableAt > latest) break;
    available.set(currency, (available.get(currency) ?? 0) + amount);
    const isLastOfMoment = steps[place + 1]?.availableAt.getTime() !== availableAt.getTime();
    if (isLastOfMoment && isAgreed()) return [];
  }
  return compare(ours(isAnyTime ? null : now), (one) => one.available);
}

function sumSteps(steps: readonly Step[], until: Date | null): ReadonlyMap<string, number> {
  const sums = new Map<string, number>();
  for (const { currency, availableAt, amount } of steps) {
    if (until !== null && availableAt > until) continue;
    sums.set(currency, (sums.get(currency) ?? 0) + amount);
  }
  return sums;
}

/** What becomes available, and when, the earliest first; all that has been so for longer is one step. */
async function readSteps(book: Book, earliest: Date): Promise<Step[]> {
  const at =
    sql<Date>`greatest(${ledgerJournals.availableAt}, ${earliest.toISOString()}::timestamptz)`.mapWith(
      ledgerJournals.availableAt,
    );
  return db()
    .select({
      currency: ledgerEntries.currency,
      availableAt: at.as("step_at"),
      amount: sql<number>`sum(${ledgerEntries.amount})`.mapWith(Number),
    })
    .from(ledgerJournals)
    .innerJoin(ledgerEntries, eq(ledgerEntries.journalId, ledgerJournals.id))
    .where(
      and(
        eq(ledgerJournals.merchantId, book.merchantId),
        eq(ledgerJournals.book, book.book),
        eq(ledgerJournals.provider, book.provider),
        eq(ledgerJournals.environment, book.environment),
        eq(ledgerJournals.accountId, book.accountId),
        eq(ledgerEntries.account, "balance"),
      ),
    )
    .groupBy(ledgerEntries.currency, sql`step_at`)
    .orderBy(sql`step_at`);
}
