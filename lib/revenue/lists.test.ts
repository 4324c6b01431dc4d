import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "#db/client.ts";
import { ledgerDifferences } from "#db/schema/ledger.ts";
import { ledgerSeals, paymentAccounts } from "#db/schema/payment-accounts.ts";
import { charges, refunds } from "#db/schema/payments.ts";
import { AppError } from "#lib/errors.ts";
import { acceptEvents } from "#lib/events/accept-events.ts";
import { orderPaid } from "#lib/events/catalogue/orders.ts";
import { qrScanned } from "#lib/events/catalogue/qr.ts";
import { newId } from "#lib/ids.ts";
import { attributeCharge } from "./attribution/attribute-charge.ts";
import { getPayout } from "./get-payout.ts";
import { getReconciliation } from "./get-reconciliation.ts";
import { getTimeline } from "./get-timeline.ts";
import { listDisputes } from "./list-disputes.ts";
import { listLedger } from "./list-ledger.ts";
import { listPayouts } from "./list-payouts.ts";
import { listSales } from "./list-sales.ts";
import {
  addCharge,
  addDispute,
  addPayout,
  bookAll,
  movement,
  openShop,
  type Shop,
  sell,
} from "./testing/scene.ts";
import { walkPages } from "./testing/walk-pages.ts";

const at = (hours: number) => new Date(Date.parse("2025-10-27T08:00:00Z") + hours * 3_600_000);

/** Three sales, a refund, a dispute, a fee of the provider's own, and the payout of all of it. */
async function tradeAndPayOut(shop: Shop) {
  const sales = [];
  for (const amount of [5_000, 3_000, 2_000]) {
    sales.push(await sell(shop, { amount, paidAt: at(amount / 1_000), orderId: `ord_${amount}` }));
  }
  const [first, second] = sales;
  if (!first || !second) throw new Error("Nothing was sold.");
  const dispute = await addDispute(shop, { amount: 3_000, chargeId: second.id, openedAt: at(21) });
  await bookAll(shop.book, [
    movement({
      id: `re_${first.id}`,
      kind: "refund",
      currency: "EUR",
      amount: -1_000,
      fees: [{ kind: "platform", amount: -40 }],
      at: at(20),
      paymentId: first.chargeId,
      objectId: "re_1",
    }),
    movement({
      id: `dp_${first.id}`,
      kind: "dispute",
      currency: "EUR",
      amount: -3_000,
      fees: [{ kind: "provider", amount: 2_000 }],
      at: at(21),
      paymentId: second.chargeId,
      objectId: dispute.disputeId,
    }),
    movement({ id: `fe_${first.id}`, kind: "provider_fee", currency: "EUR", amount: -150, at: at(22) }),
    movement({ id: `rs_${first.id}`, kind: "reserve", currency: "EUR", amount: -500, at: at(23) }),
  ]);
  const items = [
    ...sales.map(({ sourceId }) => sourceId),
    ...["re", "dp", "fe", "rs"].map((name) => `${name}_${first.id}`),
  ];
  const net =
    5_000 + 3_000 + 2_000 - (200 + 120 + 80) - (100 + 70 + 55) - (10 + 7 + 5) - 960 - 5_000 - 150 - 500;
  const payoutId = await addPayout(shop, { amount: net, items });
  return { first, second, dispute, payoutId, net, items };
}

