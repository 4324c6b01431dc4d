import type Stripe from "stripe";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type StripeScene, startStripeScene } from "#lib/providers/testing/stripe-scene.ts";
import { stripe } from "../../provider.ts";

const started: StripeScene[] = [];
let scene: StripeScene;
async function start(): Promise<StripeScene> {
  const one = await startStripeScene(stripe);
  started.push(one);
  return one;
}
beforeAll(async () => {
  scene = await start();
});
afterAll(async () => {
  for (const one of started) await one.shop.stop();
});

const refund = (charge: string, over: Record<string, unknown> = {}) =>
  scene.client.refunds.create({ charge, refund_application_fee: true, ...over }, scene.options);
const look = (id: string) => scene.client.refunds.retrieve(id, {}, scene.options);
const findFee = async (charge: string) => (await scene.client.applicationFees.list({ charge })).data[0];

describe("the fee that goes back with a refund", () => {
  test.each([
    ["half_up", 333, [67, 66, 67]],
    ["floor", 333, [66, 67, 67]],
  ])("is rounded %s, and is all of it in the end", async (feeRefundRounding, part, shares) => {
    await scene.command("change-terms", { feeRefundRounding });
    const charge = await scene.charge({ amount: part * 3, application_fee_amount: 200 });
    const seen: number[] = [];
    for (const _ of shares) {
      const before = (await findFee(charge.id))?.amount_refunded ?? 0;
      await refund(charge.id, { amount: part });
      seen.push(((await findFee(charge.id))?.amount_refunded ?? 0) - before);
    }
    expect(seen).toEqual(shares);
    expect(await findFee(charge.id)).toMatchObject({ amount: 200, amount_refunded: 200, refunded: true });
  });

  test("does not go back where nobody asks for it, and can be given back on its own", async () => {
    const charge = await scene.charge({ application_fee_amount: 200 });
    await refund(charge.id, { refund_application_fee: false });
    const fee = await findFee(charge.id);
    expect(fee?.amount_refunded).toBe(0);
    const back = await scene.client.applicationFees.createRefund(fee?.id ?? "", { amount: 150 });
    expect(back).toMatchObject({ object: "fee_refund", amount: 150, fee: fee?.id });
    await expect(
      scene.client.applicationFees.createRefund(fee?.id ?? "", { amount: 51 }),
    ).rejects.toMatchObject({
      statusCode: 400,
      param: "amount",
    });
    expect((await findFee(charge.id))?.amount_refunded).toBe(150);
  });

  test("is a whole amount of a currency that has no digits", async () => {
    const charge = await scene.charge({ amount: 1_000, currency: "jpy", application_fee_amount: 33 });
    await refund(charge.id, { amount: 500 });
    expect(Number.isInteger((await findFee(charge.id))?.amount_refunded)).toBe(true);
  });
});

test("five refunds that race give back no more than there was", async () => {
  const charge = await scene.charge({ amount: 5_000 });
  const all = await Promise.allSettled(
    Array.from({ length: 5 }, () =>
      scene.client.refunds.create({ charge: charge.id, amount: 2_000 }, scene.options),
    ),
  );
  expect(all.filter(({ status }) => status === "fulfilled")).toHaveLength(2);
  const after = await scene.client.charges.retrieve(charge.id, {}, scene.options);
  expect(after.amount_refunded).toBe(4_000);
});

describe("what is refused", () => {
  test.each<[Partial<Stripe.RefundCreateParams>, string | undefined, string]>([
    [{ amount: 5_001 }, undefined, "amount"],
    [{ amount: 0 }, "parameter_invalid_integer", "amount"],
    [{ refund_application_fee: true }, undefined, "refund_application_fee"],
    [{ reason: "bored" }, undefined, "reason"],
  ])("is %j", async (over, code, param) => {
    const charge = await scene.charge();
    const failure = await scene.client.refunds
      .create({ charge: charge.id, ...over }, scene.options)
      .catch((error: unknown) => error);
    expect(failure).toMatchObject({ statusCode: 400, param, rawType: "invalid_request_error" });
    expect(Object(failure).code).toBe(code);
  });

  test("is a second refund in full", async () => {
    const charge = await scene.charge();
    await scene.client.refunds.create({ charge: charge.id }, scene.options);
    await expect(scene.client.refunds.create({ charge: charge.id }, scene.options)).rejects.toMatchObject({
      code: "charge_already_refunded",
    });
  });
});

describe("a refund that does not end at once", () => {
  test("waits for the bank, and arrives", async () => {
    const charge = await scene.charge({ payment_method: "pm_card_pendingRefund" });
    const made = await refund(charge.id, { refund_application_fee: false });
    expect(made).toMatchObject({ status: "pending", pending_reason: "processing" });
    await scene.command("move-clock", { days: 3 });
    expect(await look(made.id)).toMatchObject({ status: "succeeded" });
  });

  test("fails after it had succeeded, and its money comes back by a transaction of its own", async () => {
    const charge = await scene.charge({ payment_method: "pm_card_refundFail" });
    const made = await refund(charge.id, { amount: 2_000, refund_application_fee: false });
    expect(made.status).toBe("succeeded");
    await scene.command("move-clock", { days: 3 });
    const failed = await look(made.id);
    expect(failed).toMatchObject({ status: "failed", failure_reason: "expired_or_canceled_card" });
    const { data } = await scene.client.balanceTransactions.list({ source: made.id }, scene.options);
    expect(data.map(({ type, amount, reporting_category }) => [type, reporting_category, amount])).toEqual([
      ["refund_failure", "refund_failure", 2_000],
      ["refund", "refund", -2_000],
    ]);
    expect(await scene.client.charges.retrieve(charge.id, {}, scene.options)).toMatchObject({
      amount_refunded: 0,
    });
  });

  test("waits for the balance where the account has to cover it", async () => {
    const poor = await start();
    await poor.command("pay-out");
    await poor.command("change-terms", { refundsNeedBalance: true });
    const charge = await poor.charge();
    const made = await poor.client.refunds.create({ charge: charge.id, amount: 1_000 }, poor.options);
    expect(made).toMatchObject({
      status: "pending",
      pending_reason: "insufficient_funds",
      balance_transaction: null,
    });
    await poor.charge({ amount: 9_000, payment_method: "pm_card_bypassPending" });
    await poor.command("change-terms", { payouts: "manual" });
    await poor.command("move-clock", { days: 1.1 });
    const paid = await poor.client.refunds.retrieve(made.id, {}, poor.options);
    expect(paid.status).toBe("succeeded");
    expect(paid.balance_transaction).not.toBeNull();
  });
});
