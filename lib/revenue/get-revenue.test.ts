import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { AppError } from "#lib/errors.ts";
import { runVerb } from "#lib/transport/run-verb.ts";
import { getRevenue } from "./get-revenue.ts";
import type { Revenue, RevenueInput } from "./schema.ts";
import { addCharge, bookAll, movement, openShop, type Shop, sell } from "./testing/scene.ts";
import { sumBehind } from "./testing/walk-pages.ts";

const quarter = 15 * 60_000;

const report = (shop: Shop, input: RevenueInput): Promise<Revenue> => getRevenue({ ctx: shop.ctx, input });

function localDay(at: Date, timeZone: string): string {
  return new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short" }).format(at);
}

/** Where clocks change, also at midnight, by half an hour, or to a day that begins at one; and zones beside the hour. */
const changes = [
  ["Europe/Berlin", "2025-10-26T01:00:00Z"],
  ["Europe/Berlin", "2025-03-30T01:00:00Z"],
  ["Atlantic/Azores", "2025-10-26T01:00:00Z"],
  ["Atlantic/Azores", "2025-03-30T01:00:00Z"],
  ["America/Havana", "2025-11-02T05:00:00Z"],
  ["America/Santiago", "2025-09-07T04:00:00Z"],
  ["America/Santiago", "2025-04-06T03:00:00Z"],
  ["Australia/Lord_Howe", "2025-04-05T15:00:00Z"],
  ["Australia/Lord_Howe", "2025-10-04T15:30:00Z"],
  ["Asia/Kolkata", "2025-10-26T18:30:00Z"],
  ["Asia/Kathmandu", "2025-10-26T18:15:00Z"],
  ["+05:30", "2025-10-26T18:30:00Z"],
  ["-03:30", "2025-10-26T03:30:00Z"],
] as const;

describe.each(changes)("around a change of clocks in %s at %s", (timeZone, moment) => {
  test("each payment is of its local day, and days follow each other without gaps", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(fc.integer({ min: -130, max: 130 }), { minLength: 5, maxLength: 12 }),
        async (places) => {
          const shop = await openShop(timeZone);
          const expected = new Map<string, number>();
          const movements = places.map((place, index) => {
            const at = new Date(Date.parse(moment) + place * quarter + (index % 2) * (quarter - 1));
            const day = localDay(at, timeZone);
            expected.set(day, (expected.get(day) ?? 0) + 100 + index);
            return movement({ id: `${index}`, kind: "payment", currency: "EUR", amount: 100 + index, at });
          });
          await bookAll(shop.book, movements);
          const from = localDay(new Date(Date.parse(moment) - 3 * 86_400_000), timeZone);
          const to = localDay(new Date(Date.parse(moment) + 3 * 86_400_000), timeZone);
          for (const by of ["day", "hour"] as const) {
            const { rows, totals, period } = await report(shop, { from, to, by });
            const sums = new Map<string, number>();
            for (const { key, totals: own } of rows) {
              if (own.gross !== 0) sums.set(key.slice(0, 10), (sums.get(key.slice(0, 10)) ?? 0) + own.gross);
            }
            expect([...sums].sort()).toEqual([...expected].sort());
            expect(rows.map((row) => row.from)).toEqual([
              period.from,
              ...rows.slice(0, -1).map((row) => row.to),
            ]);
            expect(rows.at(-1)?.to).toBe(period.to);
            expect(new Set(rows.map(({ key }) => key)).size).toBe(rows.length);
            expect(totals.gross).toBe([...expected.values()].reduce((sum, one) => sum + one, 0));
          }
        },
      ),
      { numRuns: 3 },
    );
  });
});

test.each([
  ["2025-10-26", 25],
  ["2025-03-30", 23],
  ["2025-06-01", 24],
])("%s in Berlin has %i hours, each with a name of its own", async (day, hours) => {
  const shop = await openShop("Europe/Berlin");
  const { rows } = await report(shop, { from: day, to: day, by: "hour", currency: "EUR" });
  expect(rows.length).toBe(hours);
  expect(new Set(rows.map(({ key }) => key)).size).toBe(hours);
  expect(rows.every(({ part }) => part === null)).toBe(true);
});