test("a payout unfolds into payments, refunds, disputes, fees and others that add up to it to the cent", async () => {
  const shop = await openShop();
  const { payoutId, net, items, first } = await tradeAndPayOut(shop);
  const payout = await getPayout({ ctx: shop.ctx, input: { id: payoutId } });
  expect(payout).toMatchObject({ amount: net, total: net, difference: 0, unbooked: 0, items: "listed" });
  expect(payout.groups.map(({ group, count, net: sum }) => [group, count, sum])).toEqual([
    ["payments", 3, 10_000 - 400 - 225 - 22],
    ["refunds", 1, -960],
    ["disputes", 1, -5_000],
    ["fees", 1, -150],
    ["others", 1, -500],
  ]);
  for (const { amount, platformFees, providerFees, taxes, net: sum } of payout.groups) {
    expect(amount + platformFees + providerFees + taxes).toBe(sum);
  }
  const all = await walkPages(
    { runUnread: async (asked) => (await getPayout.runUnread(asked)).contents },
    shop.ctx,
    { id: payoutId, limit: 2 },
  );
  expect(all.map(({ sourceId }) => sourceId).toSorted()).toEqual(items.toSorted());
  expect(all.reduce((sum, item) => sum + item.net, 0)).toBe(net);
  expect(
    all
      .filter(({ charge }) => charge?.chargeId === first.id)
      .map(({ kind }) => kind)
      .toSorted(),
  ).toEqual(["payment", "refund"]);
  const refundsOnly = await getPayout({ ctx: shop.ctx, input: { id: payoutId, group: "refunds" } });
  expect(refundsOnly.contents.data.map(({ net: sum }) => sum)).toEqual([-960]);
});

test("a payout that is not explained says by how much, and how many items the ledger lacks", async () => {
  const shop = await openShop();
  const sale = await sell(shop, { amount: 1_000, paidAt: at(0), platformFee: 0 });
  const id = await addPayout(shop, { amount: 1_500, items: [sale.sourceId, "txn_nobody_knows"] });
  const payout = await getPayout({ ctx: shop.ctx, input: { id } });
  expect(payout).toMatchObject({ total: 956, difference: 544, unbooked: 1 });
});

test.each([
  [{ isAutomatic: false }, "manual"],
  [{ isAutomatic: true }, "not_yet"],
] as const)("of a payout with %j nothing is claimed: %s", async (values, items) => {
  const shop = await openShop();
  const id = await addPayout(shop, { amount: 1_500, ...values });
  const payout = await getPayout({ ctx: shop.ctx, input: { id } });
  expect(payout).toMatchObject({ items, total: null, difference: null, groups: [] });
  expect((await listPayouts({ ctx: shop.ctx, input: {} })).data.map((row) => row.items)).toEqual([items]);
});

test("items of the same name in another account, currency or merchant's ledger are not taken for the payout's", async () => {
  const [shop, other] = [await openShop(), await openShop()];
  await sell(other, { amount: 1_000, paidAt: at(0), source: "txn_same" });
  await bookAll({ ...shop.book, accountId: `${shop.accountId}_2` }, [
    movement({ id: "txn_same", kind: "payment", currency: "EUR", amount: 9, at: at(0) }),
  ]);
  const id = await addPayout(shop, { amount: 500, items: ["txn_same"] });
  expect(await getPayout({ ctx: shop.ctx, input: { id } })).toMatchObject({ total: 0, unbooked: 1 });
});

test("lists give each row once, page by page, and only those that were asked for", async () => {
  const shop = await openShop("Europe/Berlin");
  const { dispute } = await tradeAndPayOut(shop);
  const journals = await walkPages(listLedger, shop.ctx, { limit: 2 });
  expect(journals).toHaveLength(7);
  expect(new Set(journals.map(({ id }) => id)).size).toBe(7);
  const kinds = async (input: object) =>
    (await listLedger({ ctx: shop.ctx, input })).data.map(({ kind }) => kind);
  expect(await kinds({ account: "refunds,disputes" })).toEqual(["dispute", "refund"]);
  expect(await kinds({ account: "taxes", currency: "eur" })).toEqual(["payment", "payment", "payment"]);
  expect(await kinds({ currency: "USD" })).toEqual([]);
  expect(await kinds({ environment: "live" })).toEqual([]);
  expect(await kinds({ from: "2025-10-28" })).toEqual(["reserve", "provider_fee", "dispute", "refund"]);
  expect(await kinds({ to: "2025-10-27", account: "payments" })).toHaveLength(3);
  for (const { entries } of journals) expect(entries.reduce((sum, { amount }) => sum + amount, 0)).toBe(0);
  const disputes = (await listDisputes({ ctx: shop.ctx, input: { isOpen: "true" } })).data;
  expect(disputes).toMatchObject([
    {
      id: dispute.id,
      booked: [{ currency: "EUR", disputed: -3_000, fees: -2_000 }],
      charge: { orderId: "ord_3000" },
    },
  ]);
  expect((await listDisputes({ ctx: shop.ctx, input: { isOpen: "false" } })).data).toEqual([]);
  expect(await walkPages(listSales, shop.ctx, { limit: 1 })).toHaveLength(3);
});

