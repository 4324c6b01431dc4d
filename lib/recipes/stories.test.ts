import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { getRun } from "#lib/automations/runs/get-run.ts";
import { acceptEvents } from "#lib/events/accept-events.ts";
import { orderPaid, orderPlaced } from "#lib/events/catalogue/orders.ts";
import { runIntegrationAction } from "#lib/integrations/run-action.ts";
import { loadProviders } from "#lib/providers/registry.ts";
import { holdSandboxServer } from "#lib/providers/testing/sandbox-server.ts";
import { switchFaultOn } from "#lib/sandbox/core/switch-fault-on.ts";
import { runSandboxCommand } from "#lib/sandbox/run-sandbox-command.ts";
import { type Answers, openStory } from "./testing/open-story.ts";

const providers = await loadProviders();

const releases: (() => Promise<void>)[] = [];
beforeAll(async () => {
  for (const provider of providers) releases.push(await holdSandboxServer(provider));
});
afterAll(async () => {
  for (const release of releases) await release();
});

const madeByApp = {
  restaurant: { slack: "message", shopify: "order", mailchimp: "member", "google-sheets": "row" },
  shop: {
    woocommerce: "order",
    sendgrid: "email",
    hubspot: "contact",
    salesforce: "Lead",
    paypal: "capture",
  },
} as const;
const apps = { restaurant: Object.keys(madeByApp.restaurant), shop: Object.keys(madeByApp.shop) };

async function made(count: (app: string, kind: string) => Promise<number>, story: keyof typeof madeByApp) {
  const counts: [string, number][] = [];
  for (const [app, kind] of Object.entries(madeByApp[story])) counts.push([app, await count(app, kind)]);
  return Object.fromEntries(counts);
}

function more(after: Record<string, number>, before: Record<string, number>): Record<string, number> {
  return Object.fromEntries(Object.entries(after).map(([app, total]) => [app, total - (before[app] ?? 0)]));
}
const once = (story: keyof typeof madeByApp) => Object.fromEntries(apps[story].map((app) => [app, 1]));

async function openRestaurant() {
  const scene = await openStory("restaurant-orders");
  const before = await made(scene.count, "restaurant");
  return {
    ...scene,
    made: async () => more(await made(scene.count, "restaurant"), before),
    send: (customer = orderPaid.example.customer) =>
      acceptEvents({
        ctx: scene.ctx,
        input: { id: "order-1", type: "order.paid", data: { ...orderPaid.example, customer } },
      }),
  };
}

const live = { capture: { mode: "live" as const, limit: { amount: 100_000, currency: "EUR" } } };

/** @param answers to the recipe's questions; none = the payment is on review */
async function openShop(answers: Answers) {
  const scene = await openStory("shop-orders", answers);
  const { ctx, getIntegrationId } = scene;
  const { output } = await runIntegrationAction({
    ctx,
    input: {
      id: getIntegrationId("paypal"),
      action: "create-order",
      input: { amount: 3_450, currency: "EUR", returnUrl: "https://shop.example/thanks" },
    },
  });
  const approval = { provider: "paypal", command: "approve-newest" };
  await runSandboxCommand({ ctx, input: approval });
  const before = await made(scene.count, "shop");
  return {
    ...scene,
    paypalOrderId: output.orderId,
    made: async () => more(await made(scene.count, "shop"), before),
    send: (change: Record<string, unknown> = { paypalOrderId: output.orderId }) =>
      acceptEvents({
        ctx,
        input: { id: "order-1", type: "order.placed", data: { ...orderPlaced.example, ...change } },
      }),
  };
}

const faults = ["server_error", "lost"] as const;

describe("the restaurant", () => {
  test("a paid order is told to the kitchen, is in the shop, on the list and in the books, once each", async () => {
    const { send, drain, made, delivery } = await openRestaurant();
    await send();
    await drain();
    expect(await made()).toEqual(once("restaurant"));
    expect(await delivery()).toMatchObject({ status: "delivered" });
  });

  test("a guest who has not agreed is not added to the list, and all else is done", async () => {
    const { send, drain, made, delivery } = await openRestaurant();
    await send({ ...orderPaid.example.customer, hasMarketingConsent: false });
    await drain();
    expect(await made()).toEqual({ ...once("restaurant"), mailchimp: 0 });
    expect(await delivery()).toMatchObject({ status: "delivered" });
  });

  test.each(apps.restaurant.flatMap((app) => faults.map((kind) => [app, kind] as const)))(
    "while %s answers with %s the run waits there, and afterwards each thing is there once",
    async (provider, kind) => {
      const { ctx, send, drain, made, makeDue, delivery } = await openRestaurant();
      const times = kind === "lost" ? 1 : 1_000;
      await switchFaultOn({ merchantId: ctx.merchantId, provider, kind, times });
      await send();
      await drain();
      const before = apps.restaurant.slice(0, apps.restaurant.indexOf(provider));
      const meanwhile = await made();
      for (const app of before) expect([app, meanwhile[app]]).toEqual([app, 1]);
      await makeDue();
      await drain();
      expect(await made()).toEqual(once("restaurant"));
      expect(await delivery()).toMatchObject({ status: "delivered" });
    },
  );
});

