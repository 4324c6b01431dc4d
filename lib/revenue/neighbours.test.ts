import { beforeAll, expect, test } from "vitest";
import { db } from "#db/client.ts";
import { ledgerDifferences } from "#db/schema/ledger.ts";
import { ledgerSeals, paymentAccounts } from "#db/schema/payment-accounts.ts";
import { refunds } from "#db/schema/payments.ts";
import { newId } from "#lib/ids.ts";
import type { Book } from "#lib/ledger/book.ts";
import { listNeighbours } from "#lib/ledger/testing/neighbours.ts";
import { countDisputesToAnswer } from "./count-disputes-to-answer.ts";
import { getPayout } from "./get-payout.ts";
import { getReconciliation } from "./get-reconciliation.ts";
import { getRevenue } from "./get-revenue.ts";
import { getTimeline } from "./get-timeline.ts";
import { listDisputes } from "./list-disputes.ts";
import { listLedger } from "./list-ledger.ts";
import { listPayouts } from "./list-payouts.ts";
import { listSales } from "./list-sales.ts";
import { addCharge, addDispute, addPayout, bookAll, movement, openShop, type Shop } from "./testing/scene.ts";
import { walkPages } from "./testing/walk-pages.ts";

// What a merchant has in one account in the sandbox has its namesakes, by every id of the provider's, in another
// environment, at another provider, in another account and in the platform's book: no number may have any of theirs.

const at = (hours: number) => new Date(Date.parse("2025-10-27T08:00:00Z") + hours * 3_600_000);
const sandbox = { environment: "sandbox" } as const;

/** A sale with its refund, dispute and reserve, `times` as large; all ids of the provider's are of `name`. */
async function trade(shop: Shop, book: Book, name: string, times: number) {
  const [payment, refund, dispute] = [`ch_${name}`, `re_${name}`, `dp_${name}`];
  const move = (what: Parameters<typeof movement>[0]) => movement({ ...what, amount: what.amount * times });
  const common = { currency: "EUR", paymentId: payment };
  const fees = [
    { kind: "platform", amount: 200 * times },
    { kind: "provider", amount: 100 * times },
  ] as const;
  await bookAll(book, [
    move({ ...common, id: `tp_${name}`, kind: "payment", amount: 5_000, fees, at: at(1) }),
    move({ ...common, id: `tr_${name}`, kind: "refund", amount: -1_000, at: at(2), objectId: refund }),
    move({ ...common, id: `td_${name}`, kind: "dispute", amount: -700, at: at(3), objectId: dispute }),
    move({ id: `ts_${name}`, kind: "reserve", currency: "EUR", amount: -90, at: at(4) }),
    // On its way yet.
    {
      ...move({ id: `tw_${name}`, kind: "adjustment", currency: "EUR", amount: 60, at: at(5) }),
      availableAt: new Date(Date.now() + 86_400_000),
    },
  ]);
  if (book.book === "platform") return null;
  const { provider, environment, accountId } = book;
  const place = { provider, environment, accountId };
  const { id } = await addCharge(shop, {
    ...place,
    amount: 5_000 * times,
    paidAt: at(1),
    chargeId: payment,
    orderId: `ord_${name}`,
    lines: [{ name: "Soup", quantity: times, amount: 5_000 * times }],
  });
  await db()
    .insert(refunds)
    .values({
      id: newId("rfd"),
      merchantId: shop.merchantId,
      chargeId: id,
      origin: "request",
      amount: 1_000 * times,
      currency: "EUR",
      status: "succeeded",
      createdAt: at(2),
    });
  const { id: disputeId } = await addDispute(shop, {
    ...place,
    amount: 700 * times,
    chargeId: id,
    disputeId: dispute,
    openedAt: at(3),
  });
  const items = ["tp", "tr", "td", "ts"].map((kind) => `${kind}_${name}`);
  const payoutId = await addPayout(shop, {
    ...place,
    amount: 2_910 * times,
    items,
    payoutId: `po_${name}`,
    createdAt: at(30),
    arrivesAt: at(50),
  });
  return { chargeId: id, disputeId, payoutId };
}

let shop: Shop;
let own: { chargeId: string; disputeId: string; payoutId: string };
beforeAll(async () => {
  shop = await openShop();
  const name = shop.merchantId.slice(4);
  for (const book of listNeighbours(shop.book)) await trade(shop, book, name, 10);
  const made = await trade(shop, shop.book, name, 1);
  if (!made) throw new Error("Nothing was sold.");
  own = made;
});

