import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "#db/client.ts";
import { createTestMerchant } from "#db/testing/merchant.ts";
import type { Ctx } from "#lib/auth/context.ts";
import { cancelDelivery } from "#lib/deliveries/cancel-delivery.ts";
import { listDeliveries } from "#lib/deliveries/list-deliveries.ts";
import { createWebhook } from "#lib/webhooks/create-webhook.ts";
import { pauseWebhook } from "#lib/webhooks/pause-webhook.ts";
import { getEvent } from "../deliveries/get-event.ts";
import { acceptEvents } from "./accept-events.ts";
import { orderPaid } from "./catalogue/orders.ts";
import { webhookFailed } from "./catalogue/patchbay.ts";
import { qrScanned } from "./catalogue/qr.ts";
import { insertEvents } from "./insert-events.ts";
import { listEvents } from "./list-events.ts";
import type { EventDto } from "./schema.ts";

async function setEvents(): Promise<Ctx> {
  const ctx = await createTestMerchant();
  const orders = Array.from({ length: 8 }, (_, index) => ({
    type: "order.paid",
    data: { ...orderPaid.example, number: String(2001 + index) },
  }));
  const scans = Array.from({ length: 5 }, () => ({ type: "qr.scanned", data: qrScanned.example }));
  await acceptEvents({ ctx, input: [...orders, ...scans] });
  return ctx;
}

/** Every row of the list, walked page by page. */
async function walk(ctx: Ctx, filter: object, limit: number): Promise<EventDto[]> {
  const rows: EventDto[] = [];
  let cursor: string | null | undefined;
  do {
    const input = { ...filter, limit, ...(cursor ? { cursor } : {}) };
    const page = await listEvents({ ctx, input });
    rows.push(...page.data);
    cursor = page.nextCursor;
  } while (cursor !== null);
  return rows;
}

const getIds = (rows: readonly EventDto[]) => rows.map((row) => row.id);

test("walking all pages gives each event once, in one order, under filters too", async () => {
  const ctx = await setEvents();
  const whole = await walk(ctx, {}, 100);
  expect(new Set(getIds(whole)).size).toBe(13);
  for (const limit of [1, 4, 13]) expect(getIds(await walk(ctx, {}, limit))).toEqual(getIds(whole));
  const orders = whole.filter((event) => event.type === "order.paid");
  expect(orders).toHaveLength(8);
  expect(getIds(await walk(ctx, { type: "order.paid" }, 3))).toEqual(getIds(orders));
});

test("events of the very same moment are neither skipped nor repeated at a page's end", async () => {
  const ctx = await setEvents();
  await db().execute(sql`UPDATE events SET accepted_at = now() WHERE merchant_id = ${ctx.merchantId}`);
  const ids = getIds(await walk(ctx, {}, 2));
  expect(ids).toHaveLength(13);
  expect(new Set(ids).size).toBe(13);
});

test("search finds an order by its number, and an event by its id", async () => {
  const ctx = await setEvents();
  const [found, ...others] = await walk(ctx, { search: "Order 2004" }, 5);
  expect(others).toEqual([]);
  expect(found?.data).toMatchObject({ number: "2004" });
  expect(getIds(await walk(ctx, { search: found?.id }, 5))).toEqual([found?.id]);
});

test("Patchbay's own events are left out unless they, or one of their types, are asked for", async () => {
  const ctx = await setEvents();
  const own = { id: "evt_own", type: "webhook.failed", data: webhookFailed.example, occurredAt: new Date() };
  await insertEvents(db(), ctx.merchantId, "patchbay", [own]);
  expect(await walk(ctx, {}, 100)).toHaveLength(13);
  expect(await walk(ctx, { includeOwn: "true" }, 4)).toHaveLength(14);
  expect(getIds(await walk(ctx, { type: "webhook.failed" }, 5))).toEqual(["evt_own"]);
});

test("another merchant's events are not listed, also where both used the same id", async () => {
  const ctx = await createTestMerchant();
  const stranger = await createTestMerchant();
  const event = { id: "order-1", type: "order.paid", data: orderPaid.example };
  await acceptEvents({ ctx, input: event });
  await acceptEvents({ ctx: stranger, input: { ...event, data: { ...orderPaid.example, number: "9" } } });
  const [own, ...others] = await walk(ctx, {}, 100);
  expect(others).toEqual([]);
  expect(own?.data).toMatchObject({ number: "1042" });
});

test("an event in the list and on its own says how its deliveries stand", async () => {
  const ctx = await createTestMerchant();
  for (const path of ["a", "b", "c"]) {
    await createWebhook({ ctx, input: { url: `http://localhost:9/${path}`, eventTypes: ["*"] } });
  }
  await acceptEvents({ ctx, input: { id: "order-1", type: "order.paid", data: orderPaid.example } });
  const [delivery] = (await listDeliveries({ ctx, input: {} })).data;
  await cancelDelivery({ ctx, input: { id: delivery?.id ?? "" } });

  const [waiting] = (await listDeliveries({ ctx, input: { status: "pending" } })).data;
  await pauseWebhook({ ctx, input: { id: waiting?.webhookId ?? "" } });

  const counts = { total: 3, delivered: 0, pending: 2, held: 1, failed: 0, cancelled: 1 };
  const [listed] = await walk(ctx, {}, 5);
  expect(listed?.deliveries).toEqual(counts);
  const event = await getEvent({ ctx, input: { id: "order-1" } });
  expect(event.deliveries).toEqual(counts);
  expect(event.timeline).toHaveLength(3);
});
