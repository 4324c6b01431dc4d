import { expect, test } from "vitest";
import { getPayout } from "./get-payout.ts";
import { listDisputes } from "./list-disputes.ts";
import { listLedger } from "./list-ledger.ts";
import { listPayouts } from "./list-payouts.ts";
import { addDispute, addPayout, bookAll, movement, openShop, sell } from "./testing/scene.ts";
import { walkPages } from "./testing/walk-pages.ts";

const at = (minute: number) => new Date(Date.parse("2025-10-27T08:00:00Z") + minute * 60_000);

test("disputes of one account have each what the ledger has of it, and come page by page, each once", async () => {
  const shop = await openShop();
  // Two at a time in one moment: pages end amid them.
  for (const place of [0, 1, 2, 3, 4]) {
    const { disputeId } = await addDispute(shop, {
      amount: 100 + place,
      openedAt: at(Math.floor(place / 2)),
    });
    const taken = { id: `tx_${disputeId}`, kind: "dispute", currency: "EUR", amount: -100 - place } as const;
    const fees = [{ kind: "provider", amount: 10 + place }] as const;
    await bookAll(shop.book, [movement({ ...taken, fees, at: at(place), objectId: disputeId })]);
  }
  const listed = await walkPages(listDisputes, shop.ctx, { limit: 2 });
  const told = listed.map(({ amount, booked }) => [
    amount,
    booked.map(({ disputed, fees }) => [disputed, fees]),
  ]);
  expect(told.toSorted(([one], [other]) => Number(one) - Number(other))).toEqual(
    [0, 1, 2, 3, 4].map((place) => [100 + place, [[-100 - place, -10 - place]]]),
  );
  expect(listed.map(({ openedAt }) => openedAt)).toEqual(
    listed
      .map(({ openedAt }) => openedAt)
      .toSorted()
      .reverse(),
  );
});

test("payouts come page by page, each once, the newest first", async () => {
  const shop = await openShop();
  const ids: string[] = [];
  for (const place of [0, 1, 2, 3, 4]) {
    ids.push(await addPayout(shop, { amount: 100 + place, createdAt: at(Math.floor(place / 2)) }));
  }
  const listed = await walkPages(listPayouts, shop.ctx, { limit: 2 });
  expect(listed.map(({ id }) => id).toSorted()).toEqual(ids.toSorted());
  expect(listed.map(({ createdAt }) => createdAt)).toEqual(
    listed
      .map(({ createdAt }) => createdAt)
      .toSorted()
      .reverse(),
  );
});

test("a payout's fees and taxes stand apart, and an item of another currency is none that was booked", async () => {
  const shop = await openShop();
  const sale = await sell(shop, { amount: 5_000, paidAt: at(0) });
  const abroad = movement({ id: `tx_${sale.id}`, kind: "payment", currency: "USD", amount: 70, at: at(1) });
  await bookAll(shop.book, [abroad]);
  const id = await addPayout(shop, { amount: 4_690, items: [sale.sourceId, abroad.id], createdAt: at(2) });
  const { groups, unbooked, difference } = await getPayout({ ctx: shop.ctx, input: { id } });
  expect(groups).toEqual([
    {
      group: "payments",
      count: 1,
      amount: 5_000,
      platformFees: -200,
      providerFees: -100,
      taxes: -10,
      net: 4_690,
    },
  ]);
  expect([unbooked, difference]).toEqual([1, 0]);
});

test("the ledger of one payment is that payment's alone", async () => {
  const shop = await openShop();
  const sales = [
    await sell(shop, { amount: 500, paidAt: at(0) }),
    await sell(shop, { amount: 700, paidAt: at(1) }),
  ];
  for (const { id, sourceId } of sales) {
    const { data } = await listLedger({ ctx: shop.ctx, input: { chargeId: id } });
    expect(data.map((journal) => [journal.sourceId, journal.charge?.chargeId])).toEqual([[sourceId, id]]);
  }
});

test("behind an account of the ledger are the movements that have an entry in it, and no other of their kind", async () => {
  const shop = await openShop();
  const dispute = (id: string, fee: number) =>
    movement({
      id: `${id}_${shop.accountId}`,
      kind: "dispute",
      currency: "EUR",
      amount: -100,
      fees: fee === 0 ? [] : [{ kind: "provider", amount: fee }],
      at: at(0),
    });
  await bookAll(shop.book, [dispute("with", 15), dispute("without", 0)]);
  const { data } = await listLedger({ ctx: shop.ctx, input: { account: "dispute_fees" } });
  expect(data.map(({ sourceId, amount }) => [sourceId, amount])).toEqual([[`with_${shop.accountId}`, -15]]);
});