test("what is not asked for rightly is refused with its path", async () => {
  const shop = await openShop();
  const refused = async (verb: typeof listLedger | typeof listSales, input: object) => {
    const error = await verb({ ctx: shop.ctx, input }).catch((thrown: unknown) => thrown);
    return error instanceof AppError ? error.fieldErrors.map(({ path }) => path) : error;
  };
  expect(await refused(listLedger, { account: "payments,nothing" })).toEqual(["account[1]"]);
  expect(await refused(listLedger, { chargeId: "chg_none" })).toEqual(["chargeId"]);
  expect(await refused(listLedger, { from: "2025-10-28", to: "2025-10-27" })).toEqual(["to"]);
  expect(await refused(listSales, { by: "product" })).toEqual(["value"]);
  expect(await refused(listLedger, { cursor: "x" })).toEqual(["cursor"]);
});

test("reconciliation tells until when all accounts agree, what differs and for how long, and the newest closed day", async () => {
  const shop = await openShop();
  const { merchantId, accountId } = shop;
  const base = { merchantId, provider: "stripe", environment: "sandbox", book: "merchant" } as const;
  const [one = "", two = ""] = [newId("pac"), newId("pac")].sort();
  await db()
    .insert(paymentAccounts)
    .values([
      { ...base, id: one, accountId, agreedUntil: at(5), readUntil: at(6) },
      { ...base, id: two, accountId: `${accountId}_2`, agreedUntil: at(2) },
    ]);
  await sell(shop, { amount: 1_000, paidAt: at(0), platformFee: 40 });
  await db()
    .insert(ledgerSeals)
    .values([
      { paymentAccountId: one, day: "2025-10-25", merchantId, journals: 1, hash: "a" },
      { paymentAccountId: one, day: "2025-10-26", merchantId, journals: 2, hash: "b" },
    ]);
  const opened = new Date(Date.now() - 3_600_000);
  await db()
    .insert(ledgerDifferences)
    .values([
      {
        id: newId("dif"),
        ...base,
        accountId,
        code: "balance_differs",
        subject: "EUR",
        params: { ledger: 1, provider: 2 },
        openedAt: opened,
      },
      {
        id: newId("dif"),
        ...base,
        accountId,
        code: "movement_unknown",
        subject: "txn_1",
        params: {},
        openedAt: opened,
        closedAt: opened,
      },
    ]);
  const found = await getReconciliation({ ctx: shop.ctx, input: {} });
  expect(found).toMatchObject({ environment: "sandbox", agreedUntil: at(2).toISOString() });
  expect(
    found.accounts.map(({ id, openDifferences, newestSeal, balances }) => [
      id,
      openDifferences,
      newestSeal?.day,
      balances,
    ]),
  ).toEqual([
    [one, 1, "2025-10-26", [{ currency: "EUR", pending: 0, available: 1_000 - 40 - 40 - 4 }]],
    [two, 0, undefined, []],
  ]);
  expect(found.differences.data.map(({ code, message }) => [code, message])).toEqual([
    ["balance_differs", "The provider's balance in EUR differs from the ledger's."],
  ]);
  expect(found.differences.data[0]?.ageSeconds).toBeGreaterThanOrEqual(3_600);
  const all = await getReconciliation({ ctx: shop.ctx, input: { state: "all" } });
  expect(all.differences.data).toHaveLength(2);
  // PayPal lists no movements: what cannot be compared does not hold up what can.
  const three = { ...base, id: newId("pac"), provider: "paypal", accountId: `${accountId}_3` };
  await db().insert(paymentAccounts).values(three);
  const besides = await getReconciliation({ ctx: shop.ctx, input: {} });
  expect(besides.agreedUntil).toBe(at(2).toISOString());
  expect(besides.accounts.map(({ isComparable }) => isComparable).sort()).toEqual([false, true, true]);
  await db().update(paymentAccounts).set({ agreedUntil: null }).where(eq(paymentAccounts.id, two));
  expect((await getReconciliation({ ctx: shop.ctx, input: {} })).agreedUntil).toBeNull();
});