describe("the shop", () => {
  test("an order is in the shop, confirmed, in both CRMs, and its money is taken, once each", async () => {
    const { send, drain, made, delivery } = await openShop(live);
    await send();
    await drain();
    expect(await delivery()).toMatchObject({ status: "delivered" });
    expect(await made()).toEqual(once("shop"));
  });

  test("without an answer about payments none is taken on its own", async () => {
    const { send, drain, made, automation } = await openShop({});
    expect(automation.draft.steps.at(-1)).toMatchObject({ mode: "review", limit: null });
    await send();
    await drain();
    expect(await made()).toEqual({ ...once("shop"), paypal: 0 });
  });

  test("nor is one above the limit, or for an order that nobody pays by PayPal", async () => {
    const above = await openShop({ capture: { mode: "live", limit: { amount: 3_449, currency: "EUR" } } });
    await above.send();
    await above.drain();
    expect(await above.made()).toEqual({ ...once("shop"), paypal: 0 });
    const other = await openShop(live);
    await other.send({});
    await other.drain();
    expect(await other.made()).toEqual({ ...once("shop"), paypal: 0 });
    expect(await other.delivery()).toMatchObject({ status: "delivered" });
  });

  test("what PayPal will take counts, and not what the order event says", async () => {
    const dear = await openShop({ capture: { mode: "live", limit: { amount: 3_449, currency: "EUR" } } });
    await dear.send({ paypalOrderId: dear.paypalOrderId, totalAmount: 100 });
    await dear.drain();
    expect(await dear.made()).toEqual({ ...once("shop"), paypal: 0 });
    const run = await getRun({ ctx: dear.ctx, input: { id: (await dear.delivery()).id } });
    expect(run.steps.at(-1)).toMatchObject({ status: "review", message: expect.stringContaining("34.50") });
    const cheap = await openShop({ capture: { mode: "live", limit: { amount: 3_450, currency: "EUR" } } });
    await cheap.send({ paypalOrderId: cheap.paypalOrderId, totalAmount: 999_999, currency: "USD" });
    await cheap.drain();
    expect(await cheap.made()).toEqual(once("shop"));
  });

  test("nothing is taken while PayPal does not say how much it is; then it goes on", async () => {
    const { ctx, send, drain, made, makeDue, delivery } = await openShop(live);
    await switchFaultOn({ merchantId: ctx.merchantId, provider: "paypal", kind: "server_error", times: 1 });
    await send();
    await drain();
    expect(await made()).toEqual({ ...once("shop"), paypal: 0 });
    const run = await getRun({ ctx, input: { id: (await delivery()).id } });
    // Nobody needs to look whether it was done: it was not begun.
    expect(run.steps.at(-1)).toMatchObject({ status: "failed" });
    await makeDue();
    await drain();
    expect(await made()).toEqual(once("shop"));
  });

  test.each(apps.shop.flatMap((app) => faults.map((kind) => [app, kind] as const)))(
    "while %s answers with %s the run waits there, and afterwards each thing is there once",
    async (provider, kind) => {
      const { ctx, send, drain, made, makeDue, delivery } = await openShop(live);
      const times = kind === "lost" ? 1 : 1_000;
      await switchFaultOn({ merchantId: ctx.merchantId, provider, kind, times });
      await send();
      await drain();
      const before = apps.shop.slice(0, apps.shop.indexOf(provider));
      const meanwhile = await made();
      for (const app of before) expect([app, meanwhile[app]]).toEqual([app, 1]);
      await makeDue();
      await drain();
      expect(await made()).toEqual(once("shop"));
      expect(await delivery()).toMatchObject({ status: "delivered" });
    },
  );
});
