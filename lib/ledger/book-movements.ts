import { and, eq, inArray, sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { ledgerEntries, ledgerJournals } from "#db/schema/ledger.ts";
import { paymentAccounts } from "#db/schema/payment-accounts.ts";
import { createFingerprint } from "#lib/fingerprint.ts";
import { newId } from "#lib/ids.ts";
import { withCurrency } from "#lib/money/money.ts";
import type { Movement } from "#lib/providers/contract/movement.ts";
import type { EntryAccount } from "./accounts.ts";
import type { Book } from "./book.ts";
import { type Difference, openDifferences } from "./differences.ts";
import { createEntries, type Moved } from "./posting.ts";
import { rollUp } from "./roll-up.ts";

export type BookedEntry = { account: EntryAccount; currency: string; amount: number };
type Draft = { movement: Movement; fingerprint: string; entries: BookedEntry[] };

/**
 * Writes what a provider tells of into a book: a journal for each movement, once, however often and in whatever order it
 * is told, also by several at a time. What is not understood is booked all the same, and opens a difference; so does a
 * movement of which the provider now says something else, which changes nothing that is booked.
 * @param movements of one account, at most some hundreds
 * @returns the ids of the movements that were new
 */
export async function bookMovements(tx: Tx, book: Book, movements: readonly Movement[]): Promise<string[]> {
  const drafts = toDrafts(movements);
  if (drafts.length === 0) return [];
  const closed = await closedUntil(tx, book);
  const written = await tx
    .insert(ledgerJournals)
    .values(drafts.map((draft) => journalRow(book, draft, closed)))
    .onConflictDoNothing()
    .returning({
      id: ledgerJournals.id,
      sourceId: ledgerJournals.sourceId,
      reportedAt: ledgerJournals.reportedAt,
    });
  const bySource = new Map(written.map((journal) => [journal.sourceId, journal]));
  const booked = drafts.flatMap(({ movement: { id, kind, currency }, entries: own }) => {
    const journal = bySource.get(id);
    return journal ? [{ ...journal, kind, currency, entries: own }] : [];
  });
  const entries = booked.flatMap(({ id: journalId, entries: own }) =>
    own.map((entry, position) => ({ journalId, position, merchantId: book.merchantId, ...entry })),
  );
  if (entries.length > 0) await tx.insert(ledgerEntries).values(entries);
  await rollUp(tx, book, booked);
  const isNew = (draft: Draft) => bySource.has(draft.movement.id);
  const unclear = drafts.filter(isNew).flatMap(unclearIn);
  const changed = await changedIn(
    tx,
    book,
    drafts.filter((draft) => !isNew(draft)),
  );
  await openDifferences(tx, book, [...unclear, ...changed]);
  return [...bySource.keys()];
}

/** In one order for everybody, so that two who book the same wait for each other and not in a circle. */
function toDrafts(movements: readonly Movement[]): Draft[] {
  const byId = new Map(movements.map((movement) => [movement.id, movement]));
  return [...byId.values()]
    .sort((one, other) => (one.id < other.id ? -1 : 1))
    .map((movement) => ({
      movement,
      fingerprint: movementFingerprint(movement),
      entries: entryRows(movement),
    }));
}

/** Of what a provider cannot take back. When money is available may move, and so may its own words. */
export function movementFingerprint({ id, currency, amount, fee, net, at }: Movement): string {
  return createFingerprint({ id, currency, amount, fee, net, at: at.toISOString() });
}

/** The entries of a movement, in a form that rows have. */
export function entryRows(movement: Moved & Pick<Movement, "currency">): BookedEntry[] {
  return withCurrency(movement.currency, (currency) =>
    createEntries(movement, currency).map(({ account, amount }) => ({
      account,
      currency: currency.code,
      amount: amount.minor,
    })),
  );
}

function journalRow(
  { merchantId, ...book }: Book,
  { movement, fingerprint, entries }: Draft,
  { sealedUntil, now }: Closed,
) {
  const { id, kind, providerKind, currency, paymentId, objectId, at, availableAt } = movement;
  const { amount, fee, net, fees, exchangeRate, charged } = movement;
  const isLate = sealedUntil !== null && at < sealedUntil;
  return {
    id: newId("jnl"),
    merchantId,
    ...book,
    sourceId: id,
    kind,
    providerKind,
    currency,
    paymentId,
    objectId,
    fingerprint,
    entryCount: entries.length,
    effectiveAt: at,
    recordedAt: now,
    reportedAt: isLate ? now : at,
    availableAt,
    facts: { amount, fee, net, fees, exchangeRate, ...(charged ? { charged } : {}) },
  };
}

type Closed = { sealedUntil: Date | null; now: Date };

/**
 * Up to which day the book is closed. Nobody closes a day while this transaction writes: the row is held, so what becomes
 * known of a closed day is always of the day on which it became known.
 */
export async function closedUntil(tx: Tx, { provider, environment, accountId, book }: Book): Promise<Closed> {
  const [row] = await tx
    .select({ sealedUntil: paymentAccounts.sealedUntil })
    .from(paymentAccounts)
    .where(
      and(
        eq(paymentAccounts.provider, provider),
        eq(paymentAccounts.environment, environment),
        eq(paymentAccounts.accountId, accountId),
        eq(paymentAccounts.book, book),
      ),
    )
    .for("share");
  const [clock] = await tx.execute<{ now: string }>(
    sql`SELECT to_char(clock_timestamp() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS now`,
  );
  return { sealedUntil: row?.sealedUntil ?? null, now: clock ? new Date(clock.now) : new Date() };
}

function unclearIn({ movement, entries }: Draft): Difference[] {
  const subject = movement.id;
  const params = { kind: movement.providerKind, currency: movement.currency };
  if (movement.kind === "unknown" || movement.fees.some(({ kind }) => kind === "unknown")) {
    return [{ code: "movement_unknown", subject, params }];
  }
  const open = entries.find(({ account }) => account === "suspense");
  return open
    ? [{ code: "movement_does_not_add_up", subject, params: { ...params, amount: open.amount } }]
    : [];
}

async function changedIn(tx: Tx, book: Book, drafts: readonly Draft[]): Promise<Difference[]> {
  if (drafts.length === 0) return [];
  const byId = new Map(drafts.map((draft) => [draft.movement.id, draft]));
  const rows = await tx
    .select({
      sourceId: ledgerJournals.sourceId,
      fingerprint: ledgerJournals.fingerprint,
      merchantId: ledgerJournals.merchantId,
    })
    .from(ledgerJournals)
    .where(and(inArray(ledgerJournals.sourceId, [...byId.keys()]), inBook(book)));
  return rows.flatMap((row): Difference[] => {
    const draft = byId.get(row.sourceId);
    if (row.merchantId !== book.merchantId) {
      return [{ code: "account_of_another_merchant", subject: book.accountId, params: {} }];
    }
    if (!draft || draft.fingerprint === row.fingerprint) return [];
    const { currency, amount, net } = draft.movement;
    return [{ code: "movement_changed", subject: row.sourceId, params: { currency, amount, net } }];
  });
}

function inBook({ provider, environment, accountId, book }: Book) {
  return and(
    eq(ledgerJournals.provider, provider),
    eq(ledgerJournals.environment, environment),
    eq(ledgerJournals.accountId, accountId),
    eq(ledgerJournals.book, book),
  );
}
