import { and, eq, inArray, sql } from "drizzle-orm";
import { db } from "#db/client.ts";
import { ledgerDifferences, ledgerJournals } from "#db/schema/ledger.ts";
import { paymentAccounts } from "#db/schema/payment-accounts.ts";
import { getManifest, type IntegrationRow } from "#lib/integrations/integration-row.ts";
import type { DifferenceCode } from "#lib/ledger/difference-codes.ts";
import { closeDifferences, isOpenIn, listOpenSubjects, openDifference } from "#lib/ledger/differences.ts";
import type { PaymentAccountRow } from "#lib/ledger/looks/payment-account.ts";
import type { HeldBalance } from "#lib/providers/contract/payments.ts";
import { openReader, type Reader } from "../read-pages.ts";
import { dayMs, dayText } from "../seals/day-hash.ts";
import { sealDays } from "../seals/seal-days.ts";
import { verifySeals } from "../seals/verify-seals.ts";
import { toBook } from "../to-book.ts";
import { closeReadable, type Unread } from "../unreadable.ts";
import { askUnreadAgain } from "./ask-unread-again.ts";
import { compareBalances } from "./compare-balances.ts";
import { compareFees } from "./compare-fees.ts";
import { compareMovements, inBook, type Listed } from "./compare-movements.ts";
import { comparePayouts } from "./compare-payouts.ts";
import { keepTerms } from "./keep-terms.ts";
import { repairObjects } from "./repair-objects.ts";

/** What was found to agree is looked at again for so long: a provider may still list something late. */
const overlapMs = 3 * dayMs;
/** Something may move between a list and a balance; then both are read again. */
const mostTries = 3;

export type Comparison = {
  /** Movements that were not in the ledger, and are now. */
  mended: number;
  /** Differences that are open. */
  open: number;
  agreedUntil: Date | null;
};

/** Where the two do not say the same; others are questions about what both have. */
const disagreements: readonly DifferenceCode[] = [
  "movement_changed",
  "movement_not_at_provider",
  "movement_unreadable",
  "balance_differs",
  "payout_differs",
  "fee_differs",
  "fee_missing",
  "platform_fee_differs",
  "account_of_another_merchant",
  "seal_broken",
];

/** How the money of a book is asked for: a merchant's by their connection, the platform's by the platform's key. */
export type Sources = {
  movements: (
    since: Date | null,
    cursor: string | null,
  ) => Promise<{
    items: readonly Listed[];
    unread: Unread;
    next: string | null;
  }>;
  balances: () => Promise<HeldBalance[]>;
};

/**
 * Compares an account's ledger with what the provider says now, by a reading of its own: movements both ways, balances,
 * payouts and fees. What is missing is booked; each difference is a case of its own that closes itself once it is over;
 * and the account says up to which minute all agrees.
 * @throws {ProviderError} for whatever the provider did not do
 */
export async function compareAccount(
  account: PaymentAccountRow,
  integration: IntegrationRow,
): Promise<Comparison> {
  const ask = openReader(integration);
  if (getManifest(integration).paymentFacts?.books === "by_payment") return nothingToCompare(account);
  await keepTerms(account, ask);
  return compareBook(account, merchantSources(ask), async (since) => {
    const unread = await repairObjects(account, since, ask);
    await comparePayouts(account, since);
    await compareFees(account, since);
    return [...unread, ...(await askUnreadAgain(account, unread, ask))];
  });
}

/** A provider that lists nothing cannot be held against the ledger: up to when it agrees is not known. */
async function nothingToCompare(account: PaymentAccountRow): Promise<Comparison> {
  const open = await db().$count(ledgerDifferences, isOpenIn(toBook(account)));
  return { mended: 0, open, agreedUntil: null };
}

function merchantSources(ask: Reader): Sources {
  return {
    movements: (since, cursor) => ask("movements", (books, call) => books.movements(call, { since, cursor })),
    balances: () => ask("balances", (books, call) => books.balances(call)),
  };
}

