import { eq } from "drizzle-orm";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { db } from "#db/client.ts";
import { feePolicies } from "#db/schema/fees.ts";
import { operatorLog } from "#db/schema/operator.ts";
import { auditLog } from "#db/schema/platform.ts";
import { createTestMerchant } from "#db/testing/merchant.ts";
import { computeFee } from "#lib/fees/compute-fee.ts";
import { decideFee } from "#lib/fees/decide-fee.ts";
import { findFeePolicy } from "#lib/fees/find-policy.ts";
import { getFeePolicy, readFeePolicies } from "#lib/fees/get-fee-policy.ts";
import { newId } from "#lib/ids.ts";
import { money, withCurrency } from "#lib/money/money.ts";
import { runFields } from "#lib/transport/run-verb.ts";
import { feePlanCsv } from "../revenue/revenue-csv.ts";
import { createTestOperator, openSeller } from "../testing/scene.ts";
import { listEveryFeePolicy } from "./list-every-fee-policy.ts";
import { listFeePolicies } from "./list-fee-policies.ts";
import { setFeePolicy } from "./set-fee-policy.ts";
import { tryFeePlan } from "./try-fee-plan.ts";

const at = new Date("2041-03-13T12:00:00Z");
const live = (currency: string) => ({ environment: "live", currency }) as const;

describe("a fee plan on real history", () => {
  test("reckons each payment on its own: rounding, minimum and ceiling are those of payments and not of sums", async () => {
    const ctx = await createTestOperator();
    const { book, pay } = await openSeller("QFA", "2040-01-05");
    await book("2041-03-01T10:00:00Z", { payments: 1, paymentCount: 1 });
    // Of 25 cents 2 % is a half, which is rounded up each time; of the sum it would be 1.50.
    for (let minute = 10; minute < 13; minute += 1) await pay(`2041-03-01T10:${minute}:00Z`, 25, 1);
    await pay("2041-03-01T11:00:00Z", 1_000, 40);
    await pay("2041-03-01T12:00:00Z", 100_000, 4_000);
    const two = await tryFeePlan({ ctx, input: { ...live("QFA"), basisPoints: 200 }, at });
    expect(two.rows).toMatchObject([
      { payments: 5, volume: 101_075, feesWere: 4_043, feesWouldBe: 2_023, difference: -2_020 },
    ]);
    const least = await tryFeePlan({ ctx, input: { ...live("QFA"), basisPoints: 200, minimum: 30 }, at });
    // 5 % of 25 cents is one, 30 cents of ten euros are the minimum.
    expect(least.rows).toMatchObject([{ feesWouldBe: 3 + 30 + 2_000, byMinimum: 1, byCeiling: 3 }]);
    expect(feePlanCsv(least, live("QFA"), "en")).toContain(
      ",live,QFA,2,0.30,5,1010.75,40.43,20.33,-20.10,20.10\r\n",
    );
  });

  test("comes to what computeFee makes of payment after payment", async () => {
    const ctx = await createTestOperator();
    const { book, pay } = await openSeller("QFB", "2040-01-05");
    await book("2041-03-01T10:00:00Z", { payments: 1, paymentCount: 1 });
    const amounts = fc
      .sample(fc.integer({ min: 1, max: 200_000 }), 60)
      .flatMap((amount, index) => (index % 5 ? [amount] : [amount, amount]));
    for (const amount of amounts) await pay("2041-02-20T10:00:00Z", amount, 0);
    for (const rule of [
      { basisPoints: 275, minimum: 45 },
      { basisPoints: 500, minimum: 0 },
      { basisPoints: 0, minimum: 0 },
    ]) {
      const one = (amount: number) =>
        withCurrency("QFB", (unit) => computeFee(money(unit, amount), rule, at).fee.minor);
      const trial = await tryFeePlan({ ctx, input: { ...live("QFB"), ...rule }, at });
      expect(trial.total.feesWouldBe).toBe(amounts.reduce((sum, amount) => sum + one(amount), 0));
    }
  });

  test("looks at the 90 days with today, at payments that succeeded, and at those whose fee was ours to decide", async () => {
    const ctx = await createTestOperator();
    const { book, pay } = await openSeller("QFC", "2040-01-05");
    await book("2041-03-01T10:00:00Z", { payments: 1, paymentCount: 1 });
    await pay("2040-12-14T00:00:00Z", 1_000, 30);
    await pay("2041-03-13T11:59:00Z", 2_000, 60);
    await pay("2040-12-13T23:59:59Z", 4_000, 120);
    await pay("2041-03-01T10:00:00Z", 8_000, null);
    await pay("2041-03-01T10:00:00Z", 16_000, 480, { status: "failed" });
    await pay("2041-03-01T10:00:00Z", 32_000, 960, { environment: "sandbox" });
    await pay("2041-03-01T10:00:00Z", 64_000, 1_920, { currency: "QFD" });
    const trial = await tryFeePlan({ ctx, input: live("QFC"), at });
    expect(trial).toMatchObject({ from: "2040-12-14", until: "2041-03-14" });
    expect(trial.total).toMatchObject({
      payments: 2,
      volume: 3_000,
      feesWere: 90,
      feesWouldBe: 90,
      difference: 0,
    });
  });

  test("of a plan takes its share without a minimum, and tells the subscription apart", async () => {
    const ctx = await createTestOperator();
    const { book, pay } = await openSeller("QFE", "2040-01-05");
    await book("2041-03-01T10:00:00Z", { payments: 1, paymentCount: 1 });
    await pay("2041-03-01T10:00:00Z", 10_000, 300);
    const plan = async (name: string) =>
      runFields(tryFeePlan, { ctx, input: { ...live("QFE"), plan: name, minimum: 90 }, at });
    expect(await plan("subscription_only")).toMatchObject({ monthly: 9_900, total: { feesWouldBe: 0 } });
    expect(await plan("subscription_and_fee")).toMatchObject({ monthly: 1_900, total: { feesWouldBe: 200 } });
    await expect(plan("free")).rejects.toMatchObject({ status: 422, fieldErrors: [{ path: "plan" }] });
  });

  test.each([[100], [199], [501], [300.5], [-300]])("refuses %d basis points", async (basisPoints) => {
    const ctx = await createTestOperator();
    const refused = tryFeePlan({ ctx, input: { ...live("QFE"), basisPoints } });
    await expect(refused).rejects.toMatchObject({ status: 422, fieldErrors: [{ path: "basisPoints" }] });
  });
});

