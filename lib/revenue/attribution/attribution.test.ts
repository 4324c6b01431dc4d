import { asc, eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "#db/client.ts";
import { chargeLines, charges } from "#db/schema/payments.ts";
import { acceptEvents } from "#lib/events/accept-events.ts";
import { orderPaid, orderPlaced } from "#lib/events/catalogue/orders.ts";
import { qrScanned } from "#lib/events/catalogue/qr.ts";
import { insertEvents } from "#lib/events/insert-events.ts";
import { getRevenue } from "../get-revenue.ts";
import { verifyRollUps } from "../roll-ups/verify-roll-ups.ts";
import { addCharge, openShop, type Shop } from "../testing/scene.ts";
import { attributeCharge } from "./attribute-charge.ts";
import { attributeDue } from "./attribute-due.ts";

const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000);

/** A payment of the example's order, a minute ago. */
const pay = (shop: Shop, options: Partial<Parameters<typeof addCharge>[1]> = {}) =>
  addCharge(shop, {
    amount: 3_750,
    paidAt: minutesAgo(1),
    orderId: "ord_1042",
    origin: "provider",
    ...options,
  });

async function read(id: string) {
  const [row] = await db().select().from(charges).where(eq(charges.id, id));
  if (!row) throw new Error("The payment is gone.");
  return row;
}

async function attribute(id: string) {
  await attributeCharge(await read(id));
  return read(id);
}

const placed = (shop: Shop, data: Record<string, unknown> = {}, id = "placed") => {
  const { placedAt, ...example } = orderPlaced.example;
  return acceptEvents({ ctx: shop.ctx, input: { id, type: "order.placed", data: { ...example, ...data } } });
};

const paid = (shop: Shop, data: Record<string, unknown> = {}, id = "paid") =>
  acceptEvents({ ctx: shop.ctx, input: { id, type: "order.paid", data: { ...orderPaid.example, ...data } } });

const scanned = (shop: Shop, code: string, at: Date, id: string) =>
  acceptEvents({
    ctx: shop.ctx,
    input: {
      id,
      type: "qr.scanned",
      data: { ...qrScanned.example, scannedAt: at.toISOString(), code: { id: code } },
      occurredAt: at.toISOString(),
    },
  });

test("a payment gets the order's code, table, tip and lines, and the last scan of the code before the order", async () => {
  const shop = await openShop();
  await scanned(shop, "qr_table_12", minutesAgo(90), "early");
  await scanned(shop, "qr_table_12", minutesAgo(30), "right");
  await scanned(shop, "qr_table_1", minutesAgo(20), "other-code");
  await scanned(shop, "qr-table-12", minutesAgo(20), "alike");
  await scanned(shop, "qr_table_12", new Date(Date.now() + 600_000), "late");
  await placed(shop);
  await paid(shop);
  const { id } = await pay(shop);
  expect(await attribute(id)).toMatchObject({
    tip: 300,
    qrCodeId: "qr_table_12",
    tableNumber: "12",
    orderEventId: "paid",
    scanEventId: "right",
    attributeDueAt: null,
  });
  const lines = await db()
    .select({ name: chargeLines.name, sku: chargeLines.sku, amount: chargeLines.amount })
    .from(chargeLines)
    .where(eq(chargeLines.chargeId, id))
    .orderBy(asc(chargeLines.position));
  expect(lines).toEqual([
    { name: "Pizza Margherita", sku: "PIZZA-MARG", amount: 2_500 },
    { name: "House wine, 0.2 l", sku: "WINE-HOUSE", amount: 950 },
  ]);
  expect(await verifyRollUps(shop.merchantId)).toEqual([]);
});

