import { and, asc, eq, sql } from "drizzle-orm";
import { z } from "zod";
import { db } from "#db/client.ts";
import { sandboxObjects } from "#db/schema/sandbox.ts";
import { logger } from "#lib/logger.ts";
import type { SandboxStore } from "#lib/providers/sandbox-contract.ts";
import { storable, storableData } from "#lib/text.ts";

/** Kinds of our own begin with a colon: they are no part of what an account holds. */
export const counterKind = ":counter";

const countRow = z.tuple([z.object({ value: z.coerce.number() })]);

/** The documents of one account. */
export function openStore(accountId: string): SandboxStore {
  const row = (kind: string, id: string) =>
    and(
      eq(sandboxObjects.accountId, accountId),
      eq(sandboxObjects.kind, kind),
      eq(sandboxObjects.id, storable(id)),
    );
  return {
    get: async (kind, id, schema) => {
      const [object] = await db().select().from(sandboxObjects).where(row(kind, id));
      return object ? readable(object, schema) : null;
    },
    list: async (kind, schema) => {
      const objects = await db()
        .select()
        .from(sandboxObjects)
        .where(and(eq(sandboxObjects.accountId, accountId), eq(sandboxObjects.kind, kind)))
        .orderBy(asc(sandboxObjects.position));
      return objects.flatMap((object) => {
        const data = readable(object, schema);
        return data === null ? [] : [{ id: object.id, data }];
      });
    },
    put: async (kind, id, data) => {
      const kept = storableData(data);
      await db()
        .insert(sandboxObjects)
        .values({ accountId, kind, id: storable(id), data: kept })
        .onConflictDoUpdate({
          target: [sandboxObjects.accountId, sandboxObjects.kind, sandboxObjects.id],
          set: { data: kept, updatedAt: sql`now()` },
        });
    },
    add: async (kind, id, data) => {
      const added = await db()
        .insert(sandboxObjects)
        .values({ accountId, kind, id: storable(id), data: storableData(data) })
        .onConflictDoNothing()
        .returning({ id: sandboxObjects.id });
      return added.length > 0;
    },
    remove: async (kind, id) => {
      await db().delete(sandboxObjects).where(row(kind, id));
    },
    next: async (counter) => {
      const rows = await db().execute(sql`
        INSERT INTO sandbox_objects (account_id, kind, id, data)
        VALUES (${accountId}, ${counterKind}, ${counter}, '{"value": 1}')
        ON CONFLICT (account_id, kind, id)
        DO UPDATE SET data = jsonb_build_object('value', (sandbox_objects.data->>'value')::bigint + 1)
        RETURNING data->>'value' AS value`);
      return countRow.parse([...rows])[0].value;
    },
  };
}

/** One document that is not in its form is as good as gone; it must not take the others with it. */
function readable<Data>(
  { kind, id, data }: { kind: string; id: string; data: unknown },
  schema: z.ZodType<Data>,
): Data | null {
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
  put: refuse,
  add: refuse,
  remove: refuse,
  next: refuse,
};
