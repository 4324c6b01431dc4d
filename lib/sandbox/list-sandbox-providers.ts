import { and, count, eq, gt, max, sum } from "drizzle-orm";
import { z } from "zod";
import { db } from "#db/client.ts";
import { sandboxAccounts, sandboxCalls, sandboxFaults } from "#db/schema/sandbox.ts";
import { defineVerb, noInput } from "#lib/auth/verb.ts";
import { manifests } from "#lib/providers/manifests.ts";
import { requireSandbox } from "./require-sandbox.ts";
import { sandboxProviderDto } from "./schema.ts";

/** The apps that can be tried out here, with what the merchant has at each. */
export const listSandboxProviders = defineVerb({
  permission: "read",
  input: noInput,
  output: z.object({ data: z.array(sandboxProviderDto), nextCursor: z.null() }),
  async run({ ctx }) {
    requireSandbox();
    const [accounts, faults, calls] = await Promise.all([
      db()
        .select({ provider: sandboxAccounts.provider, value: count() })
        .from(sandboxAccounts)
        .where(eq(sandboxAccounts.merchantId, ctx.merchantId))
        .groupBy(sandboxAccounts.provider),
      db()
        .select({ provider: sandboxFaults.provider, value: sum(sandboxFaults.remaining).mapWith(Number) })
        .from(sandboxFaults)
        .where(and(eq(sandboxFaults.merchantId, ctx.merchantId), gt(sandboxFaults.remaining, 0)))
        .groupBy(sandboxFaults.provider),
      db()
        .select({ provider: sandboxCalls.provider, value: max(sandboxCalls.at) })
        .from(sandboxCalls)
        .where(eq(sandboxCalls.merchantId, ctx.merchantId))
        .groupBy(sandboxCalls.provider),
    ]);
    const data = manifests.map(({ id, name, icon }) => ({
      id,
      name,
      icon,
      accounts: findFigure(accounts, id) ?? 0,
      faults: findFigure(faults, id) ?? 0,
      lastCallAt: findFigure(calls, id)?.toISOString() ?? null,
    }));
    return { data, nextCursor: null };
  },
});

function findFigure<Value>(
  rows: readonly { provider: string; value: Value }[],
  id: string,
): Value | undefined {
  return rows.find(({ provider }) => provider === id)?.value;
}