test("where the past is told of in one go, each payment has the scan before its own order", async () => {
  const shop = await openShop();
  const days = 24 * 60;
  const ids: string[] = [];
  for (const [order, ago] of [
    ["ord_one", 9 * days],
    ["ord_two", 9 * days - 300],
  ] as const) {
    await scanned(shop, "qr_table_12", minutesAgo(ago), `scan-${order}`);
    await acceptEvents({
      ctx: shop.ctx,
      input: {
        id: order,
        type: "order.placed",
        occurredAt: minutesAgo(ago - 10).toISOString(),
        data: {
          ...orderPlaced.example,
          orderId: order,
          totalAmount: 3_750,
          placedAt: minutesAgo(ago - 10).toISOString(),
        },
      },
    });
    const paidAt = minutesAgo(ago - 30);
    ids.push((await pay(shop, { orderId: order, paidAt, createdAt: new Date(), origin: "request" })).id);
  }
  await scanned(shop, "qr_table_12", minutesAgo(5), "today");
  const found = [];
  for (const id of ids) found.push((await attribute(id)).scanEventId);
  expect(found).toEqual(["scan-ord_one", "scan-ord_two"]);
});

test("an order that comes after its payment is found later, and what was counted moves and is counted once", async () => {
  const shop = await openShop();
  const { id } = await pay(shop);
  const early = await attribute(id);
  expect([early.orderEventId, early.attributeDueAt === null]).toEqual([null, false]);
  await placed(shop, { totalAmount: 3_750, tableNumber: "7", qrCodeId: undefined });
  expect(await attribute(id)).toMatchObject({ tableNumber: "7", orderEventId: "placed", tip: null });
  expect((await read(id)).attributeDueAt).not.toBeNull();
  await paid(shop);
  for (let turn = 0; turn < 3; turn += 1) await attribute(id);
  const { sold, totals } = await getRevenue({ ctx: shop.ctx, input: { by: "table" } });
  expect(sold.map(({ value, sales, tips, orders }) => [value, sales, tips, orders])).toEqual([
    ["12", 3_750, 300, 1],
  ]);
  expect([totals.sales, totals.orders]).toEqual([3_750, 1]);
  expect(await verifyRollUps(shop.merchantId)).toEqual([]);
});

test("of a payment that was asked for here the order's placing is all that is waited for, and our own word is none", async () => {
  const shop = await openShop();
  const { id } = await pay(shop, { origin: "request" });
  const own = { ...orderPaid.example, lines: [{ ...orderPaid.example.lines[0], name: "Payment" }] };
  await insertEvents(db(), shop.merchantId, "patchbay", [
    { id: `order_paid_${id}`, type: "order.paid", data: own, occurredAt: new Date() },
  ]);
  const early = await attribute(id);
  expect([early.orderEventId, early.attributeDueAt === null]).toEqual([null, false]);
  await placed(shop, { qrCodeId: undefined });
  expect(await attribute(id)).toMatchObject({ orderEventId: "placed", attributeDueAt: null });
});

test("of a bill that was split each payment has its share, and the order is counted once", async () => {
  const shop = await openShop();
  await paid(shop);
  for (const amount of [1_000, 1_000, 1_750]) await attribute((await pay(shop, { amount })).id);
  const { sold, totals } = await getRevenue({ ctx: shop.ctx, input: { by: "product" } });
  expect([totals.sales, totals.tips, totals.orders]).toEqual([3_750, 300, 1]);
  const products = sold.filter(({ kind }) => kind === "value");
  expect(products.reduce((sum, { sales }) => sum + sales, 0)).toBe(3_450);
  expect(products.map(({ value, quantity }) => [value, quantity])).toEqual([
    ["Pizza Margherita", 2],
    ["House wine, 0.2 l", 1],
  ]);
  // Each has lines of its own, which the next one's leave alone.
  expect(await db().$count(chargeLines, eq(chargeLines.merchantId, shop.merchantId))).toBe(6);
  expect(await verifyRollUps(shop.merchantId)).toEqual([]);
});

test("amounts of events are counted as Stripe counts: 34 króna of an event are 3400", async () => {
  const shop = await openShop();
  const line = { name: "Soup", quantity: 1, unitAmount: 34, totalAmount: 34 };
  await paid(shop, { currency: "ISK", totalAmount: 37, tipAmount: 3, taxAmount: undefined, lines: [line] });
  const { id } = await pay(shop, { amount: 3_700, currency: "ISK" });
  expect((await attribute(id)).tip).toBe(300);
  const { sold } = await getRevenue({ ctx: shop.ctx, input: { by: "product" } });
  expect(sold.map(({ value, sales }) => [value, sales])).toEqual([
    ["Soup", 3_400],
    [null, 300],
  ]);
});

