import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestMerchant } from "#db/testing/merchant.ts";
import { connectedIn } from "#lib/integrations/connect/testing/connect.ts";
import { disconnect } from "#lib/integrations/disconnect.ts";
import { getIntegration } from "#lib/integrations/get-integration.ts";
import { previewDisconnect } from "#lib/integrations/preview-disconnect.ts";
import { slack } from "#lib/providers/slack/provider.ts";
import { holdSandboxServer } from "#lib/providers/testing/sandbox-server.ts";
import { installRecipe } from "#lib/recipes/install-recipe.ts";
import { deleteAutomation } from "./delete-automation.ts";
import { automationsUsing } from "./naming/using-integration.ts";
import { pauseAutomation } from "./pause-automation.ts";
import { updateAutomation } from "./update-automation.ts";

let release: () => Promise<void>;
beforeAll(async () => {
  release = await holdSandboxServer(slack);
});
afterAll(() => release());

async function setScene() {
  const ctx = await createTestMerchant();
  const id = await connectedIn(ctx, { provider: "slack" });
  const install = (name: string, publish: boolean) =>
    installRecipe({
      ctx,
      input: { id: "kitchen-messages", name, publish, roles: { kitchen: { integrationId: id } } },
    });
  return { ctx, id, input: { id }, install };
}

test("a connection names the automations that use it, and disconnecting those that stop", async () => {
  const { ctx, id, input, install } = await setScene();
  const live = await install("Live", true);
  const draft = await install("Draft", false);
  const paused = await install("Paused", true);
  await pauseAutomation({ ctx, input: { id: paused.id } });
  const gone = await install("Gone", true);
  await deleteAutomation({ ctx, input: { id: gone.id } });
  expect((await getIntegration({ ctx, input })).automations).toEqual([
    { id: paused.id, name: "Paused", status: "paused", isInLive: true },
    { id: draft.id, name: "Draft", status: "draft", isInLive: false },
    { id: live.id, name: "Live", status: "active", isInLive: true },
  ]);
  const stops = [{ id: live.id, name: "Live" }];
  expect((await previewDisconnect({ ctx, input })).automations).toEqual(stops);
  expect((await disconnect({ ctx, input })).stoppedAutomations).toEqual(stops);
  expect(await automationsUsing((await createTestMerchant()).merchantId, id)).toEqual([]);
});

test("what is live counts, whatever the draft says by now", async () => {
  const { ctx, id, input, install } = await setScene();
  const { id: automationId, revision } = await install("Live", true);
  await updateAutomation({ ctx, input: { id: automationId, revision, steps: [] } });
  expect(await automationsUsing(ctx.merchantId, id)).toMatchObject([{ id: automationId, isInLive: true }]);
  expect((await previewDisconnect({ ctx, input })).automations).toHaveLength(1);
});

test("the second way of a step that must reach someone counts too", async () => {
  const { ctx, id, install } = await setScene();
  const other = await connectedIn(ctx, { provider: "slack", account: "new" });
  const { id: automationId, revision, draft } = await install("Two ways", false);
  const [step] = draft.steps;
  if (!step) throw new Error("The recipe has no step.");
  const { action, mapping } = step;
  const otherwise = { integrationId: other, action, mapping };
  const steps = [{ ...step, mustReach: { withinSeconds: 60, otherwise } }];
  await updateAutomation({ ctx, input: { id: automationId, revision, steps } });
  for (const integrationId of [id, other]) {
    expect(await automationsUsing(ctx.merchantId, integrationId)).toMatchObject([{ id: automationId }]);
  }
});
