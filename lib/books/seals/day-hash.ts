import { createHash } from "node:crypto";
import { and, eq, sql } from "drizzle-orm";
import type { AnyPgColumn } from "drizzle-orm/pg-core";
import type { Tx } from "#db/client.ts";
import { ledgerEntries, ledgerJournals } from "#db/schema/ledger.ts";
import type { Book } from "#lib/ledger/book.ts";

export const dayMs = 24 * 60 * 60_000;

/** `2026-10-02`, in UTC. */
export function dayText(at: Date): string {
  return at.toISOString().slice(0, 10);
}

export function dayStart(at: Date): Date {
  return new Date(Math.floor(at.getTime() / dayMs) * dayMs);
}

/**
 * The hash of a day of a book: over the day before, and over each journal of the day as it was written, with its
 * entries, in the order of the provider's ids. Nothing in it can change, come in or go out without another hash, here and
 * of each day after it.
 * @param day its first moment
 */
export async function hashDay(
  tx: Tx,
  book: Book,
  day: Date,
  previousHash: string | null,
): Promise<{ hash: string; journals: number }> {
  const until = new Date(day.getTime() + dayMs);
  const { id, sourceId, kind, providerKind, currency, paymentId, objectId, fingerprint } = ledgerJournals;
  const { effectiveAt, availableAt, recordedAt, reportedAt, facts, entryCount } = ledgerJournals;
  const moment = (column: AnyPgColumn) => sql`extract(epoch FROM ${column})`;
  const entries = sql`(SELECT jsonb_agg(jsonb_build_array(${ledgerEntries.position}, ${ledgerEntries.account},
    ${ledgerEntries.currency}, ${ledgerEntries.amount}) ORDER BY ${ledgerEntries.position})
    FROM ${ledgerEntries} WHERE ${ledgerEntries.journalId} = ${id})`;
  const line = sql`jsonb_build_array(${id}, ${sourceId}, ${kind}, ${providerKind}, ${currency}, ${paymentId}, ${objectId},
    ${fingerprint}, ${entryCount}, ${moment(effectiveAt)}, ${moment(availableAt)}, ${moment(recordedAt)},
    ${moment(reportedAt)}, ${facts}, ${entries})::text`;
  const [found] = await tx
    .select({
      journals: sql<number>`count(*)`.mapWith(Number),
      content: sql<string>`coalesce(encode(sha256(convert_to(
        string_agg(${line}, E'\\n' ORDER BY ${sourceId} COLLATE "C"), 'UTF8')), 'hex'), '')`,
    })
    .from(ledgerJournals)
    .where(
      and(
        eq(ledgerJournals.merchantId, book.merchantId),
        eq(ledgerJournals.provider, book.provider),
        eq(ledgerJournals.environment, book.environment),
        eq(ledgerJournals.accountId, book.accountId),
        eq(ledgerJournals.book, book.book),
        sql`${reportedAt} >= ${day.toISOString()}::timestamptz`,
        sql`${reportedAt} < ${until.toISOString()}::timestamptz`,
      ),
    );
  const { journals, content } = found ?? { journals: 0, content: "" };
  const text = [previousHash ?? "", dayText(day), journals, content].join("\n");
  return { hash: createHash("sha256").update(text).digest("hex"), journals };
}
