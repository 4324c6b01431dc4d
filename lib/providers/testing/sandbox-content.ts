import { and, asc, eq, ne } from "drizzle-orm";
import { db } from "#db/client.ts";
import { sandboxObjects } from "#db/schema/sandbox.ts";
import { counterKind } from "#lib/sandbox/core/store.ts";
import type { ProviderTest } from "./provider-test.ts";

const time = /"\d{4}-\d{2}-\d{2}T[\d:.]+(Z|[+-]\d{2}:?\d{2})?"/g;

/** Everything that an account holds at its sandbox, but for the counters that make ids, and for when it was changed. */
export async function readContent({
  account,
}: ProviderTest): Promise<{ kind: string; id: string; data: unknown }[]> {
  const rows = await db()
    .select({ kind: sandboxObjects.kind, id: sandboxObjects.id, data: sandboxObjects.data })
    .from(sandboxObjects)
    .where(and(eq(sandboxObjects.accountId, account.id), ne(sandboxObjects.kind, counterKind)))
    .orderBy(asc(sandboxObjects.kind), asc(sandboxObjects.id));
  return rows.map((row) => ({ ...row, data: JSON.stringify(row.data).replaceAll(time, '"some time"') }));
}

/** How many of each kind. */
export async function countContent(scene: ProviderTest): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { kind } of await readContent(scene)) counts[kind] = (counts[kind] ?? 0) + 1;
  return counts;
}