test("a payout is what its own items come to", async () => {
  const payout = await getPayout({ ctx: shop.ctx, input: { id: own.payoutId } });
  expect(payout).toMatchObject({ amount: 2_910, total: 2_910, difference: 0, unbooked: 0 });
  expect(
    payout.groups.map(({ group, net, platformFees, providerFees }) => [
      group,
      net,
      platformFees,
      providerFees,
    ]),
  ).toEqual([
    ["payments", 4_700, -200, -100],
    ["refunds", -1_000, 0, 0],
    ["disputes", -700, 0, 0],
    ["others", -90, 0, 0],
  ]);
  const [item] = payout.contents.data;
  expect(item?.charge).toMatchObject({ chargeId: own.chargeId, amount: 5_000 });
});

test("a payment's timeline has its own money, refunds, disputes and payouts", async () => {
  const { steps } = await getTimeline({ ctx: shop.ctx, input: { id: own.chargeId } });
  expect(steps.map(({ kind, amount }) => [kind, amount])).toEqual([
    ["charge", 5_000],
    ["platform_fee", -200],
    ["provider_fee", -100],
    ["refund", -1_000],
    ["dispute", -700],
    ["payout", -2_910],
    ["bank", 2_910],
  ]);
});

test("the ledger's list and a dispute's amounts are of the environment and the book that are asked for", async () => {
  const ofStripe = async (input: object) => {
    const rows = await walkPages(listLedger, shop.ctx, { ...sandbox, ...input });
    return rows.filter(({ provider, accountId }) => provider === "stripe" && accountId === shop.accountId);
  };
  const amounts = async (account: string) => (await ofStripe({ account })).map(({ amount }) => amount);
  expect(await amounts("platform_fees")).toEqual([-200]);
  expect(await amounts("payments,refunds")).toEqual([-1_000, 5_000]);
  expect(await amounts("refunds,disputes,reserves")).toEqual([-90, -700, -1_000]);
  expect(await ofStripe({ currency: "EUR" })).toHaveLength(5);
  expect((await ofStripe({ chargeId: own.chargeId })).map(({ kind }) => kind)).toEqual([
    "dispute",
    "refund",
    "payment",
  ]);
  const listed = await listDisputes({ ctx: shop.ctx, input: { ...sandbox, chargeId: own.chargeId } });
  expect(listed.data).toMatchObject([
    { id: own.disputeId, amount: 700, booked: [{ currency: "EUR", disputed: -700, fees: 0 }] },
  ]);
});

test("lists and reports of an environment have nothing of the other one", async () => {
  // Of one merchant two accounts at two providers count in one report.
  const { totals, currencies, sold } = await getRevenue({
    ctx: shop.ctx,
    input: { ...sandbox, from: "2025-10-27", to: "2025-10-28", by: "product" },
  });
  const times = 1 + 10 + 10;
  expect(totals).toMatchObject({
    gross: 5_000 * times,
    platformFees: -200 * times,
    sales: 5_000 * times,
    orders: 1,
  });
  expect(currencies).toEqual(["EUR"]);
  expect(sold.map(({ value, sales }) => [value, sales])).toEqual([["Soup", 5_000 * times]]);
  const sales = await walkPages(listSales, shop.ctx, sandbox);
  expect(sales.map(({ sales: amount }) => amount).toSorted()).toEqual([5_000, 50_000, 50_000]);
  const soup = { ...sandbox, by: "product", value: "Soup" } as const;
  expect(await walkPages(listSales, shop.ctx, soup)).toHaveLength(3);
  expect(await walkPages(listSales, shop.ctx, { ...soup, value: "Cake" })).toEqual([]);
  expect(await walkPages(listSales, shop.ctx, { ...sandbox, currency: "USD" })).toEqual([]);
  const payouts = (await listPayouts({ ctx: shop.ctx, input: sandbox })).data;
  expect(payouts.map(({ environment }) => environment)).toEqual(["sandbox", "sandbox", "sandbox"]);
  const asked = async (input: object) =>
    (await listPayouts({ ctx: shop.ctx, input: { ...sandbox, ...input } })).data;
  expect(await asked({ status: "failed" })).toEqual([]);
  expect(await asked({ currency: "USD" })).toEqual([]);
  expect(await asked({ from: "2025-10-29" })).toEqual([]);
  expect(await asked({ to: "2025-10-27" })).toEqual([]);
  const disputes = async (input: object) =>
    (await listDisputes({ ctx: shop.ctx, input: { ...sandbox, ...input } })).data.length;
  expect(await disputes({})).toBe(3);
  expect(await disputes({ status: "won" })).toBe(0);
  expect(await disputes({ currency: "USD" })).toBe(0);
  expect(await disputes({ from: "2025-10-28" })).toBe(0);
  expect(await disputes({ to: "2025-10-26" })).toBe(0);
  expect(await disputes({ chargeId: own.chargeId, isOpen: "true" })).toBe(1);
});

