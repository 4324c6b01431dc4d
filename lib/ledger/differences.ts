import { and, eq, inArray, isNull, type SQL, sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { ledgerDifferences } from "#db/schema/ledger.ts";
import { newId } from "#lib/ids.ts";
import type { Book } from "./book.ts";
import type { DifferenceCode } from "./difference-codes.ts";

export type Difference = {
  code: DifferenceCode;
  /** What it is about: a movement's id at the provider, or a currency. */
  subject: string;
  params: Record<string, string | number>;
};

/** Opens those that are not open already. */
export async function openDifferences(tx: Tx, book: Book, differences: readonly Difference[]): Promise<void> {
  if (differences.length === 0) return;
  await tx
    .insert(ledgerDifferences)
    .values(differences.map((difference) => ({ id: newId("dif"), ...book, ...difference })))
    .onConflictDoNothing(openOne);
}

const openOne = {
  target: [
    ledgerDifferences.provider,
    ledgerDifferences.environment,
    ledgerDifferences.accountId,
    ledgerDifferences.book,
    ledgerDifferences.code,
    ledgerDifferences.subject,
  ],
  where: isNull(ledgerDifferences.closedAt),
};

/** Opens one, or says again by how much it differs: it keeps its age. */
export async function openDifference(
  tx: Tx,
  book: Book,
  { code, subject, params }: Difference,
): Promise<void> {
  await tx
    .insert(ledgerDifferences)
    .values({ id: newId("dif"), ...book, code, subject, params })
    .onConflictDoUpdate({ target: openOne.target, targetWhere: openOne.where, set: { params } });
}

/** Writes one that was found and mended at once. */
export async function noteMended(tx: Tx, book: Book, differences: readonly Difference[]): Promise<void> {
  if (differences.length === 0) return;
  const closed = { closedAt: sql<Date>`clock_timestamp()` };
  await tx
    .insert(ledgerDifferences)
    .values(differences.map((difference) => ({ id: newId("dif"), ...book, ...difference, ...closed })));
}

/** Closes those that are over. @param subjects which; undefined = all of the code */
export async function closeDifferences(
  tx: Tx,
  book: Book,
  code: DifferenceCode,
  subjects?: readonly string[],
): Promise<void> {
  if (subjects?.length === 0) return;
  const which = subjects === undefined ? undefined : inArray(ledgerDifferences.subject, [...subjects]);
  await tx
    .update(ledgerDifferences)
    .set({ closedAt: sql`clock_timestamp()` })
    .where(and(isOpenIn(book), eq(ledgerDifferences.code, code), which));
}

/** What the open ones of a code are about. */
export async function listOpenSubjects(tx: Tx, book: Book, code: DifferenceCode): Promise<string[]> {
  const rows = await tx
    .select({ subject: ledgerDifferences.subject })
    .from(ledgerDifferences)
    .where(and(isOpenIn(book), eq(ledgerDifferences.code, code)));
  return rows.map(({ subject }) => subject);
}

/** Which are open in a book. */
export function isOpenIn({ merchantId, provider, environment, accountId, book }: Book): SQL | undefined {
  return and(
    eq(ledgerDifferences.merchantId, merchantId),
    eq(ledgerDifferences.provider, provider),
    eq(ledgerDifferences.environment, environment),
    eq(ledgerDifferences.accountId, accountId),
    eq(ledgerDifferences.book, book),
    isNull(ledgerDifferences.closedAt),
  );
}
