import { and, asc, lte, type SQL, sql } from "drizzle-orm";
import type { AnyPgColumn, AnyPgTable, PgUpdateSetSource } from "drizzle-orm/pg-core";
import { db } from "#db/client.ts";

/** Rows that fall due, and how one of them is leased. */
export type Claim<Table extends AnyPgTable> = {
  table: Table;
  id: AnyPgColumn;
  dueAt: AnyPgColumn<{ data: Date }>;
  /** Which rows wait at all: the condition of the table's index over `dueAt`, word for word, or no plan can use it. */
  isWaiting: SQL | undefined;
  /**
   * What a claim writes. It moves `dueAt` past the end of the lease (`fromNow`), so a row whose process died is simply
   * due again: there is nothing to clean up.
   */
  lease: PgUpdateSetSource<Table>;
};

/** A moment so many milliseconds after the database's now. */
export function fromNow(ms: number): SQL<Date> {
  return sql`now() + ${ms} * interval '1 millisecond'`;
}

/**
 * Leases the row that has been due for longest; null = none is due. A row that another process is claiming is
 * skipped. The subquery stands in an array, which Postgres makes once: it would lock another row at each evaluation.
 */
export async function claimDue<Table extends AnyPgTable>({
  table,
  id,
  dueAt,
  isWaiting,
  lease,
}: Claim<Table>): Promise<Table["$inferSelect"] | null> {
  const due = db()
    .select({ id })
    .from(table as AnyPgTable)
    .where(and(isWaiting, lte(dueAt, sql`statement_timestamp()`)))
    .orderBy(asc(dueAt))
    .limit(1)
    .for("update", { skipLocked: true });
  const [claimed] = await db().update(table).set(lease).where(sql`${id} = ANY (ARRAY${due})`).returning();
  return claimed ?? null;
}

/** When the next row falls due, leases that will run out included; null = none waits. */
export async function findNextDue<Table extends AnyPgTable>({
  table,
  dueAt,
  isWaiting,
}: Pick<Claim<Table>, "table" | "dueAt" | "isWaiting">): Promise<Date | null> {
  const [next] = await db()
    .select({ at: dueAt })
    .from(table as AnyPgTable)
    .where(isWaiting)
    .orderBy(asc(dueAt))
    .limit(1);
  return next?.at ?? null;
}