test("reconciliation has the accounts and questions of the merchant's own book in one environment, the newest first", async () => {
  const { merchantId, accountId } = shop;
  const books = [shop.book, ...listNeighbours(shop.book)];
  const params = { reason: "amount" };
  const [openedAt, code] = [at(0), "movement_unreadable"] as const;
  const ids: string[] = [];
  for (const [place, book] of books.entries()) {
    const id = newId("pac");
    ids.push(id);
    await db()
      .insert(paymentAccounts)
      .values({ ...book, id, agreedUntil: at(place === 0 ? 9 : 5 + place) });
    const differences = ["txn_a", "txn_b", "txn_c"].map((subject, age) => ({
      ...book,
      id: newId("dif"),
      code,
      subject,
      params,
      openedAt: new Date(openedAt.getTime() + age),
    }));
    await db().insert(ledgerDifferences).values(differences);
  }
  const seal = { paymentAccountId: ids[0] ?? "", day: "2025-10-26", merchantId, journals: 1, hash: "a" };
  await db().insert(ledgerSeals).values(seal);
  const found = await getReconciliation({ ctx: shop.ctx, input: sandbox });
  expect(found.accounts.map(({ provider, environment }) => [provider, environment]).toSorted()).toEqual([
    ["paypal", "sandbox"],
    ["stripe", "sandbox"],
    ["stripe", "sandbox"],
  ]);
  expect(found.differences.data).toHaveLength(9);
  expect(found.agreedUntil).toBe(at(8).toISOString());
  const one = found.accounts.find((account) => account.id === ids[0]);
  // Of two accounts at one provider each has its own balance.
  const balances = [{ currency: "EUR", pending: 60, available: 4_700 - 1_000 - 700 - 90 }];
  expect(one).toMatchObject({ accountId, openDifferences: 3, balances, newestSeal: { day: "2025-10-26" } });
  const paypal = found.accounts.find(({ provider }) => provider === "paypal");
  const tenfold = [{ currency: "EUR", pending: 600, available: 29_100 }];
  expect(paypal).toMatchObject({ balances: tenfold, newestSeal: null, openDifferences: 3 });
  const paged = await walkPages(
    { runUnread: async (asked) => (await getReconciliation.runUnread(asked)).differences },
    shop.ctx,
    { ...sandbox, limit: 2 },
  );
  expect(paged.map(({ id }) => id)).toEqual(found.differences.data.map(({ id }) => id));
  expect(paged.map(({ subject }) => subject).toSorted()).toEqual(
    ["txn_a", "txn_b", "txn_c"].flatMap((subject) => [subject, subject, subject]),
  );
  expect(new Set(paged.map(({ id }) => id)).size).toBe(9);
  const closed = await getReconciliation({ ctx: shop.ctx, input: { ...sandbox, state: "closed" } });
  expect(closed.differences.data).toEqual([]);
});

test("disputes to answer are counted of real money alone, where there is an account with any", async () => {
  const other = await openShop();
  const count = () => countDisputesToAnswer({ ctx: other.ctx });
  // Neither an account in the sandbox nor another merchant's is one with real money.
  for (const book of [other.book, { ...(await openShop()).book, environment: "live" as const }]) {
    await db()
      .insert(paymentAccounts)
      .values({ ...book, id: newId("pac") });
  }
  await addDispute(other, { amount: 100 });
  await addDispute(other, { amount: 100, status: "under_review" });
  expect(await count()).toEqual({ environment: "sandbox", count: 1 });
  await addDispute(other, { amount: 100, environment: "live" });
  await addDispute(other, { amount: 100, environment: "live", disputeId: "dp_too" });
  expect(await count()).toEqual({ environment: "sandbox", count: 1 });
  const account = { ...other.book, environment: "live" as const };
  await db()
    .insert(paymentAccounts)
    .values({ ...account, id: newId("pac") });
  expect(await count()).toEqual({ environment: "live", count: 2 });
});
