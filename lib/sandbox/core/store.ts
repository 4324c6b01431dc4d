import { and, asc, eq, inArray, sql } from "drizzle-orm";
import { z } from "zod";
import { db, type Tx } from "#db/client.ts";
import { sandboxObjects } from "#db/schema/sandbox.ts";
import { logger } from "#lib/logger.ts";
import type { SandboxStore, SandboxStoredObject } from "#lib/providers/sandbox-kit/contract.ts";
import { storable, storableData } from "#lib/text.ts";
import { readPage, readSums } from "./page.ts";

/** Kinds of our own begin with a colon: they are no part of what an account holds. */
export const counterKind = ":counter";

const countRow = z.tuple([z.object({ value: z.coerce.number() })]);

/** So many rows a statement. */
const mostAtOnce = 500;

/**
 * The documents of one account.
 * @param own the transaction within which all of it happens; without one, each call is for itself
 */
export function openStore(accountId: string, own?: Tx): SandboxStore {
  const tx = () => own ?? db();
  const row = (kind: string, id: string) =>
    and(
      eq(sandboxObjects.accountId, accountId),
      eq(sandboxObjects.kind, kind),
      eq(sandboxObjects.id, storable(id)),
    );
  return {
    get: async (kind, id, schema) => {
      const [object] = await tx().select().from(sandboxObjects).where(row(kind, id));
      return object ? readable(object, schema) : null;
    },
    list: async (kind, schema) => {
      const objects = await tx()
        .select()
        .from(sandboxObjects)
        .where(and(eq(sandboxObjects.accountId, accountId), eq(sandboxObjects.kind, kind)))
        .orderBy(asc(sandboxObjects.position));
      return allReadable(objects, schema);
    },
    getAll: async (kind, ids, schema) => {
      if (ids.length === 0) return [];
      const objects = await tx()
        .select()
        .from(sandboxObjects)
        .where(
          and(
            eq(sandboxObjects.accountId, accountId),
            eq(sandboxObjects.kind, kind),
            inArray(sandboxObjects.id, ids.map(storable)),
          ),
        );
      return allReadable(objects, schema);
    },
    page: async (kind, schema, query) => {
      const { rows, hasMore, isCursorKnown } = await readPage(tx(), { accountId }, kind, query);
      return { items: allReadable(rows, schema), hasMore, isCursorKnown };
    },
    sums: (kind, sums) => readSums(tx(), { accountId }, kind, sums),
    atomically: async (work) => {
      if (own) return work(openStore(accountId, own));
      return db().transaction(async (begun) => {
        await begun.execute(
          sql`SELECT pg_advisory_xact_lock(hashtextextended(${`sandbox:${accountId}`}, 0))`,
        );
        return work(openStore(accountId, begun));
      });
    },
    put: async (kind, id, data, place) => {
      await putRows(tx(), [toRow(accountId, { kind, id, data, place })], place !== undefined);
    },
    putAll: async (objects) => {
      const rows = objects.map((object) => toRow(accountId, object));
      for (let from = 0; from < rows.length; from += mostAtOnce)
        await putRows(tx(), rows.slice(from, from + mostAtOnce), true);
    },
    add: async (kind, id, data, place) => {
      const added = await tx()
        .insert(sandboxObjects)
        .values(toRow(accountId, { kind, id, data, place }))
        .onConflictDoNothing()
        .returning({ id: sandboxObjects.id });
      return added.length > 0;
    },
    remove: async (kind, id) => {
      await tx().delete(sandboxObjects).where(row(kind, id));
    },
    next: async (counter) => {
      const rows = await tx().execute(sql`
        INSERT INTO sandbox_objects (account_id, kind, id, data)
        VALUES (${accountId}, ${counterKind}, ${counter}, '{"value": 1}')
        ON CONFLICT (account_id, kind, id)
        DO UPDATE SET data = jsonb_build_object('value', (sandbox_objects.data->>'value')::bigint + 1)
        RETURNING data->>'value' AS value`);
      return countRow.parse([...rows])[0].value;
    },
  };
}

type NewObject = Omit<SandboxStoredObject, "place"> & { place?: SandboxStoredObject["place"] | undefined };

/** A row as it is inserted. */
export function toRow(accountId: string, { kind, id, data, place }: NewObject) {
  return {
    accountId,
    kind,
    id: storable(id),
    data: storableData(data),
    happenedAt: place?.at ?? null,
    labels: [...(place?.labels ?? [])],
  };
}

async function putRows(tx: Tx, rows: readonly ReturnType<typeof toRow>[], isPlaced: boolean): Promise<void> {
  const placed = { happenedAt: sql`excluded.happened_at`, labels: sql`excluded.labels` };
  await tx
    .insert(sandboxObjects)
    .values([...rows])
    .onConflictDoUpdate({
      target: [sandboxObjects.accountId, sandboxObjects.kind, sandboxObjects.id],
      set: { data: sql`excluded.data`, updatedAt: sql`now()`, ...(isPlaced ? placed : {}) },
    });
}

type Row = { kind: string; id: string; data: unknown };

function allReadable<Data>(rows: readonly Row[], schema: z.ZodType<Data>): { id: string; data: Data }[] {
  return rows.flatMap((row) => {
    const data = readable(row, schema);
    return data === null ? [] : [{ id: row.id, data }];
  });
}

/** One document that is not in its form is as good as gone; it must not take the others with it. */
export function readable<Data>({ kind, id, data }: Row, schema: z.ZodType<Data>): Data | null {
  const parsed = schema.safeParse(data);
  if (parsed.success) return parsed.data;
  logger.warn({ kind, id, problem: z.prettifyError(parsed.error) }, "an object of the sandbox is unreadable");
  return null;
}

const refuse = () => Promise.reject(new Error("The request shows no credential, so there is no account."));

/** Stands in where a request belongs to no account. */
export const noStore: SandboxStore = {
  get: refuse,
  list: refuse,
  getAll: refuse,
  page: refuse,
  sums: refuse,
  atomically: refuse,
  put: refuse,
  putAll: refuse,
  add: refuse,
  remove: refuse,
  next: refuse,
};
