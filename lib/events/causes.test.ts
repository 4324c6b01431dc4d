import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { db } from "#db/client.ts";
import { integrations } from "#db/schema/integrations.ts";
import { createTestMerchant } from "#db/testing/merchant.ts";
import type { Ctx } from "#lib/auth/context.ts";
import { checkDraft } from "#lib/automations/check-draft.ts";
import { createAutomation } from "#lib/automations/create-automation.ts";
import { publishAutomation } from "#lib/automations/publish-automation.ts";
import { listDeliveries } from "#lib/deliveries/list-deliveries.ts";
import { newId } from "#lib/ids.ts";
import { connectedIn } from "#lib/integrations/connect/testing/connect.ts";
import { slack } from "#lib/providers/slack/provider.ts";
import { holdSandboxServer } from "#lib/providers/testing/sandbox-server.ts";
import { createWebhook } from "#lib/webhooks/create-webhook.ts";
import { getEvent } from "../deliveries/get-event.ts";
import { acceptEvents } from "./accept-events.ts";
import { acceptForwardedEvents } from "./accept-forwarded-events.ts";
import { orderPaid, orderPlaced } from "./catalogue/orders.ts";
import { listEvents } from "./list-events.ts";

const releases: (() => Promise<void>)[] = [];
beforeAll(async () => {
  releases.push(await holdSandboxServer(slack));
});
afterAll(async () => {
  for (const release of releases) await release();
});

const fixed = (value: string) => ({ kind: "fixed", value });

async function openAutomations(names: readonly string[], eventType = "order.paid") {
  const ctx = await createTestMerchant();
  const integrationId = await connectedIn(ctx, { provider: "slack" });
  const mapping = { channel: fixed("C0ORDERS001"), text: fixed("Hello") };
  const step = { key: "message", integrationId, action: "send-message", mapping };
  const ids: string[] = [];
  for (const name of names) {
    const { id, revision } = await createAutomation({ ctx, input: { name, eventType, steps: [step] } });
    await publishAutomation({ ctx, input: { id, revision } });
    ids.push(id);
  }
  return { ctx, ids, integrationId, step };
}

async function send(ctx: Ctx, id: string, cause?: string) {
  const event = { id, type: "order.paid", data: orderPaid.example, ...(cause ? { cause } : {}) };
  const { data } = await acceptEvents({ ctx, input: event });
  return data[0]?.deliveries;
}

/** The run that an automation made of an event. */
async function findRunId(ctx: Ctx, eventId: string, automationId: string): Promise<string> {
  const { data } = await listDeliveries({ ctx, input: { webhookId: automationId } });
  const found = data.find((run) => run.eventId === eventId);
  if (!found) throw new Error(`The automation made no run of ${eventId}.`);
  return found.id;
}

