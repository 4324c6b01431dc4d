import { and, eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { db } from "#db/client.ts";
import { eventPayloads, events } from "#db/schema/events.ts";
import { refunds } from "#db/schema/payments.ts";
import { acceptEvents } from "#lib/events/accept-events.ts";
import { buildFactKey } from "#lib/events/catalogue/about.ts";
import { orderPaid, orderPlaced, orderRefunded } from "#lib/events/catalogue/orders.ts";
import { newId } from "#lib/ids.ts";
import { runIntegrationAction } from "#lib/integrations/run-action.ts";
import { stripe } from "#lib/providers/stripe/provider.ts";
import { holdSandboxServer } from "#lib/providers/testing/sandbox-server.ts";
import { createWebhook } from "#lib/webhooks/create-webhook.ts";
import { makeUpCharge } from "../testing/make-up-charge.ts";
import { openPayments, type PaymentScene } from "../testing/payment-scene.ts";

let release: () => Promise<void>;
beforeAll(async () => {
  release = await holdSandboxServer(stripe);
});
afterAll(() => release());

const orderId = "ord_1042";

async function told({ ctx }: PaymentScene, type: string) {
  const rows = await db()
    .select({ id: events.id, data: eventPayloads.data })
    .from(events)
    .innerJoin(
      eventPayloads,
      and(eq(eventPayloads.merchantId, events.merchantId), eq(eventPayloads.eventId, events.id)),
    )
    .where(and(eq(events.merchantId, ctx.merchantId), sql`${events.type} = ${type}`));
  return rows;
}

describe("a payment for an order", () => {
  test("is told once, in the catalogue's form, with what the order's own event said", async () => {
    const scene = await openPayments();
    const { ctx } = scene;
    await acceptEvents({ ctx, input: { type: "order.placed", data: orderPlaced.example } });
    const { id } = await scene.charge({ orderId, amount: orderPlaced.example.totalAmount });
    await scene.lookUp(id);
    const [event, ...more] = await told(scene, "order.paid");
    expect(more).toEqual([]);
    expect(event?.id).toBe(`order_paid_${id}`);
    expect(orderPaid.schema.parse(event?.data)).toMatchObject({
      orderId,
      number: "1042",
      totalAmount: 3_450,
      taxAmount: 551,
      lines: orderPlaced.example.lines,
      tableNumber: "12",
      payment: { id, method: "card" },
    });
  });

  test("of which nobody told is told with the payment as its one line", async () => {
    const scene = await openPayments();
    // Its id is another one, and looks the same to the search.
    const data = { ...orderPlaced.example, orderId: "ord-1042" };
    await acceptEvents({ ctx: scene.ctx, input: { type: "order.placed", data } });
    const customer = { name: "Mara Klein", email: "mara@example.com" };
    const { id } = await scene.charge({ orderId, tip: 500, description: "Table 7", customer });
    const [event] = await told(scene, "order.paid");
    expect(orderPaid.schema.parse(event?.data)).toMatchObject({
      number: orderId,
      totalAmount: 5_000,
      tipAmount: 500,
      lines: [{ name: "Table 7", quantity: 1, unitAmount: 5_000, totalAmount: 5_000 }],
      customer,
      payment: { id },
    });
  });

  test("that the platform tells as well is one event under our id, and one fact to automations under any", async () => {
    const scene = await openPayments();
    const { id } = await scene.charge({ orderId });
    const data = { ...orderPaid.example, payment: { ...orderPaid.example.payment, id } };
    const same = { id: `order_paid_${id}`, type: "order.paid", data };
    const { data: answers } = await acceptEvents({ ctx: scene.ctx, input: same });
    expect(answers).toMatchObject([{ id: same.id, duplicate: true }]);
    const [event] = await told(scene, "order.paid");
    expect(buildFactKey({ type: "order.paid", data: event?.data ?? {} })).toBe(buildFactKey(same));
  });

  test("reaches the merchant's webhooks", async () => {
    const scene = await openPayments();
    const input = { url: "https://pos.example.com/hook", eventTypes: ["order.paid"] };
    const webhook = await createWebhook({ ctx: scene.ctx, input });
    const { id } = await scene.charge({ orderId });
    const rows = await db().execute<{ destination_id: string }>(
      sql`SELECT destination_id FROM deliveries WHERE merchant_id = ${scene.ctx.merchantId} AND event_id = ${`order_paid_${id}`}`,
    );
    expect(rows.map((row) => row.destination_id)).toEqual([webhook.id]);
  });
});

test("amounts are told as events count them, which is not as Stripe does", async () => {
  const scene = await openPayments();
  await scene.charge({ orderId, currency: "ISK", amount: 500_000, tip: 10_000 });
  const [event] = await told(scene, "order.paid");
  expect(event?.data).toMatchObject({ totalAmount: 5_000, tipAmount: 100, currency: "ISK" });
});

test("a payment without an order, and one that has not succeeded, is told nobody", async () => {
  const scene = await openPayments();
  await scene.charge();
  await scene.charge({ orderId, paymentMethod: "pm_card_chargeDeclined" });
  await scene.charge({ orderId, mode: "intent", paymentMethod: undefined });
  expect(await told(scene, "order.paid")).toEqual([]);
});

test("each refund of an order's payment is told once, and the last one says that all was paid back", async () => {
  const scene = await openPayments();
  const { id } = await scene.charge({ orderId });
  // What failed was not given back, nor what was given back of another payment.
  const merchantId = scene.ctx.merchantId;
  const other = await makeUpCharge(merchantId);
  for (const [chargeId, status] of [
    [id, "failed"],
    [other, "succeeded"],
  ] as const) {
    const row = { id: newId("rfd"), merchantId, chargeId, amount: 5_000, currency: "EUR" };
    await db()
      .insert(refunds)
      .values({ ...row, origin: "request", status });
  }
  const first = await scene.refund(id, { amount: 2_000, reason: "Wine was corked" });
  const second = await scene.refund(id);
  await scene.lookUpRefund(first.id);
  const all = (await told(scene, "order.refunded")).map(({ id: eventId, data }) => ({
    eventId,
    ...orderRefunded.schema.parse(data),
  }));
  expect(all.toSorted((one, other) => one.refundedAmount - other.refundedAmount)).toMatchObject([
    {
      eventId: `order_refunded_${first.id}`,
      refundedAmount: 2_000,
      isFullRefund: false,
      reason: "Wine was corked",
    },
    { eventId: `order_refunded_${second.id}`, refundedAmount: 3_000, isFullRefund: true },
  ]);
});

test("a refund that an automation made is told by whoever began it, or it would begin the next one", async () => {
  const scene = await openPayments();
  const { id } = await scene.charge({ orderId });
  const { chargeId } = await scene.readRow(id);
  const input = {
    id: scene.integrationId,
    action: "refund-charge",
    input: { charge: chargeId, amount: 1_000 },
  };
  await runIntegrationAction({ ctx: scene.ctx, input });
  expect(await scene.refundRows()).toMatchObject([{ origin: "automation", status: "succeeded" }]);
  expect(await told(scene, "order.refunded")).toEqual([]);
});
