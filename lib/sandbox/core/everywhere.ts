import { inArray } from "drizzle-orm";
import { db } from "#db/client.ts";
import { sandboxAccounts } from "#db/schema/sandbox.ts";
import type { SandboxEverywhere } from "#lib/providers/sandbox-contract.ts";
import { readPage, readSums } from "./page.ts";
import { readable } from "./store.ts";

/** The documents of every account of a provider, each with its account. */
export function openEverywhere(provider: string): SandboxEverywhere {
  return {
    sums: (kind, sums) => readSums(db(), { provider }, kind, sums),
    page: async (kind, schema, query) => {
      const { rows, hasMore, isCursorKnown } = await readPage(db(), { provider }, kind, query);
      const accounts = await accountsOf(rows.map(({ accountId }) => accountId));
      const items = rows.flatMap((row) => {
        const data = readable(row, schema);
        const account = accounts.get(row.accountId);
        return data === null || account === undefined ? [] : [{ id: row.id, data, account }];
      });
      return { items, hasMore, isCursorKnown };
    },
  };
}

async function accountsOf(ids: readonly string[]) {
  if (ids.length === 0) return new Map<string, never>();
  const rows = await db()
    .select({
      id: sandboxAccounts.id,
      merchantId: sandboxAccounts.merchantId,
      externalId: sandboxAccounts.externalId,
      label: sandboxAccounts.label,
    })
    .from(sandboxAccounts)
    .where(inArray(sandboxAccounts.id, [...new Set(ids)]));
  return new Map(rows.map((row) => [row.id, row]));
}
