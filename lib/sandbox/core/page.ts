import { and, arrayContains, asc, desc, eq, gte, inArray, lte, type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import type { Tx } from "#db/client.ts";
import { sandboxAccounts, sandboxObjects } from "#db/schema/sandbox.ts";
import type { SandboxPageQuery } from "#lib/providers/sandbox-kit/contract.ts";

type StoredRow = typeof sandboxObjects.$inferSelect;

/** Which objects: those of one account, or of all accounts of a provider. */
export type Scope = { accountId: string } | { provider: string };

export function within(scope: Scope, tx: Tx): SQL {
  if ("accountId" in scope) return eq(sandboxObjects.accountId, scope.accountId);
  const accounts = tx
    .select({ id: sandboxAccounts.id })
    .from(sandboxAccounts)
    .where(eq(sandboxAccounts.provider, scope.provider));
  return inArray(sandboxObjects.accountId, accounts);
}

/** A page of the objects that have a place. Reads no row that is not on it, but for what the labels leave out. */
export async function readPage(
  tx: Tx,
  scope: Scope,
  kind: string,
  { limit, after, before, labels = [], since, until, order = "newest" }: SandboxPageQuery,
): Promise<{ rows: StoredRow[]; hasMore: boolean; isCursorKnown: boolean }> {
  const cursor = after ?? before;
  const place = cursor === undefined ? null : await findPlace(tx, scope, kind, cursor);
  if (cursor !== undefined && place === null) return { rows: [], hasMore: false, isCursorKnown: false };
  // A page before a cursor is read from it backwards, and turned round.
  const isDescending = (order === "newest") === (before === undefined);
  const found = await tx
    .select()
    .from(sandboxObjects)
    .where(
      and(
        within(scope, tx),
        eq(sandboxObjects.kind, kind),
        sql`${sandboxObjects.happenedAt} IS NOT NULL`,
        labels.length > 0 ? arrayContains(sandboxObjects.labels, [...labels]) : undefined,
        since === undefined ? undefined : gte(sandboxObjects.happenedAt, since),
        until === undefined ? undefined : lte(sandboxObjects.happenedAt, until),
        place === null ? undefined : beyond(place, isDescending),
      ),
    )
    .orderBy(
      ...(isDescending
        ? [desc(sandboxObjects.happenedAt), desc(sandboxObjects.position)]
        : [asc(sandboxObjects.happenedAt), asc(sandboxObjects.position)]),
    )
    .limit(limit + 1);
  const rows = found.slice(0, limit);
  return {
    rows: before === undefined ? rows : rows.toReversed(),
    hasMore: found.length > limit,
    isCursorKnown: true,
  };
}

type Place = { at: number; position: number };

async function findPlace(tx: Tx, scope: Scope, kind: string, id: string): Promise<Place | null> {
  const [row] = await tx
    .select({ at: sandboxObjects.happenedAt, position: sandboxObjects.position })
    .from(sandboxObjects)
    .where(
      and(
        within(scope, tx),
        eq(sandboxObjects.kind, kind),
        eq(sandboxObjects.id, id),
        sql`${sandboxObjects.happenedAt} IS NOT NULL`,
      ),
    );
  return row?.at === null || row === undefined ? null : { at: row.at, position: row.position };
}

function beyond({ at, position }: Place, isDescending: boolean): SQL {
  const own = sql`(${sandboxObjects.happenedAt}, ${sandboxObjects.position})`;
  return isDescending
    ? sql`${own} < (${at}::bigint, ${position}::bigint)`
    : sql`${own} > (${at}::bigint, ${position}::bigint)`;
}

const sumRows = z.array(
  z.object({ by: z.string(), upTo: z.coerce.number().int(), after: z.coerce.number().int() }),
);

/** Sums over a kind, added up by the database; an object that has no such number is left out. See `SandboxStore.sums`. */
export async function readSums(
  tx: Tx,
  scope: Scope,
  kind: string,
  { of, by, from, at }: { of: string; by: string; from: string; at: number },
): Promise<z.output<typeof sumRows>> {
  const value = wholeNumberAt(of);
  const since = wholeNumberAt(from);
  const rows = await tx
    .select({
      by: sql`${sandboxObjects.data}->>${by}::text`,
      upTo: sql`coalesce(sum(${value}) FILTER (WHERE ${since} <= ${at}), 0)`,
      after: sql`coalesce(sum(${value}) FILTER (WHERE ${since} > ${at}), 0)`,
    })
    .from(sandboxObjects)
    .where(
      and(
        within(scope, tx),
        eq(sandboxObjects.kind, kind),
        sql`${sandboxObjects.data}->>${by}::text IS NOT NULL AND ${value} IS NOT NULL AND ${since} IS NOT NULL`,
      ),
    )
    .groupBy(sql`1`)
    .orderBy(sql`1`);
  return sumRows.parse(rows);
}

function wholeNumberAt(name: string): SQL {
  const text = sql`${sandboxObjects.data}->>${name}::text`;
  return sql`CASE WHEN ${text} ~ '^-?[0-9]{1,15}$' THEN (${text})::bigint END`;
}