test.each([
  ["America/St_Johns", "2025-07-01T00:00-02:30"],
  ["Asia/Kathmandu", "2025-07-01T00:00+05:45"],
  ["UTC", "2025-07-01T00:00+00:00"],
])("an hour in %s is named with how far its clock is from UTC: %s", async (zone, name) => {
  const shop = await openShop(zone);
  const { rows } = await report(shop, { from: "2025-07-01", to: "2025-07-01", by: "hour", currency: "EUR" });
  expect(rows[0]?.key).toBe(name);
});

/** Two days of a shop: sales with and without an order, a refund, a dispute with its fee, a payout, something unknown. */
async function tradeForTwoDays(shop: Shop) {
  const day = Date.parse("2025-10-25T08:00:00Z");
  const at = (hours: number) => new Date(day + hours * 3_600_000);
  const pizza = { name: "Pizza", quantity: 2, amount: 2_500 };
  const wine = { name: "Wine", quantity: 1, amount: 950 };
  const order = { qrCodeId: "qr_12", tableNumber: "12", orderId: "ord_1" };
  const first = await sell(shop, { amount: 3_750, tip: 300, paidAt: at(1), lines: [pizza, wine], ...order });
  await sell(shop, {
    amount: 1_250,
    paidAt: at(20),
    orderId: "ord_2",
    qrCodeId: "qr_7",
    lines: [{ ...pizza, amount: 1_250 }],
  });
  await sell(shop, { amount: 999, paidAt: at(30) });
  await sell(shop, { amount: 77_700, paidAt: at(2), currency: "JPY" });
  const paymentId = first.chargeId;
  await bookAll(shop.book, [
    movement({
      id: "r1",
      kind: "refund",
      currency: "EUR",
      amount: -950,
      fees: [{ kind: "platform", amount: -38 }],
      at: at(26),
      paymentId,
    }),
    movement({
      id: "d1",
      kind: "dispute",
      currency: "EUR",
      amount: -1_000,
      fees: [{ kind: "provider", amount: 2_000 }],
      at: at(27),
      paymentId,
    }),
    movement({ id: "p1", kind: "payout", currency: "EUR", amount: -500, at: at(28) }),
    movement({ id: "u1", kind: "unknown", currency: "EUR", amount: -7, at: at(29) }),
  ]);
  return first;
}

const bothDays = { from: "2025-10-25", to: "2025-10-26", currency: "EUR" } as const;

test("totals are sums of entries, with fees apart, and net is what the balance changed by without payouts", async () => {
  const shop = await openShop("Europe/Berlin");
  await tradeForTwoDays(shop);
  const { totals, currencies, environment, timeZone } = await report(shop, bothDays);
  expect(totals).toEqual({
    gross: 5_999,
    refunds: -950,
    disputes: -1_000,
    disputeFees: -2_000,
    platformFees: -(150 + 50 + 39) + 38,
    platformFeesReturned: 38,
    providerFees: -(56 + 25 + 18 + 25 + 14 + 25),
    taxes: -(8 + 4 + 3),
    others: -7,
    net: 5_999 - 950 - 1_000 - 2_000 - 201 - 163 - 15 - 7,
    bank: -500,
    payments: 3,
    refundCount: 1,
    disputeCount: 1,
    sales: 5_999,
    tips: 300,
    orders: 3,
    averageOrder: 2_000,
    netAverage: Math.round(1_663 / 3),
  });
  expect([currencies.toSorted(), environment, timeZone]).toEqual([
    ["EUR", "JPY"],
    "sandbox",
    "Europe/Berlin",
  ]);
});

