import { inArray } from "drizzle-orm";
import { db, type Tx } from "#db/client.ts";
import { sandboxAccounts } from "#db/schema/sandbox.ts";
import type { SandboxEverywhere } from "#lib/providers/sandbox-kit/contract.ts";
import { readPage, readSums } from "./page.ts";
import { readable } from "./store.ts";

/** The documents of every account of a provider, each with its account. */
export function openEverywhere(provider: string): SandboxEverywhere {
  return {
    sums: (kind, sums) => readSums(db(), { provider }, kind, sums),
    page: async (kind, schema, query) => {
      // Of one moment: an account that is closed meanwhile takes no object from the page.
      const { rows, hasMore, isCursorKnown, accounts } = await db().transaction(
        async (tx) => {
          const found = await readPage(tx, { provider }, kind, query);
          return {
            ...found,
            accounts: await accountsOf(
              tx,
              found.rows.map(({ accountId }) => accountId),
            ),
          };
        },
        { isolationLevel: "repeatable read", accessMode: "read only" },
      );
      const items = rows.flatMap((row) => {
        const data = readable(row, schema);
        const account = accounts.get(row.accountId);
        return data === null || account === undefined ? [] : [{ id: row.id, data, account }];
      });
      return { items, hasMore, isCursorKnown };
    },
  };
}

async function accountsOf(tx: Tx, ids: readonly string[]) {
  if (ids.length === 0) return new Map<string, never>();
  const rows = await tx
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
