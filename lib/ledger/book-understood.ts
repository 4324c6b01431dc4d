import { and, asc, eq, inArray } from "drizzle-orm";
import { z } from "zod";
import type { Tx } from "#db/client.ts";
import { ledgerDifferences, ledgerEntries, ledgerJournals } from "#db/schema/ledger.ts";
import { createFingerprint } from "#lib/fingerprint.ts";
import { newId } from "#lib/ids.ts";
import type { Books } from "#lib/providers/contract/payments.ts";
import type { Book } from "./book.ts";
import { type BookedEntry, closedUntil, entryRows } from "./book-movements.ts";
import { closeDifferences, isOpenIn, openDifferences } from "./differences.ts";
import { rollUp } from "./roll-up.ts";

type Journal = typeof ledgerJournals.$inferSelect;

const atOnce = 100;

/** What is kept of a movement beside its entries. */
const factsSchema = z.looseObject({
  amount: z.int(),
  net: z.int(),
  fees: z.array(z.object({ providerKind: z.string(), amount: z.int() })),
});

/** The id of the journal that repairs a movement; no movement of a provider has a space in its own. */
function toCorrectionId(sourceId: string): string {
  return `${sourceId} understood`;
}

/**
 * Puts right what was booked before its kind was known: a journal that takes it out of suspense and puts it where it
 * belongs, of the moment at which that became known. The balance stays as it is. Safe to repeat, and at once by several.
 * @returns the ids of the movements that were repaired
 */
export async function bookUnderstood(
  tx: Tx,
  book: Book,
  understand: NonNullable<Books["understand"]>,
): Promise<string[]> {
  const unknown = await readUnknown(tx, book);
  const done: string[] = [];
  for (const journal of unknown) {
    const moved = understandJournal(journal, understand);
    if (moved === null) continue;
    const entries = await changesTo(tx, journal, entryRows({ ...moved, currency: journal.currency }));
    const isWritten =
      entries.length === 0 || (await write(tx, book, { ...journal, kind: moved.kind }, entries));
    if (isWritten) done.push(journal.sourceId);
    const open = entryRows({ ...moved, currency: journal.currency }).find(
      ({ account }) => account === "suspense",
    );
    if (!open || !isWritten) continue;
    const params = { kind: journal.providerKind, currency: journal.currency, amount: open.amount };
    const subject = journal.sourceId;
    await openDifferences(tx, book, [{ code: "movement_does_not_add_up", subject, params }]);
  }
  await closeDifferences(tx, book, "movement_unknown", done);
  return done;
}

/** The movements of open questions, in one order for everybody. */
function readUnknown(tx: Tx, book: Book): Promise<Journal[]> {
  const subjects = tx
    .select({ subject: ledgerDifferences.subject })
    .from(ledgerDifferences)
    .where(and(isOpenIn(book), eq(ledgerDifferences.code, "movement_unknown")));
  return tx
    .select()
    .from(ledgerJournals)
    .where(
      and(
        eq(ledgerJournals.merchantId, book.merchantId),
        eq(ledgerJournals.provider, book.provider),
        eq(ledgerJournals.environment, book.environment),
        eq(ledgerJournals.accountId, book.accountId),
        eq(ledgerJournals.book, book.book),
        inArray(ledgerJournals.sourceId, subjects),
      ),
    )
    .orderBy(asc(ledgerJournals.sourceId))
    .limit(atOnce);
}

/** null = its kind, or that of one of its fees, is not known yet. */
function understandJournal(journal: Journal, understand: NonNullable<Books["understand"]>) {
  const facts = factsSchema.safeParse(journal.facts).data;
  if (!facts) return null;
  const { amount, net, fees } = facts;
  const { providerKind, objectId } = journal;
  const told = { providerKind, objectId, feeKinds: fees.map((fee) => fee.providerKind) };
  const { kind, feeKinds } = understand(told);
  if (kind === "unknown" || feeKinds.includes("unknown")) return null;
  return { kind, amount, net, fees: fees.map((fee, at) => ({ ...fee, kind: feeKinds[at] ?? "unknown" })) };
}

/** What there should be, less what there is. */
async function changesTo(tx: Tx, journal: Journal, wanted: readonly BookedEntry[]): Promise<BookedEntry[]> {
  const held = await tx
    .select({ account: ledgerEntries.account, amount: ledgerEntries.amount })
    .from(ledgerEntries)
    .where(eq(ledgerEntries.journalId, journal.id));
  const amounts = new Map(wanted.map(({ account, amount }) => [account, amount]));
  for (const { account, amount } of held) amounts.set(account, (amounts.get(account) ?? 0) - amount);
  return [...amounts]
    .map(([account, amount]) => ({ account, amount, currency: journal.currency }))
    .filter(({ amount }) => amount !== 0);
}

/** @returns false where somebody was quicker */
async function write(tx: Tx, book: Book, of: Journal, entries: readonly BookedEntry[]): Promise<boolean> {
  const { now } = await closedUntil(tx, book);
  const sourceId = toCorrectionId(of.sourceId);
  const [journal] = await tx
    .insert(ledgerJournals)
    .values({
      ...of,
      id: newId("jnl"),
      sourceId,
      fingerprint: createFingerprint({ corrects: of.sourceId, entries }),
      entryCount: entries.length,
      effectiveAt: now,
      availableAt: now,
      recordedAt: now,
      reportedAt: now,
      facts: { corrects: of.sourceId },
    })
    .onConflictDoNothing()
    .returning({ id: ledgerJournals.id });
  if (!journal) return false;
  const { merchantId } = book;
  const rows = entries.map((entry, position) => ({ journalId: journal.id, position, merchantId, ...entry }));
  await tx.insert(ledgerEntries).values(rows);
  await rollUp(tx, book, [{ kind: of.kind, currency: of.currency, reportedAt: now, entries }]);
  return true;
}
