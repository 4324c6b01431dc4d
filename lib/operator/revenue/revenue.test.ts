import { describe, expect, test } from "vitest";
import { runVerb } from "#lib/transport/run-verb.ts";
import { createTestOperator, openSeller } from "../testing/scene.ts";
import { listMerchants } from "./list-merchants.ts";
import { listMonthMerchants } from "./list-month-merchants.ts";
import { listNegativeBalances } from "./list-negative-balances.ts";
import { listScopes } from "./list-scopes.ts";
import { readCohorts } from "./read-cohorts.ts";
import { readMerchantMonths, readRevenueMonths } from "./read-months.ts";
import { balancesCsv, cohortsCsv, merchantsCsv, monthsCsv } from "./revenue-csv.ts";
import type { RevenueScope } from "./revenue-schema.ts";

/** A Wednesday. Nobody else's rows are of this year. */
const at = new Date("2041-03-13T12:00:00Z");
const live = (currency: string) => ({ environment: "live", currency }) as const;

describe("months", () => {
  test("have volume, fees earned, given back and lost, and the share that stayed", async () => {
    const ctx = await createTestOperator();
    const { merchantId, book } = await openSeller("QAA", "2041-01-05");
    await book("2041-02-28T23:45:00Z", {
      payments: 100_000,
      refunds: -10_000,
      platformFees: -3_600,
      platformFeesReturned: 400,
      paymentCount: 20,
      disputeCount: 1,
    });
    await book("2041-03-01T00:00:00Z", { payments: 5_000, platformFees: -200, paymentCount: 1 });
    await book("2041-02-10T10:00:00Z", {
      book: "platform",
      platformFees: 3_600,
      disputes: -900,
      disputeFees: -1_500,
    });
    const months = await readRevenueMonths({ ctx, input: live("QAA"), at });
    expect(months).toHaveLength(13);
    expect(months.at(-2)).toEqual({
      month: "2041-02",
      isPart: false,
      volume: 100_000,
      refunded: 10_000,
      feesEarned: 4_000,
      feesReturned: 400,
      lost: 2_400,
      takeRate: 360,
      payments: 20,
      disputes: 1,
      merchants: 1,
    });
    expect(months.at(-1)).toMatchObject({ month: "2041-03", isPart: true, volume: 5_000, takeRate: 400 });
    expect(months[0]).toMatchObject({ month: "2040-03", volume: 0, takeRate: null, merchants: 0 });
    const behind = await listMonthMerchants({ ctx, input: { ...live("QAA"), month: "2041-02" } });
    expect(behind).toMatchObject({
      total: 1,
      data: [{ id: merchantId, volume: 100_000, feesReturned: 400, payments: 20 }],
    });
    const next = await listMonthMerchants({ ctx, input: { ...live("QAA"), month: "2041-03" } });
    expect(next.data).toMatchObject([{ volume: 5_000, feesEarned: 200 }]);
    const bad = listMonthMerchants({ ctx, input: { ...live("QAA"), month: "2041-13" } });
    await expect(bad).rejects.toMatchObject({ status: 422, fieldErrors: [{ path: "month" }] });
    const own = await readMerchantMonths({ ctx, input: { ...live("QAA"), merchantId }, at });
    expect(own.months).toEqual(months);
    expect(own.merchant).toMatchObject({ id: merchantId, signedUpOn: "2041-01-05" });
    expect(monthsCsv(months, live("QAA"), "en").split("\r\n").at(-3)).toBe(
      "2041-02,no,live,QAA,1000.00,100.00,40.00,4.00,24.00,3.6,20,1,1",
    );
  });

  test("of one currency and environment hold nothing of another, and of one merchant nothing of the next", async () => {
    const ctx = await createTestOperator();
    const [one, other] = [await openSeller("QAB", "2041-01-05"), await openSeller("QAB", "2041-01-05")];
    await one.book("2041-03-02T10:00:00Z", { payments: 100, paymentCount: 1 });
    await one.book("2041-03-02T10:15:00Z", { payments: 10_000, currency: "QAC" });
    await one.book("2041-03-02T10:30:00Z", { payments: 1_000_000, environment: "sandbox" });
    await other.book("2041-03-02T10:45:00Z", { payments: 7, paymentCount: 1 });
    const volume = async (input: RevenueScope) =>
      (await readRevenueMonths({ ctx, input, at })).at(-1)?.volume;
    expect(await volume(live("QAB"))).toBe(107);
    expect(await volume({ environment: "sandbox", currency: "QAB" })).toBe(1_000_000);
    const { months } = await readMerchantMonths({
      ctx,
      input: { ...live("QAB"), merchantId: other.merchantId },
      at,
    });
    expect(months.at(-1)).toMatchObject({ volume: 7, merchants: 1 });
    expect(await listScopes({ ctx })).toEqual(
      expect.arrayContaining([live("QAB"), live("QAC"), { environment: "sandbox", currency: "QAB" }]),
    );
  });
});