/** @param also what else is compared of the book, since a moment; it returns what of it could not be read */
export async function compareBook(
  account: PaymentAccountRow,
  sources: Sources,
  also: (since: Date | null) => Promise<Unread>,
): Promise<Comparison> {
  const book = toBook(account);
  const startedAt = new Date();
  let since = account.agreedUntil && new Date(account.agreedUntil.getTime() - overlapMs);
  let compared = await compareOnce(account, sources, since);
  if (since !== null && compared.differing.length > 0) {
    // It is older than what was looked at.
    since = null;
    compared = await compareOnce(account, sources, null);
  }
  await db().transaction(async (tx) => {
    for (const { currency, ...params } of compared.differing) {
      await openDifference(tx, book, {
        code: "balance_differs",
        subject: currency,
        params: { currency, ...params },
      });
    }
    const open = await listOpenSubjects(tx, book, "balance_differs");
    const differing = new Set(compared.differing.map(({ currency }) => currency));
    const over = open.filter((subject) => !differing.has(subject));
    await closeDifferences(tx, book, "balance_differs", over);
  });
  const unread = [...compared.unread, ...(await also(since))];
  await db().transaction((tx) => closeReadable(tx, book, unread));
  await verifyLately(account);
  const { open, agreedUntil } = await conclude(account, startedAt, compared.newest);
  await sealDays(account);
  return { mended: compared.mended, open, agreedUntil };
}

async function compareOnce(account: PaymentAccountRow, sources: Sources, since: Date | null) {
  const book = toBook(account);
  let [mended, newest]: [number, Date | null] = [0, null];
  for (let tries = 1; ; tries += 1) {
    const before = await sources.balances();
    const startedAt = new Date();
    const compared = await compareMovements(account, {
      since,
      startedAt,
      page: (cursor) => sources.movements(since, cursor),
    });
    mended += compared.mended;
    newest = compared.newest ?? newest;
    const after = await sources.balances();
    const hasMoved = JSON.stringify(before) !== JSON.stringify(after);
    const isAnyTime = account.environment === "sandbox";
    const differing = await compareBalances(book, after, { isAnyTime });
    if (differing.length === 0 || !hasMoved || tries === mostTries) {
      return { mended, newest, differing, unread: compared.unread };
    }
  }
}

/**
 * The last days of the chain at each comparison, and all since one that was broken, which stays a case until it is whole;
 * the whole of it is verified by `verifySeals`.
 */
async function verifyLately(account: PaymentAccountRow): Promise<void> {
  const book = toBook(account);
  await db().transaction(async (tx) => {
    const open = await listOpenSubjects(tx, book, "seal_broken");
    const [since] = [...open, dayText(new Date(Date.now() - 7 * dayMs))].toSorted();
    const { broken } = await verifySeals(tx, account, since);
    const whole = open.filter((day) => broken === null || day < broken);
    await closeDifferences(tx, book, "seal_broken", whole);
    if (broken === null) return;
    await openDifference(tx, book, { code: "seal_broken", subject: broken, params: { day: broken } });
  });
}

/**
 * Where nothing disagrees, all agrees up to the minute in which the comparison began. Otherwise up to the first movement
 * that disagrees, and never further than before where nobody can say which it is.
 */
async function conclude(account: PaymentAccountRow, startedAt: Date, newest: Date | null) {
  const book = toBook(account);
  return db().transaction(async (tx) => {
    const [row] = await tx
      .select({ agreedUntil: paymentAccounts.agreedUntil })
      .from(paymentAccounts)
      .where(eq(paymentAccounts.id, account.id))
      .for("no key update");
    const open = await tx
      .select({ code: ledgerDifferences.code, at: ledgerJournals.effectiveAt })
      .from(ledgerDifferences)
      .leftJoin(ledgerJournals, and(inBook(book), eq(ledgerJournals.sourceId, ledgerDifferences.subject)))
      .where(and(isOpenIn(book), inArray(ledgerDifferences.code, [...disagreements])));
    const all = await tx.$count(ledgerDifferences, isOpenIn(book));
    const minute = new Date(Math.floor(startedAt.getTime() / 60_000) * 60_000);
    const reached = newest !== null && newest > minute ? newest : minute;
    const times = open.flatMap(({ at }) => at ?? []).concat(row?.agreedUntil ?? []);
    const earliest = times.toSorted((one, other) => one.getTime() - other.getTime())[0] ?? null;
    const agreedUntil = open.length === 0 ? reached : earliest;
    await tx
      .update(paymentAccounts)
      .set({ agreedUntil, comparedAt: sql`clock_timestamp()` })
      .where(eq(paymentAccounts.id, account.id));
    return { open: all, agreedUntil };
  });
}