describe("a fee policy that an operator sets", () => {
  const open = async () => {
    const [ctx, merchant] = [await createTestOperator(), await createTestMerchant()];
    const { merchantId } = merchant;
    const set = (input: object) =>
      setFeePolicy({ ctx, input: { merchantId, currency: null, basisPoints: 400, ...input } });
    const fee = (currency = "EUR") => decideFee({ merchantId, key: newId("req"), amount: 10_000, currency });
    return { ctx, merchant, merchantId, set, fee };
  };

  test("counts for payments from then on; those that were decided keep their fee and rule", async () => {
    const { merchantId, set, fee } = await open();
    const key = newId("req");
    const before = await decideFee({ merchantId, key, amount: 10_000, currency: "EUR" });
    const { id } = await set({});
    expect(await fee()).toMatchObject({ fee: 400, policyId: id });
    const own = await set({ currency: "USD", basisPoints: 200, minimum: 250 });
    expect([(await fee("USD")).fee, (await fee("EUR")).fee]).toEqual([250, 400]);
    expect(await decideFee({ merchantId, key, amount: 10_000, currency: "EUR" })).toEqual(before);
    expect(own.id).not.toBe(id);
  });

  test("may begin later, and never earlier than now", async () => {
    const { set, fee, merchantId } = await open();
    await set({ validFrom: "2100-01-01T00:00:00Z" });
    expect(await fee()).toMatchObject({ policyId: null });
    const past = set({ validFrom: new Date(Date.now() - 3_600_000).toISOString() });
    await expect(past).rejects.toMatchObject({ status: 422, fieldErrors: [{ path: "validFrom" }] });
    const rows = await db().select().from(feePolicies).where(eq(feePolicies.merchantId, merchantId));
    expect(rows).toHaveLength(1);
  });

  test("is noted by whom, for operators and, as the platform's, for the merchant", async () => {
    const { ctx, merchantId, set } = await open();
    const { id } = await set({ currency: "EUR", minimum: 30 });
    const [act] = await db().select().from(operatorLog).where(eq(operatorLog.targetId, id));
    expect(act).toMatchObject({
      actorId: ctx.operatorId,
      action: "fee_policy.set",
      detail: { merchantId, basisPoints: 400, minimum: 30 },
    });
    const [told] = await db().select().from(auditLog).where(eq(auditLog.merchantId, merchantId));
    expect(told).toMatchObject({ actorKind: "operator", actorId: "platform", targetId: id });
  });

  test.each([
    [{ basisPoints: 100 }, "basisPoints"],
    [{ basisPoints: 600 }, "basisPoints"],
    [{ minimum: 30 }, "minimum"],
    [{ currency: "EUR", minimum: -1 }, "minimum"],
    [{ currency: "euro" }, "currency"],
    [{ validFrom: "tomorrow" }, "validFrom"],
    [{ platformFeeBasisPoints: 300 }, "platformFeeBasisPoints"],
  ])("is refused: %o, at %s", async (input, path) => {
    const { set } = await open();
    await expect(set(input)).rejects.toMatchObject({ status: 422, fieldErrors: [{ path }] });
  });

  test("stands in the list of all with whoever set it, and how it stands", async () => {
    const { ctx, merchantId, set } = await open();
    const [first, second] = [await set({}), await set({ basisPoints: 350 })];
    const all = await listEveryFeePolicy({ ctx, input: {} });
    const own = all.data.filter((one) => one.merchant?.id === merchantId);
    expect(own.map(({ id, state, setBy }) => [id, state, setBy])).toEqual([
      [second.id, "in_force", "Olga"],
      [first.id, "past", "Olga"],
    ]);
  });

  test("of a merchant whom nobody knows is refused", async () => {
    const { set } = await open();
    await expect(set({ merchantId: "mer_nobody" })).rejects.toMatchObject({ status: 404 });
  });

  test("is read by the merchant as what counts now and later, and by the operator with what is past", async () => {
    const { ctx, merchant, merchantId, set } = await open();
    const [first, second] = [await set({}), await set({ basisPoints: 350 })];
    const later = await set({ currency: "EUR", basisPoints: 200, validFrom: "2100-01-01T00:00:00Z" });
    const own = (await getFeePolicy({ ctx: merchant })).filter(({ isOwn }) => isOwn);
    expect(own.map(({ id, state }) => [id, state])).toEqual([
      [later.id, "next"],
      [second.id, "in_force"],
    ]);
    const all = await listFeePolicies({ ctx, input: { merchantId } });
    expect(all.find(({ id }) => id === first.id)?.state).toBe("past");
    expect(all.at(-1)).toMatchObject({ id: null, basisPoints: 300, state: "covered" });
  });
});