describe("a merchant is", () => {
  const createStanding = async (currency: string, rows: readonly [string, number, number, number][]) => {
    const ctx = await createTestOperator();
    const { book } = await openSeller(currency, "2040-01-05");
    for (const [day, payments, paymentCount, disputeCount] of rows) {
      await book(`${day}T10:00:00Z`, { payments, paymentCount, disputeCount });
    }
    return (await listMerchants({ ctx, input: live(currency), at })).data[0]?.standing;
  };

  // Weeks begin on Monday: this one on 11 March, the four before it on 11 February, the four before these on 14 January.
  test.each([
    ["QBA", "active", "a payment this week and nothing else", [["2041-03-11", 100, 1, 0]]],
    ["QBB", "active", "a payment on the first day of the fourth week before", [["2041-02-11", 100, 1, 0]]],
    ["QBC", "stopped", "its last payment the day before", [["2041-02-10", 100, 1, 0]]],
    [
      "QBD",
      "at_risk",
      "half the volume of the four weeks before",
      [
        ["2041-01-14", 200, 1, 0],
        ["2041-02-11", 100, 1, 0],
      ],
    ],
    [
      "QBE",
      "active",
      "a little more than half",
      [
        ["2041-01-14", 200, 1, 0],
        ["2041-02-11", 101, 1, 0],
      ],
    ],
    [
      "QBF",
      "active",
      "a fall that this week, which is not over, is no part of",
      [
        ["2041-02-11", 100, 1, 0],
        ["2041-03-11", 1, 1, 0],
      ],
    ],
    ["QBG", "active", "0.75 % of its payments disputed", [["2041-02-11", 100, 400, 3]]],
    ["QBH", "at_risk", "more of them disputed", [["2041-02-11", 100, 399, 3]]],
    [
      "QBI",
      "stopped",
      "disputes and no payment any more",
      [
        ["2041-01-01", 100, 1, 0],
        ["2041-03-11", 0, 0, 1],
      ],
    ],
  ] as const)("%s: %s with %s", async (currency, standing, _, rows) => {
    expect(
      await createStanding(
        currency,
        rows.map((row) => [...row]),
      ),
    ).toBe(standing);
  });

  test("listed by volume, by standing and by a part of the name, and not before the first payment", async () => {
    const ctx = await createTestOperator();
    const [large, small, none] = [
      await openSeller("QBX", "2040-01-05"),
      await openSeller("QBX", "2040-01-05"),
      await openSeller("QBX", "2040-01-05"),
    ];
    await small.book("2041-02-11T10:00:00Z", { payments: 5, paymentCount: 1 });
    await large.book("2041-02-11T10:00:00Z", { payments: 50, paymentCount: 1, platformFees: -2 });
    await none.book("2041-02-11T10:00:00Z", { refunds: -50 });
    const ids = async (more: object = {}) =>
      (await listMerchants({ ctx, input: { ...live("QBX"), ...more }, at })).data.map(({ id }) => id);
    expect(await ids()).toEqual([large.merchantId, small.merchantId]);
    expect(await ids({ standing: "stopped" })).toEqual([]);
    expect(await ids({ search: small.merchantId.toUpperCase() })).toEqual([small.merchantId]);
    expect(await ids({ search: "100%_" })).toEqual([]);
    expect(await ids({ page: 2 })).toEqual([]);
    const page = await listMerchants({ ctx, input: live("QBX"), at });
    expect(page).toMatchObject({ total: 2, counts: { active: 2, at_risk: 0, stopped: 0 } });
    expect(page.data[0]).toMatchObject({ fees: 2, disputeRate: 0 });
    expect(merchantsCsv(page.data, live("QBX"), "en").split("\r\n")).toHaveLength(4);
  });
});

test("a cohort has those who signed up in its month, and who of them sold in each month since", async () => {
  const ctx = await createTestOperator();
  const first = await openSeller("QCA", "2041-01-31T23:59:59Z");
  await openSeller("QCA", "2041-02-01T00:00:00Z");
  await first.book("2041-02-28T23:45:00Z", { payments: 300, paymentCount: 1 });
  const cohorts = await readCohorts({ ctx, input: live("QCA"), at });
  const january = cohorts.find(({ month }) => month === "2041-01");
  expect(january?.months).toEqual([
    { month: "2041-01", merchants: 0, volume: 0 },
    { month: "2041-02", merchants: 1, volume: 300 },
    { month: "2041-03", merchants: 0, volume: 0 },
  ]);
  expect(january?.signedUp).toBeGreaterThanOrEqual(1);
  expect(cohorts.find(({ month }) => month === "2041-02")?.months.map(({ volume }) => volume)).toEqual([
    0, 0,
  ]);
  expect(cohortsCsv(cohorts, live("QCA"), "en")).toContain(",2041-02,live,QCA,1,3.00\r\n");
});

test("balances below zero are told by provider, the lowest first; what one account has does not hide what another owes", async () => {
  const ctx = await createTestOperator();
  const [one, other] = [await openSeller("QDA", "2040-01-05"), await openSeller("QDA", "2040-01-05")];
  await one.book("2041-03-01T10:00:00Z", { payments: 100, refunds: -150, providerFees: -10 });
  await one.book("2041-03-01T10:00:00Z", { provider: "paypal", payments: 5_000 });
  await other.book("2041-03-01T10:00:00Z", { payments: 100, bank: -100, disputes: -200 });
  const balances = await listNegativeBalances({ ctx, input: live("QDA") });
  expect(balances).toMatchObject([
    { merchantId: other.merchantId, balance: -200, provider: "stripe" },
    { merchantId: one.merchantId, balance: -60, provider: "stripe" },
  ]);
  expect(balancesCsv(balances, live("QDA"), "en")).toContain(",stripe,live,QDA,-2.00\r\n");
});

test.each([
  { environment: "live", currency: "eur" },
  { environment: "test", currency: "EUR" },
  { environment: "live", currency: "EUR", more: 1 },
  { environment: "live" },
  null,
])("%o is refused with its path", async (input) => {
  const ctx = await createTestOperator();
  await expect(runVerb(readRevenueMonths, { ctx, input })).rejects.toMatchObject({ status: 422 });
});