describe("an event that names the run that led to it", () => {
  test("makes a run of other automations, and none of the one that led to it; webhooks get it", async () => {
    const { ctx, ids } = await openAutomations(["Kitchen", "Books"]);
    await createWebhook({ ctx, input: { url: "https://till.example.com/in", eventTypes: ["*"] } });
    const [kitchen = "", books = ""] = ids;
    expect(await send(ctx, "first")).toBe(3);
    expect(await send(ctx, "second", await findRunId(ctx, "first", kitchen))).toBe(2);
    const { timeline, cause } = await getEvent({ ctx, input: { id: "second" } });
    expect(timeline.map(({ destination }) => destination.id)).toContain(books);
    expect(timeline.map(({ destination }) => destination.id)).not.toContain(kitchen);
    expect(cause).toEqual({ automations: [{ id: kitchen, name: "Kitchen" }], withoutRuns: "these" });
    expect((await getEvent({ ctx, input: { id: "first" } })).cause).toBeNull();
    expect((await listEvents({ ctx, input: {} })).data[0]).toMatchObject({ id: "second", cause });
  });

  test("makes no run at all once three automations in a row have led to it", async () => {
    const { ctx, ids } = await openAutomations(["A", "B", "C", "D"]);
    const [a = "", b = "", c = ""] = ids;
    expect(await send(ctx, "one")).toBe(4);
    expect(await send(ctx, "two", await findRunId(ctx, "one", a))).toBe(3);
    expect(await send(ctx, "three", await findRunId(ctx, "two", b))).toBe(2);
    expect(await send(ctx, "four", await findRunId(ctx, "three", c))).toBe(0);
    const { cause } = await getEvent({ ctx, input: { id: "four" } });
    expect(cause?.automations.map(({ name }) => name)).toEqual(["A", "B", "C"]);
    expect(cause?.withoutRuns).toBe("all");
  });

  test("that comes through Inngest is held to the same", async () => {
    const { ctx, ids } = await openAutomations(["Kitchen"]);
    await send(ctx, "first");
    const cause = await findRunId(ctx, "first", ids[0] ?? "");
    const data = { ...orderPaid.example, merchantId: ctx.merchantId, cause };
    await acceptForwardedEvents([{ id: "second", name: "order.paid", data }]);
    const event = await getEvent({ ctx, input: { id: "second" } });
    expect(event).toMatchObject({ timeline: [], cause: { automations: [{ name: "Kitchen" }] } });
    expect(event.data).not.toHaveProperty("cause");
  });

  test.each([
    [
      "of another merchant's",
      async () => {
        const other = await openAutomations(["Kitchen"]);
        await send(other.ctx, "first");
        return findRunId(other.ctx, "first", other.ids[0] ?? "");
      },
    ],
    ["that there is not", async () => "dlv_nothing"],
    [
      "that is a delivery to a webhook",
      async (ctx: Ctx) => {
        const url = "https://till.example.com/in";
        const { id } = await createWebhook({ ctx, input: { url, eventTypes: ["order.paid"] } });
        await send(ctx, "to-the-till");
        return findRunId(ctx, "to-the-till", id);
      },
    ],
  ])("is refused with its path for a run %s", async (_, make) => {
    const ctx = await createTestMerchant();
    const cause = await make(ctx);
    const event = { type: "order.paid", data: orderPaid.example };
    await expect(acceptEvents({ ctx, input: [event, { ...event, cause }] })).rejects.toMatchObject({
      status: 422,
      fieldErrors: [{ path: "[1].cause" }],
    });
    await expect(acceptEvents({ ctx, input: { ...event, cause } })).rejects.toMatchObject({
      fieldErrors: [{ path: "cause" }],
    });
  });
});

describe("a draft is checked for what could come back", () => {
  const orderStep = (integrationId: string) => ({
    key: "order",
    integrationId,
    action: "create-order",
    mapping: {},
  });

  async function listWarnings(eventType: string, make?: (ctx: Ctx, shop: string) => Promise<void>) {
    const ctx = await createTestMerchant();
    const shop = await connectShop(ctx);
    await make?.(ctx, shop);
    const { id } = await createAutomation({ ctx, input: { name: "Shop", eventType: "qr.scanned" } });
    const definition = { eventType, condition: null, steps: [orderStep(shop)] };
    const { problems } = await checkDraft({ ctx, input: { id, definition } });
    return problems.filter(({ weight }) => weight === "warning");
  }

  test("an order that is made of an order may be told as one", async () => {
    const warnings = await listWarnings("order.placed");
    expect(warnings).toMatchObject([
      { path: "steps[0].action", code: "loop_possible", message: expect.stringContaining("may come back") },
    ]);
    expect(warnings[0]?.message).toContain(orderPlaced.title);
  });

  test("but not where nothing leads back to the event", async () => {
    expect(await listWarnings("qr.scanned")).toEqual([]);
  });
});

/** A shop in which orders can be made, connected without asking it. */
async function connectShop(ctx: Ctx): Promise<string> {
  const id = newId("int");
  await db().insert(integrations).values({
    id,
    merchantId: ctx.merchantId,
    provider: "woocommerce",
    environment: "sandbox",
    status: "connected",
    accountId: id,
    accountLabel: "Shop",
    scopes: [],
    settings: {},
  });
  return id;
}
