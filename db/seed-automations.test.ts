import { afterAll, beforeAll, expect, test } from "vitest";
import { listAutomations } from "#lib/automations/list-automations.ts";
import { listDeliveries } from "#lib/deliveries/list-deliveries.ts";
import { senders } from "#lib/destinations/senders.ts";
import { Drainer } from "#lib/engine/drainer.ts";
import { loadProviders } from "#lib/providers/registry.ts";
import { holdSandboxServer } from "#lib/providers/testing/sandbox-server.ts";
import { installWithRuns } from "./seed-automations.ts";
import { createTestMerchant } from "./testing/merchant.ts";

const providers = await loadProviders();

const releases: (() => Promise<void>)[] = [];
beforeAll(async () => {
  for (const provider of providers) releases.push(await holdSandboxServer(provider));
});
afterAll(async () => {
  for (const release of releases) await release();
});

test("the demo has both stories on, with runs that succeeded, one that failed and one that waits, made once", async () => {
  const ctx = await createTestMerchant();
  await installWithRuns(ctx);
  await installWithRuns(ctx);
  const { data } = await listAutomations({ ctx, input: {} });
  expect(data.map(({ recipeId, status }) => [recipeId, status])).toEqual([
    ["shop-orders", "active"],
    ["restaurant-orders", "active"],
  ]);
  await new Drainer(senders).run(60_000);
  const runs = (await listDeliveries({ ctx, input: {} })).data;
  expect(runs.map(({ status }) => status).toSorted()).toEqual([
    "delivered",
    "delivered",
    "delivered",
    "failed",
    "held",
  ]);
});