test.each(["day", "hour", "month", "hour_of_day", "weekday_hour"] as const)(
  "by %s: the rows add up to the totals, and what is listed behind each number adds up to it",
  async (by) => {
    const shop = await openShop("Europe/Berlin");
    await tradeForTwoDays(shop);
    const { totals, rows, behind } = await report(shop, { ...bothDays, by });
    const names = [
      "gross",
      "refunds",
      "disputes",
      "disputeFees",
      "platformFees",
      "providerFees",
      "taxes",
      "others",
      "net",
      "bank",
      "sales",
    ] as const;
    for (const name of names) {
      expect([name, rows.reduce((sum, row) => sum + row.totals[name], 0)]).toEqual([name, totals[name]]);
      expect([name, await sumBehind(shop.ctx, behind[name] ?? "")]).toEqual([name, totals[name]]);
    }
    const told = rows.filter((row) => row.totals.net !== 0 || row.totals.sales !== 0);
    for (const row of told) {
      for (const name of names) {
        const found = await sumBehind(shop.ctx, row.behind[name] ?? "");
        expect([row.key, name, found]).toEqual([row.key, name, row.totals[name]]);
      }
    }
    expect(told.length).toBeGreaterThan(0);
  },
);

test.each(["product", "code", "table"] as const)(
  "by %s: the rows add up to the sales, and so does what is listed behind each",
  async (by) => {
    const shop = await openShop("Europe/Berlin");
    await tradeForTwoDays(shop);
    const { totals, sold } = await report(shop, { ...bothDays, by });
    expect(sold.reduce((sum, { sales }) => sum + sales, 0)).toBe(totals.sales);
    expect(sold.reduce((sum, { tips }) => sum + tips, 0)).toBe(totals.tips);
    for (const row of sold) {
      expect([row.value, await sumBehind(shop.ctx, row.behind.sales ?? "")]).toEqual([row.value, row.sales]);
    }
    const expected = {
      product: [
        ["Pizza", 3_750, 4],
        ["Wine", 950, 1],
        [null, 1_299, 0],
      ],
      code: [
        ["qr_12", 3_750, 0],
        ["qr_7", 1_250, 0],
        [null, 999, 0],
      ],
      table: [
        ["12", 3_750, 0],
        [null, 2_249, 0],
      ],
    };
    expect(sold.map(({ value, sales, quantity }) => [value, sales, quantity])).toEqual(expected[by]);
    const { sold: cut } = await report(shop, { ...bothDays, by, limit: 1 });
    expect(cut.reduce((sum, { sales }) => sum + sales, 0)).toBe(totals.sales);
  },
);

test("what was sold in a long period is what was sold in its parts, wherever it begins and ends", async () => {
  const shop = await openShop("Asia/Kathmandu");
  const start = Date.parse("2025-05-01T00:00:00Z");
  const sales = Array.from({ length: 60 }, (_, place) => ({
    // Close to each other at first, then over three months.
    paidAt: new Date(start + (place * 7 + Math.max(0, place - 30) * 66) * 3_600_000 + place * 61_000),
    amount: 100 + place,
  }));
  for (const { paidAt, amount } of sales)
    await addCharge(shop, { paidAt, amount, tableNumber: `${amount % 3}` });
  const hour = 3_600_000;
  for (const [from, to] of [
    [0, 400],
    [3, 22],
    [23.75, 24.25],
    [24, 48],
    [11.25, 313.5],
    // June; June and a half day on each side; May in part, June and July in part.
    [31 * 24, 61 * 24],
    [31 * 24 - 12.5, 61 * 24 + 12.5],
    [20 * 24 + 5.25, 75 * 24],
    [0, 100 * 24],
  ] as const) {
    const [begin, end] = [start + from * hour, start + to * hour];
    const { sold } = await report(shop, {
      from: new Date(begin).toISOString(),
      to: new Date(end).toISOString(),
      by: "table",
      currency: "EUR",
    });
    const expected = sales.filter(({ paidAt }) => paidAt.getTime() >= begin && paidAt.getTime() < end);
    expect(sold.reduce((sum, row) => sum + row.sales, 0)).toBe(
      expected.reduce((sum, row) => sum + row.amount, 0),
    );
    expect(sold.every(({ kind }) => kind === "value")).toBe(true);
  }
});

