import { and, count, eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { db } from "#db/client.ts";
import { sandboxAccounts, sandboxObjects } from "#db/schema/sandbox.ts";
import { createTestMerchant } from "#db/testing/merchant.ts";
import { createAutomation } from "#lib/automations/create-automation.ts";
import { stepSchema } from "#lib/automations/definition-schema.ts";
import type { DeclaredAction } from "#lib/automations/naming/find-actions.ts";
import { replayRun } from "#lib/automations/replay-run.ts";
import { listRuns } from "#lib/automations/runs/list-runs.ts";
import { requireAction } from "#lib/automations/testing/right-mappings.ts";
import { senders } from "#lib/destinations/senders.ts";
import { Drainer } from "#lib/engine/drainer.ts";
import { acceptEvents } from "#lib/events/accept-events.ts";
import { orderPaid } from "#lib/events/catalogue/orders.ts";
import { connectWithKeys } from "#lib/integrations/connect/connect-with-keys.ts";
import { holdSandboxServer } from "#lib/providers/testing/sandbox-server.ts";
import { woocommerce } from "#lib/providers/woocommerce/provider.ts";
import { getSandboxState } from "#lib/sandbox/get-sandbox-state.ts";
import { planSteps } from "./plan-steps.ts";
import type { Original } from "./read-originals.ts";
import type { ReplayMode, StepEffect } from "./replay-schema.ts";

let release: () => Promise<void>;
beforeAll(async () => {
  release = await holdSandboxServer(woocommerce);
});
afterAll(() => release());

const step = stepSchema.parse({ key: "a", integrationId: "int_1", action: "act", mapping: {} });
const definition = { eventType: "order.paid", condition: null, steps: [step] };
const hourMs = 60 * 60 * 1_000;
const now = Date.parse("2026-10-25T12:00:00Z");

type Case = {
  way: DeclaredAction["idempotency"];
  makes?: "order" | "payment";
  status?: Original["steps"][number]["status"];
  mode: ReplayMode;
  hoursAgo?: number;
  replayMode?: ReplayMode;
};

function planEffect({ way, makes, status, mode, hoursAgo = 1, replayMode }: Case) {
  const { run: _run, makes: _makes, ...declared } = requireAction("slack", "send-message");
  const action: DeclaredAction = { ...declared, effect: "write", idempotency: way, ...(makes && { makes }) };
  const at = new Date(now - hoursAgo * hourMs).toISOString();
  const original: Original = {
    id: "dlv_1",
    automationId: "aut_1",
    eventId: "evt_1",
    eventAt: at,
    eventType: "order.paid",
    version: 1,
    status: "failed",
    lastCode: "step_failed",
    replayMode: replayMode ?? null,
    isDataKept: true,
    definition,
    steps: status ? [{ position: 0, status, decision: null, updatedAt: at }] : [],
    newerId: null,
    doneElsewhere: [],
  };
  const found = {
    connection: { id: "int_1", label: "Shop", isConnected: true, scopes: [] },
    app: null,
    action,
  };
  return planSteps(original, mode, { version: 1, definition }, () => found, now)[0]?.effect;
}

test.each<[Case, StepEffect]>([
  [{ way: "look_up_first", mode: "same-version", status: "succeeded" }, "reuses"],
  [{ way: "look_up_first", mode: "same-version", status: "skipped" }, "skips"],
  [{ way: "look_up_first", mode: "same-version", status: "failed" }, "runs"],
  [{ way: "at_most_once", mode: "same-version", status: "failed" }, "runs"],
  [{ way: "look_up_first", mode: "same-version" }, "runs"],
  [{ way: "look_up_first", mode: "same-version", status: "unknown" }, "finds"],
  [{ way: "stable_id", mode: "live-version", status: "unknown" }, "finds"],
  [{ way: "upsert", mode: "live-version", status: "unknown" }, "finds"],
  [{ way: "native_key", mode: "same-version", status: "unknown" }, "finds"],
  [{ way: "native_key", mode: "same-version", status: "unknown", hoursAgo: 25 }, "mayRepeat"],
  [{ way: "look_up_first", mode: "same-version", status: "unknown", hoursAgo: 25 }, "finds"],
  [{ way: "at_most_once", mode: "same-version", status: "unknown" }, "mayRepeat"],
  [{ way: "look_up_first", mode: "same-version", status: "unknown", replayMode: "from-start" }, "mayRepeat"],
  [{ way: "look_up_first", mode: "from-start", status: "failed" }, "runs"],
  [{ way: "look_up_first", mode: "from-start", status: "succeeded" }, "mayRepeat"],
  [{ way: "native_key", mode: "from-start", status: "succeeded" }, "mayRepeat"],
  [{ way: "upsert", mode: "from-start", status: "succeeded" }, "finds"],
  [{ way: "look_up_first", makes: "order", mode: "from-start", status: "succeeded" }, "finds"],
  [{ way: "native_key", makes: "payment", mode: "from-start", status: "succeeded" }, "finds"],
  [
    { way: "native_key", makes: "payment", mode: "from-start", status: "succeeded", hoursAgo: 25 },
    "mayRepeat",
  ],
])("%o %s", (asked, effect) => {
  expect(planEffect(asked)).toBe(effect);
});

test("an order is made once, also by a replay from the start, and the plan says so", async () => {
  const ctx = await createTestMerchant();
  const { keys } = await getSandboxState({ ctx, input: { provider: "woocommerce" } });
  const { id: integrationId } = await connectWithKeys({
    ctx,
    input: { provider: "woocommerce", credentials: keys[0]?.fields ?? {} },
  });
  const mapping = Object.fromEntries(
    Object.entries(requireAction("woocommerce", "create-order").example).map(([name, value]) => [
      name,
      { kind: "fixed", value },
    ]),
  );
  const order = { key: "order", integrationId, action: "create-order", mapping };
  const { id } = await createAutomation({
    ctx,
    input: { name: "Shop", eventType: "order.paid", steps: [order], enabled: true },
  });
  const orders = async () => {
    const [row] = await db()
      .select({ total: count() })
      .from(sandboxObjects)
      .innerJoin(sandboxAccounts, eq(sandboxAccounts.id, sandboxObjects.accountId))
      .where(and(eq(sandboxAccounts.merchantId, ctx.merchantId), eq(sandboxObjects.kind, "order")));
    return row?.total ?? 0;
  };
  const drain = () => new Drainer(senders).run(60_000);
  const before = await orders();
  await acceptEvents({ ctx, input: { id: "order-1", type: "order.paid", data: orderPaid.example } });
  await drain();
  expect(await orders()).toBe(before + 1);
  const [run] = (await listRuns({ ctx, input: { id } })).data;
  const replayed = await replayRun({ ctx, input: { id: run?.id ?? "", mode: "from-start" } });
  expect(replayed.steps).toMatchObject([{ key: "order", effect: "finds" }]);
  await drain();
  const [again] = (await listRuns({ ctx, input: { id } })).data;
  expect(again).toMatchObject({ status: "delivered", replayId: replayed.replayId });
  expect(again?.steps[0]?.output).toEqual(run?.steps[0]?.output);
  expect(await orders()).toBe(before + 1);
});