test("the rules that are told to be in force are those that payments go by, in every currency", async () => {
  const now = new Date("2041-06-01T00:00:00Z");
  const rule = fc.record({
    isOwn: fc.constant(true),
    currency: fc.constantFrom(null, "QGA", "QGB"),
    basisPoints: fc.integer({ min: 200, max: 500 }),
    day: fc.integer({ min: 1, max: 60 }),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(rule, { maxLength: 6 }), async (rules) => {
      const { merchantId } = await createTestMerchant();
      for (const { currency, basisPoints, day } of rules) {
        const validFrom = new Date(Date.UTC(2041, 4, day));
        const row = { id: newId("pol"), merchantId, currency, basisPoints, validFrom, createdBy: "test" };
        await db().insert(feePolicies).values(row);
      }
      const told = await readFeePolicies(db(), merchantId, now);
      const inForce = new Set(
        told.filter(({ state, isOwn }) => state === "in_force" && isOwn).map(({ id }) => id),
      );
      const used = new Set<string | null>();
      for (const currency of ["QGA", "QGB", "QGC"]) {
        used.add((await findFeePolicy(db(), { merchantId, currency, at: now })).id);
      }
      for (const id of inForce) {
        // A rule for every currency may have one of its own before it in each that is asked for here.
        const isGeneral = told.find((one) => one.id === id)?.currency === null;
        expect(used.has(id) || isGeneral).toBe(true);
      }
      for (const id of used)
        if (id !== null && told.some((one) => one.id === id && one.isOwn)) expect(inForce).toContain(id);
    }),
    { numRuns: 10 },
  );
});