test("one timeline leads from the scan to the bank", async () => {
  const shop = await openShop();
  const { ctx, merchantId } = shop;
  const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000);
  const scannedAt = minutesAgo(30).toISOString();
  await acceptEvents({
    ctx,
    input: {
      id: "scan",
      type: "qr.scanned",
      data: { ...qrScanned.example, scannedAt },
      occurredAt: scannedAt,
    },
  });
  await acceptEvents({
    ctx,
    input: {
      id: "paid",
      type: "order.paid",
      data: orderPaid.example,
      occurredAt: minutesAgo(20).toISOString(),
    },
  });
  const sale = await sell(shop, { amount: 3_750, paidAt: minutesAgo(19), orderId: "ord_1042" });
  const [row] = await db().select().from(charges).where(eq(charges.id, sale.id));
  if (row) await attributeCharge(row);
  await db()
    .insert(refunds)
    .values({
      id: newId("rfd"),
      merchantId,
      chargeId: sale.id,
      origin: "request",
      amount: 950,
      currency: "EUR",
      status: "succeeded",
      createdAt: minutesAgo(10),
    });
  await addDispute(shop, { amount: 2_800, chargeId: sale.id, openedAt: minutesAgo(8) });
  const payoutId = await addPayout(shop, {
    amount: 3_000,
    items: [sale.sourceId],
    createdAt: minutesAgo(5),
    arrivesAt: minutesAgo(-60),
    status: "in_transit",
  });
  const { steps, isComplete } = await getTimeline({ ctx, input: { id: sale.id } });
  expect(steps.map(({ kind, amount, state }) => [kind, amount, state])).toEqual([
    ["scan", null, null],
    ["order_paid", 3_750, null],
    ["charge", 3_750, "succeeded"],
    ["platform_fee", -150, null],
    ["provider_fee", -81, null],
    ["tax", -8, null],
    ["refund", -950, "succeeded"],
    ["dispute", -2_800, "needs_response"],
    ["payout", -3_000, "in_transit"],
    ["bank", 3_000, "in_transit"],
  ]);
  expect(steps.at(-1)).toMatchObject({ isPlanned: true, link: `/payments/payouts/${payoutId}` });
  expect([steps[0]?.link, isComplete]).toEqual(["/events/scan", false]);
});

test("a payment of which nothing more is known has a timeline of its own", async () => {
  const shop = await openShop();
  const { id } = await addCharge(shop, { amount: 500, paidAt: at(0), chargeId: null, status: "waiting" });
  const { steps } = await getTimeline({ ctx: shop.ctx, input: { id } });
  expect(steps.map(({ kind, state }) => [kind, state])).toEqual([["charge", "waiting"]]);
});

test("another merchant's payouts and payments are not there", async () => {
  const [shop, stranger] = [await openShop(), await openShop()];
  const { payoutId, first } = await tradeAndPayOut(shop);
  for (const ask of [
    () => getPayout({ ctx: stranger.ctx, input: { id: payoutId } }),
    () => getTimeline({ ctx: stranger.ctx, input: { id: first.id } }),
  ]) {
    await expect(ask()).rejects.toMatchObject({ status: 404 });
  }
  const ofOther = { environment: "sandbox", chargeId: first.id } as const;
  await expect(listLedger({ ctx: stranger.ctx, input: ofOther })).rejects.toMatchObject({ status: 422 });
  for (const verb of [listPayouts, listDisputes, listLedger, listSales]) {
    expect((await verb({ ctx: stranger.ctx, input: { environment: "sandbox" } })).data).toEqual([]);
  }
});
