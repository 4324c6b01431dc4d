import { expect, test } from "vitest";
import { acceptEvents } from "#lib/events/accept-events.ts";
import { orderPaid, orderPlaced } from "#lib/events/catalogue/orders.ts";
import { qrScanned } from "#lib/events/catalogue/qr.ts";
import { getTimeline } from "./get-timeline.ts";
import { addCharge, addDispute, addPayout, openShop, type Shop, sell } from "./testing/scene.ts";

const paidAt = new Date();

async function tell({ ctx }: Shop) {
  const { placedAt, ...placed } = orderPlaced.example;
  const line = { name: "Soup", quantity: 1, unitAmount: 34, totalAmount: 34 };
  const abroad = {
    currency: "ISK",
    totalAmount: 34,
    taxAmount: undefined,
    tipAmount: undefined,
    lines: [line],
  };
  for (const input of [
    { id: "scan", type: "qr.scanned", data: qrScanned.example },
    { id: "placed", type: "order.placed", data: placed },
    { id: "paid", type: "order.paid", data: { ...orderPaid.example, ...abroad } },
  ]) {
    await acceptEvents({ ctx, input });
  }
}

test("a payment's timeline tells of its scan and its order what their events told, in what we count in", async () => {
  const shop = await openShop();
  await tell(shop);
  const about = async (charge: Partial<Parameters<typeof addCharge>[1]>) => {
    const { id } = await addCharge(shop, { amount: 500, paidAt, scanEventId: "scan", ...charge });
    const { steps } = await getTimeline({ ctx: shop.ctx, input: { id } });
    return steps
      .filter(({ kind }) => kind !== "charge")
      .map(({ kind, amount, currency, about: known, link }) => [kind, amount, currency, known, link])
      .toSorted(([one], [other]) => String(one).localeCompare(String(other)));
  };
  const codes = { qrCodeId: "qr_table_12" };
  expect(await about({ ...codes, tableNumber: "12", orderEventId: "placed" })).toEqual([
    ["order_placed", 3_450, "EUR", "1042", "/events/placed"],
    ["scan", null, null, "12", "/events/scan"],
  ]);
  expect(await about({ ...codes, orderEventId: "paid" })).toEqual([
    ["order_paid", 3_400, "ISK", "1042", "/events/paid"],
    ["scan", null, null, "qr_table_12", "/events/scan"],
  ]);
  // Events are kept for some time; payments for good.
  expect(await about({ ...codes, orderEventId: "gone" })).toEqual([
    ["scan", null, null, "qr_table_12", "/events/scan"],
  ]);
});

test("an inquiry has taken nothing, and what has succeeded says so", async () => {
  const shop = await openShop();
  const { id } = await addCharge(shop, { amount: 500, paidAt });
  const openedAt = new Date(paidAt.getTime() + 1_000);
  await addDispute(shop, { amount: 500, chargeId: id, openedAt, isInquiry: true });
  const { steps } = await getTimeline({ ctx: shop.ctx, input: { id } });
  expect(steps.map(({ kind, amount, state }) => [kind, amount, state])).toEqual([
    ["charge", 500, "succeeded"],
    ["dispute", 0, "needs_response"],
  ]);
});

test("a timeline is complete once the order is known and a payout that it went into cannot fail any more", async () => {
  const shop = await openShop();
  const isComplete = async (attributeDueAt: Date | null, isFinal: boolean) => {
    const { id, sourceId } = await sell(shop, { amount: 500, paidAt, attributeDueAt });
    await addPayout(shop, { amount: 400, items: [sourceId], isFinal });
    return (await getTimeline({ ctx: shop.ctx, input: { id } })).isComplete;
  };
  expect([
    await isComplete(null, true),
    await isComplete(null, false),
    await isComplete(paidAt, true),
  ]).toEqual([true, false, false]);
});

test("a timeline has the payout that its payment went into, and no other of the account", async () => {
  const shop = await openShop();
  const sales = [await sell(shop, { amount: 500, paidAt }), await sell(shop, { amount: 700, paidAt })];
  const payoutIds: string[] = [];
  for (const { sourceId } of sales) payoutIds.push(await addPayout(shop, { amount: 400, items: [sourceId] }));
  for (const [place, { id }] of sales.entries()) {
    const { steps } = await getTimeline({ ctx: shop.ctx, input: { id } });
    const payouts = steps.filter(({ kind }) => kind === "payout").map((step) => step.id);
    expect(payouts).toEqual([payoutIds[place]]);
  }
});
