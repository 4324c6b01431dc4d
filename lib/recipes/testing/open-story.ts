import { and, eq, sql, count as total } from "drizzle-orm";
import type { z } from "zod";
import { db } from "#db/client.ts";
import { sandboxAccounts, sandboxObjects } from "#db/schema/sandbox.ts";
import { createTestMerchant } from "#db/testing/merchant.ts";
import { getDelivery } from "#lib/deliveries/get-delivery.ts";
import { listDeliveries } from "#lib/deliveries/list-deliveries.ts";
import { senders } from "#lib/destinations/senders.ts";
import { Drainer } from "#lib/engine/drainer.ts";
import { installRecipe } from "#lib/recipes/install-recipe.ts";
import { findRecipe } from "#lib/recipes/registry.ts";
import type { installRecipeInput } from "#lib/recipes/schema.ts";
import { clearFaults } from "#lib/sandbox/faults.ts";
import { connectApp } from "./connect-app.ts";

export type Answers = z.input<typeof installRecipeInput>["answers"];

/** A merchant who has connected a recipe's apps through the sandbox and switched it on, taking what it suggests. */
export async function openStory(recipeId: string, answers: Answers = {}) {
  const ctx = await createTestMerchant();
  const recipe = findRecipe(recipeId);
  if (!recipe) throw new Error(`There is no recipe ${recipeId}.`);
  const apps = [...new Set(Object.values(recipe.roles).map(({ provider }) => provider))];
  const ids = new Map<string, string>();
  for (const app of apps) ids.set(app, await connectApp(ctx, app));
  const roles = Object.fromEntries(
    Object.entries(recipe.roles).map(([name, { provider }]) => [
      name,
      { integrationId: ids.get(provider) ?? "" },
    ]),
  );
  const automation = await installRecipe({
    ctx,
    input: { id: recipeId, roles, answers, publish: true },
  });
  const count = async (provider: string, kind: string) => {
    const [row] = await db()
      .select({ total: total() })
      .from(sandboxObjects)
      .innerJoin(sandboxAccounts, eq(sandboxAccounts.id, sandboxObjects.accountId))
      .where(
        and(
          eq(sandboxAccounts.merchantId, ctx.merchantId),
          eq(sandboxAccounts.provider, provider),
          eq(sandboxObjects.kind, kind),
          // Slack says in the channel that somebody joined it.
          sql`${sandboxObjects.data} ->> 'subtype' IS NULL`,
        ),
      );
    return row?.total ?? 0;
  };
  return {
    ctx,
    automation,
    getIntegrationId: (app: string) => ids.get(app) ?? "",
    count,
    drain: () => new Drainer(senders).run(60_000),
    /** What was planned for later is due now, and nothing stands in the way of asking the apps again. */
    async makeDue() {
      for (const provider of apps) await clearFaults({ ctx, input: { provider } });
      await db().execute(sql`DELETE FROM rate_limits`);
      await db().execute(
        sql`UPDATE delivery_queue SET due_at = clock_timestamp() WHERE destination_id = ${automation.id}`,
      );
    },
    async delivery() {
      const [only] = (await listDeliveries({ ctx, input: { webhookId: automation.id } })).data;
      if (!only) throw new Error("The event made no run.");
      return getDelivery({ ctx, input: { id: only.id } });
    },
  };
}