test("parts of time that the period cuts, and those that are not over, are marked", async () => {
  const shop = await openShop("Europe/Berlin");
  const cut = await report(shop, {
    from: "2025-10-25T10:07:00Z",
    to: "2025-10-27T09:00:00Z",
    currency: "EUR",
  });
  expect(cut.period).toEqual({ from: "2025-10-25T10:00:00.000Z", to: "2025-10-27T09:00:00.000Z" });
  expect(cut.rows.map(({ part }) => part)).toEqual(["cut", null, "cut"]);
  expect(cut.part).toBeNull();
  const today = await report(shop, { currency: "EUR" });
  expect(today.rows).toHaveLength(30);
  expect(today.rows.slice(0, -1).every(({ part }) => part === null)).toBe(true);
  expect(today.rows.at(-1)?.part).toBe("running");
  const month = await report(shop, { from: "2025-10-20", to: "2025-11-02", by: "month", currency: "EUR" });
  expect(month.rows.map(({ key, part }) => [key, part])).toEqual([
    ["2025-10", "cut"],
    ["2025-11", "cut"],
  ]);
});

test("a period is compared with as many local days before it, over a change of clocks too", async () => {
  const shop = await openShop("Europe/Berlin");
  const at = new Date("2025-10-24T22:30:00Z");
  await bookAll(shop.book, [movement({ id: "1", kind: "payment", currency: "EUR", amount: 400, at })]);
  const { before } = await report(shop, { from: "2025-10-26", to: "2025-10-26" });
  expect(before.period).toEqual({ from: "2025-10-24T22:00:00.000Z", to: "2025-10-25T22:00:00.000Z" });
  expect(before.totals.gross).toBe(400);
});

test("a merchant without any payment is told of zeros", async () => {
  const shop = await openShop();
  const { currency, currencies, totals, behind, agreedUntil } = await report(shop, {});
  expect([currency, currencies, totals.net, totals.averageOrder, behind, agreedUntil]).toEqual([
    null,
    [],
    0,
    null,
    {},
    null,
  ]);
});

test("live and sandbox, and what is another merchant's, are never added up", async () => {
  const [shop, other] = [await openShop(), await openShop()];
  const at = new Date("2025-10-25T10:00:00Z");
  const sale = (id: string, amount: number) => movement({ id, kind: "payment", currency: "EUR", amount, at });
  await bookAll(shop.book, [sale("1", 100)]);
  await bookAll({ ...shop.book, environment: "live" }, [sale("2", 20)]);
  await bookAll({ ...shop.book, book: "platform", accountId: `${shop.accountId}_p` }, [sale("3", 3)]);
  await bookAll(other.book, [sale("4", 4_000)]);
  const gross = async (input: RevenueInput) => (await report(shop, { ...bothDays, ...input })).totals.gross;
  expect([await gross({}), await gross({ environment: "sandbox" })]).toEqual([20, 100]);
});

test.each([
  [{ from: "2025-10-26", to: "2025-10-25" }, "to"],
  [{ from: "2999-01-01" }, "from"],
  [{ from: "2020-01-01", to: "2025-10-25" }, "from"],
  [{ from: "2025-01-01", to: "2025-10-25", by: "hour" }, "from"],
  [{ from: "0000-01-01" }, "from"],
  [{ to: "9999-12-31" }, "to"],
  [{ to: "9999-12-31T23:59:59Z" }, "to"],
  [{ from: "2025-02-30" }, "from"],
  [{ from: "yesterday" }, "from"],
  [{ currency: "euro" }, "currency"],
  [{ by: "year" }, "by"],
  [{ currencies: "EUR" }, "currencies"],
])("%j is refused at %s", async (input, path) => {
  const shop = await openShop("Europe/Berlin");
  const refusal = await runVerb(getRevenue, { ctx: shop.ctx, input }).catch((error: unknown) => error);
  expect(refusal).toBeInstanceOf(AppError);
  expect(refusal instanceof AppError && refusal.fieldErrors.map((fault) => fault.path)).toEqual([path]);
});

test("a time zone that Postgres has never heard of is UTC, and called so", async () => {
  const shop = await openShop("Mars/Olympus");
  expect((await report(shop, { currency: "EUR" })).timeZone).toBe("UTC");
});