test("an order is another's by one letter, by its merchant, or by a name that looks the same", async () => {
  const [shop, other] = [await openShop(), await openShop()];
  await paid(other);
  await paid(shop, { orderId: "ord-1042" }, "alike");
  await paid(shop, { orderId: "ord_10422" }, "longer");
  const { id } = await pay(shop);
  expect((await attribute(id)).orderEventId).toBeNull();
});

test("the order is found however much it holds before its id", async () => {
  const shop = await openShop();
  const { orderId, ...rest } = orderPaid.example;
  const lines = Array.from({ length: 300 }, (_, place) => ({
    name: `A dish with a rather long name, number ${place}`,
    quantity: 1,
    unitAmount: 12,
    totalAmount: 12,
  }));
  await acceptEvents({
    ctx: shop.ctx,
    input: { id: "long", type: "order.paid", data: { ...rest, lines, orderId } },
  });
  const { id } = await pay(shop);
  expect((await attribute(id)).orderEventId).toBe("long");
});

test("it is looked for less and less often, and given up after a day", async () => {
  const shop = await openShop();
  const waits: number[] = [];
  for (const minutes of [1, 30, 600]) {
    const { id } = await pay(shop, { paidAt: minutesAgo(minutes) });
    waits.push(((await attribute(id)).attributeDueAt?.getTime() ?? 0) - Date.now());
  }
  // Never in a hurry, and within an hour.
  expect(waits[0]).toBeGreaterThan(25_000);
  expect(waits[2]).toBeLessThanOrEqual(60 * 60_000);
  expect(waits[0]).toBeLessThan(waits[1] ?? 0);
  expect(waits[1]).toBeLessThan(waits[2] ?? 0);
  const fresh = await attribute((await pay(shop, { paidAt: minutesAgo(0) })).id);
  expect((fresh.attributeDueAt?.getTime() ?? 0) - Date.now()).toBeGreaterThan(5_000);
  const { id } = await pay(shop, { paidAt: minutesAgo(24 * 60 + 1) });
  expect((await attribute(id)).attributeDueAt).toBeNull();
});

test("a scan is waited for some minutes after the payment, and no longer", async () => {
  const shop = await openShop();
  await placed(shop);
  await paid(shop);
  const isDue = async (minutes: number) => {
    const { id } = await pay(shop, { paidAt: minutesAgo(minutes) });
    return (await attribute(id)).attributeDueAt !== null;
  };
  expect([await isDue(1), await isDue(11)]).toEqual([true, false]);
});

test("the queue takes a payment that is due, and one without an order is due no more", async () => {
  const shop = await openShop();
  await paid(shop);
  const [one, other] = [await pay(shop), await pay(shop, { orderId: null })];
  for (const { id } of [one, other]) {
    await db()
      .update(charges)
      .set({ attributeDueAt: sql`'2020-01-01'::timestamptz` })
      .where(eq(charges.id, id));
  }
  await attributeDue({ budgetMs: 20_000 });
  expect([(await read(one.id)).orderEventId, (await read(other.id)).attributeDueAt]).toEqual(["paid", null]);
});

test("a payment of which looking breaks is tried again each hour until it is a day old, and holds up no other", async () => {
  const shop = await openShop();
  await paid(shop);
  const long = { paidAt: minutesAgo(25 * 60), createdAt: minutesAgo(2) };
  const [broken, old, other] = [await pay(shop), await pay(shop, long), await pay(shop)];
  const resting = await pay(shop);
  for (const { id } of [broken, old, other]) {
    await db()
      .update(charges)
      .set({ attributeDueAt: sql`'2020-01-01'::timestamptz` })
      .where(eq(charges.id, id));
  }
  // No currency of these letters has digits.
  for (const { id } of [broken, old]) {
    await db().update(charges).set({ currency: "??" }).where(eq(charges.id, id));
  }
  await attributeDue({ budgetMs: 20_000 });
  const dueIn = ((await read(broken.id)).attributeDueAt?.getTime() ?? 0) - Date.now();
  expect(Math.round(dueIn / 60_000)).toBe(60);
  expect((await read(old.id)).attributeDueAt).toBeNull();
  expect((await read(other.id)).orderEventId).toBe("paid");
  expect((await read(resting.id)).attributeDueAt).toBeNull();
});
