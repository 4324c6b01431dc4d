import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { db } from "#db/client.ts";
import { approveStep } from "#lib/automations/runs/decide-step.ts";
import { getRun } from "#lib/automations/runs/get-run.ts";
import { acceptEvents } from "#lib/events/accept-events.ts";
import { orderPlaced } from "#lib/events/catalogue/orders.ts";
import { runIntegrationAction } from "#lib/integrations/run-action.ts";
import { loadProviders } from "#lib/providers/registry.ts";
import { holdSandboxServer } from "#lib/providers/testing/sandbox-server.ts";
import { switchFaultOn } from "#lib/sandbox/core/switch-fault-on.ts";
import { runSandboxCommand } from "#lib/sandbox/run-sandbox-command.ts";
import { openStory } from "./testing/open-story.ts";

const providers = await loadProviders();

const releases: (() => Promise<void>)[] = [];
beforeAll(async () => {
  for (const provider of providers) releases.push(await holdSandboxServer(provider));
});
afterAll(async () => {
  for (const release of releases) await release();
});

/** A shop whose payment of €34.50 is prepared and waits for approval. */
async function openPrepared() {
  const scene = await openStory("shop-orders");
  const { ctx, drain, delivery } = scene;
  const { output } = await runIntegrationAction({
    ctx,
    input: {
      id: scene.getIntegrationId("paypal"),
      action: "create-order",
      input: { amount: 3_450, currency: "EUR", returnUrl: "https://shop.example/thanks" },
    },
  });
  await runSandboxCommand({ ctx, input: { provider: "paypal", command: "approve-newest" } });
  const data = { ...orderPlaced.example, paypalOrderId: output.orderId };
  await acceptEvents({ ctx, input: { id: "order-1", type: "order.placed", data } });
  await drain();
  const { id } = await delivery();
  const before = await scene.count("paypal", "capture");
  const payment = async () => (await getRun({ ctx, input: { id } })).steps.at(-1);
  return {
    ...scene,
    payment,
    taken: async () => (await scene.count("paypal", "capture")) - before,
    approve: async () => approveStep({ ctx, input: { id, step: (await payment())?.key ?? "" } }),
    /** The guest changes the order at PayPal. */
    reprice: (value: string, currency = "EUR") =>
      db().execute(sql`UPDATE sandbox_objects
        SET data = jsonb_set(data::jsonb, '{amount}', ${JSON.stringify({ value, currency_code: currency })}::jsonb)
        FROM sandbox_accounts WHERE sandbox_accounts.id = account_id AND merchant_id = ${ctx.merchantId}
          AND sandbox_objects.id = ${String(output.orderId)}`),
  };
}

test("whoever is asked for a yes reads how much PayPal will take, and that is taken", async () => {
  const { payment, approve, drain, taken } = await openPrepared();
  expect(await payment()).toMatchObject({
    status: "review",
    message: "It moves €34.50 and waits for approval.",
    canDecide: "approve",
  });
  await approve();
  await drain();
  expect(await taken()).toBe(1);
  expect(await payment()).toMatchObject({
    status: "succeeded",
    output: { amount: 3_450 },
    decision: { kind: "approved" },
  });
});

test.each([
  ["more", "40.00", "EUR", "€40.00"],
  ["less", "30.00", "EUR", "€30.00"],
  ["as much of another currency", "34.50", "USD", "$34.50"],
])(
  "an order that comes to %s by then needs another yes, and nothing is taken",
  async (_, value, currency, now) => {
    const { payment, approve, drain, taken, reprice, delivery } = await openPrepared();
    await reprice(value, currency);
    await approve();
    await drain();
    expect(await taken()).toBe(0);
    expect(await delivery()).toMatchObject({ status: "held", heldFor: "review" });
    expect(await payment()).toMatchObject({
      status: "review",
      message: `It would now move ${now}, but €34.50 was approved. It waits for approval again.`,
      canDecide: "approve",
      decision: null,
    });
    await approve();
    await drain();
    expect(await taken()).toBe(1);
    expect(await payment()).toMatchObject({
      status: "succeeded",
      output: { amount: Number(value) * 100, currency },
    });
  },
);

test.each(["before PayPal says how much it is", "of the payment itself"])(
  "a failure %s takes the money once, and asks nobody again",
  async (when) => {
    const { ctx, payment, approve, drain, taken, makeDue } = await openPrepared();
    const kind = when === "of the payment itself" ? "lost" : "server_error";
    await switchFaultOn({ merchantId: ctx.merchantId, provider: "paypal", kind, times: 1 });
    await approve();
    await drain();
    await makeDue();
    await drain();
    expect(await payment()).toMatchObject({ status: "succeeded", decision: { kind: "approved" } });
    expect(await taken()).toBe(1);
  },
);
