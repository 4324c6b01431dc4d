import { and, eq } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { db } from "#db/client.ts";
import { disputes, refunds } from "#db/schema/payments.ts";
import { auditLog } from "#db/schema/platform.ts";
import { createTestMerchant } from "#db/testing/merchant.ts";
import { createFingerprint } from "#lib/fingerprint.ts";
import { newId } from "#lib/ids.ts";
import { requireIntegration } from "#lib/integrations/integration-row.ts";
import { askInAccount } from "#lib/providers/stripe/client.ts";
import { stripe } from "#lib/providers/stripe/provider.ts";
import { holdSandboxServer, keepAnswers, loseAnswer } from "#lib/providers/testing/sandbox-server.ts";
import { getCharge } from "./get-charge.ts";
import { lookUpPayments } from "./look-up-payments.ts";
import { previewRefund } from "./preview-refund.ts";
import { refundCharge } from "./refund-charge.ts";
import { applyRefund } from "./states/apply-refund.ts";
import { makeUpCharge } from "./testing/make-up-charge.ts";
import { openPayments, type PaymentScene } from "./testing/payment-scene.ts";
import { askTill } from "./till.ts";

let release: () => Promise<void>;
beforeAll(async () => {
  release = await holdSandboxServer(stripe);
});
afterEach(() => {
  keepAnswers();
});
afterAll(() => release());

const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0);
/** The ids of which the audit log says that so much was done. */
const writtenDown = async ({ ctx }: PaymentScene, action: string) =>
  (
    await db()
      .select({ id: auditLog.targetId })
      .from(auditLog)
      .where(and(eq(auditLog.merchantId, ctx.merchantId), eq(auditLog.action, action)))
  ).map(({ id }) => id);
/** As somebody does in the merchant's own Dashboard. */
const giveBackAtStripe = async (scene: PaymentScene, id: string, amount: number) => {
  const integration = await requireIntegration(scene.ctx, scene.integrationId);
  const { chargeId } = await scene.readRow(id);
  await askTill({ integration }, "give_back", (call) =>
    askInAccount(call, "refund", z.looseObject({}), ({ stripe: client, options }) =>
      client.refunds.create({ charge: chargeId ?? "", amount }, options),
    ),
  );
};
/** A refund of a whole payment that nobody made. */
const refundRow = (scene: PaymentScene, chargeId: string) => ({
  id: newId("rfd"),
  merchantId: scene.ctx.merchantId,
  chargeId,
  amount: 5_000,
  currency: "EUR",
  origin: "request" as const,
});
const dispute = async (
  scene: PaymentScene,
  chargeId: string,
  over: Partial<typeof disputes.$inferInsert>,
) => {
  const { merchantId, provider, environment, accountId } = await scene.readRow(chargeId);
  await db()
    .insert(disputes)
    .values({
      id: newId("dsp"),
      merchantId,
      provider,
      environment,
      accountId,
      chargeId,
      disputeId: newId("sbx"),
      amount: 5_000,
      currency: "EUR",
      status: "needs_response",
      providerStatus: "needs_response",
      openedAt: new Date(),
      ...over,
    });
};

describe("a refund", () => {
  test("of a part gives as large a part of the fee back, and the last one what is left", async () => {
    const scene = await openPayments();
    const { id } = await scene.charge();
    // Of another payment all was given back, and disputed as well.
    const other = await makeUpCharge(scene.ctx.merchantId);
    await dispute(scene, other, { status: "lost" });
    await db()
      .insert(refunds)
      .values({ ...refundRow(scene, other), status: "succeeded" });
    const first = await scene.refund(id, { amount: 1_000, reason: "Wine was corked" });
    expect(first).toMatchObject({
      status: "succeeded",
      amount: 1_000,
      platformFeeReturned: 40,
      reason: "Wine was corked",
    });
    expect(await getCharge({ ctx: scene.ctx, input: { id } })).toMatchObject({
      refunded: 1_000,
      refundable: 4_000,
      refunds: [{ id: first.id }],
      disputes: [],
    });
    expect(await scene.refund(id)).toMatchObject({ amount: 4_000, platformFeeReturned: 160 });
    await expect(scene.refund(id)).rejects.toMatchObject({ status: 409, code: "charge_refunded" });
  });

  test("is made once under its key, also twenty times at once, and other content is a conflict", async () => {
    const scene = await openPayments();
    const { id } = await scene.charge();
    const before = await scene.count("refund");
    const key = newId("req");
    const all = await Promise.all(Array.from({ length: 20 }, () => scene.refund(id, {}, key)));
    expect(new Set(all.map((one) => one.id)).size).toBe(1);
    expect(await scene.count("refund")).toBe(before + 1);
    expect(await writtenDown(scene, "charge.refunded")).toEqual([all[0]?.id]);
    await expect(scene.refund(id, { amount: 999 }, key)).rejects.toMatchObject({
      status: 409,
      code: "idempotency_key_reused",
    });
    const other = await scene.charge();
    await expect(scene.refund(other.id, {}, key)).rejects.toMatchObject({ status: 409 });
    await expect(scene.charge({}, key)).rejects.toMatchObject({ code: "idempotency_key_reused" });
    const ofCharge = newId("req");
    const third = await scene.charge({}, ofCharge);
    await expect(scene.refund(id, { amount: 1_000 }, ofCharge)).rejects.toMatchObject({
      code: "idempotency_key_reused",
    });
    // Of two payments at once, under one key, it is made of one.
    const once = newId("req");
    const both = await Promise.allSettled([other.id, third.id].map((one) => scene.refund(one, {}, once)));
    expect(both.map((one) => (one.status === "fulfilled" ? 201 : one.reason.status)).toSorted()).toEqual([
      201, 409,
    ]);
  });

  test("and a payment have keys of their merchant's own: another one may use the same", async () => {
    const [one, other] = [await openPayments(), await openPayments()];
    const [ofCharge, ofRefund, ofBoth, ofOther] = [newId("req"), newId("req"), newId("req"), newId("req")];
    const first = await one.charge({}, ofCharge);
    await one.refund(first.id, { amount: 1_000 }, ofRefund);
    await one.refund(first.id, { amount: 1_000 }, ofBoth);
    await one.charge({}, ofOther);
    const second = await other.charge({}, ofCharge);
    expect(await other.charge({}, ofRefund)).toMatchObject({ status: "succeeded" });
    expect(await other.refund(second.id, { amount: 1_000 }, ofBoth)).toMatchObject({ status: "succeeded" });
    expect(await other.refund(second.id, { amount: 1_000 }, ofOther)).toMatchObject({ status: "succeeded" });
  });

  test("never gives back more than there was: ten at once", async () => {
    const scene = await openPayments();
    const { id } = await scene.charge();
    const all = await Promise.allSettled(
      Array.from({ length: 10 }, () => scene.refund(id, { amount: 1_500 })),
    );
    expect(all.filter(({ status }) => status === "fulfilled")).toHaveLength(3);
    const accepted = (await scene.refundRows()).filter(({ status }) => status !== "failed");
    expect(sum(accepted.map(({ amount }) => amount))).toBe(4_500);
    // The others were refused before Stripe was asked.
    expect(await scene.refundRows()).toHaveLength(3);
  });

  test("finds nothing left where somebody gave it back at Stripe meanwhile, and keeps nothing set aside", async () => {
    const scene = await openPayments();
    const { id } = await scene.charge();
    await giveBackAtStripe(scene, id, 4_500);
    const refused = await scene.refund(id, { amount: 1_000 });
    expect(refused).toMatchObject({
      status: "failed",
      failure: { code: "stripe.charge_only_left_give_back" },
    });
    await giveBackAtStripe(scene, id, 500);
    expect(await scene.refund(id)).toMatchObject({
      status: "failed",
      failure: { code: "stripe.charge_has_refunded_in_full" },
    });
  });

  test("whose answer was lost is looked up, and counts as given until that is known", async () => {
    const scene = await openPayments();
    const { id } = await scene.charge();
    const before = await scene.count("refund");
    const key = newId("req");
    // The charge is read, its refunds are listed, and then one is asked for.
    loseAnswer(2);
    const unknown = await scene.refund(id, { amount: 3_000 }, key);
    expect(unknown).toMatchObject({ status: "unknown" });
    await expect(scene.refund(id, { amount: 3_000 })).rejects.toMatchObject({ status: 422 });
    // By the job.
    const past = new Date(Date.now() - 1_000);
    await db().update(refunds).set({ lookDueAt: past }).where(eq(refunds.id, unknown.id));
    await lookUpPayments({ budgetMs: 20_000 });
    expect(await scene.readRefund(unknown.id)).toMatchObject({ status: "succeeded", feeRefunded: 120 });
    expect(await scene.refund(id, { amount: 3_000 }, key)).toMatchObject({ id: unknown.id });
    expect(await scene.count("refund")).toBe(before + 1);
  });

  test("that never arrived is told as not made, and may be asked for under the same key", async () => {
    const scene = await openPayments();
    const { id } = await scene.charge();
    const before = await scene.count("refund");
    const key = newId("req");
    const made = await scene.refund(id, { amount: 1_000 }, key);
    const unasked = { id: newId("rfd"), status: "begun", refundId: null } as const;
    await db().update(refunds).set(unasked).where(eq(refunds.id, made.id));
    expect(await scene.lookUpRefund(unasked.id)).toMatchObject({
      status: "failed",
      failureCode: "refund_not_made",
    });
    const again = () => scene.refund(id, { amount: 1_000 }, key);
    const all = await Promise.all(Array.from({ length: 5 }, again));
    expect(all.map((one) => [one.id, one.status])).toEqual(all.map(() => [unasked.id, "succeeded"]));
    expect(await scene.count("refund")).toBe(before + 2);
  });

  test("of all there is that never arrived is made once, also by five who repeat it at once", async () => {
    const scene = await openPayments();
    const { id } = await scene.charge();
    const before = await scene.count("refund");
    const key = newId("req");
    const row = { ...refundRow(scene, id), key, fingerprint: createFingerprint({ what: "refund", id }) };
    await db()
      .insert(refunds)
      .values({ ...row, status: "failed", failureCode: "refund_not_made" });
    const all = await Promise.all(Array.from({ length: 5 }, () => scene.refund(id, {}, key)));
    expect(all.map(({ status, amount }) => [status, amount])).toEqual(all.map(() => ["succeeded", 5_000]));
    expect(await scene.count("refund")).toBe(before + 1);
    // What another one had set aside is gone by now.
    const late = newId("req");
    const part = {
      key: late,
      amount: 1_000,
      fingerprint: createFingerprint({ what: "refund", id, amount: 1_000 }),
    };
    await db()
      .insert(refunds)
      .values({ ...refundRow(scene, id), ...part, status: "failed", failureCode: "refund_not_made" });
    await expect(scene.refund(id, { amount: 1_000 }, late)).rejects.toMatchObject({
      code: "charge_refunded",
    });
  });

  test("may fail days after it had succeeded: then it is there to be given back again", async () => {
    const scene = await openPayments();
    const { id } = await scene.charge({ paymentMethod: "pm_card_refundFail" });
    const made = await scene.refund(id);
    expect(made).toMatchObject({ status: "succeeded" });
    await scene.command("move-clock", { days: 3 });
    expect(await scene.lookUpRefund(made.id)).toMatchObject({ status: "failed" });
    const free = { refunded: 0, refundable: 5_000 };
    expect(await getCharge({ ctx: scene.ctx, input: { id } })).toMatchObject(free);
    await db().update(refunds).set({ status: "canceled" }).where(eq(refunds.id, made.id));
    expect(await getCharge({ ctx: scene.ctx, input: { id } })).toMatchObject(free);
  });

  test("that waits for the bank is pending, and an older answer does not take back what came of it", async () => {
    const scene = await openPayments();
    const { id } = await scene.charge({ paymentMethod: "pm_card_pendingRefund" });
    const made = await scene.refund(id);
    expect(made).toMatchObject({ status: "pending" });
    await scene.command("move-clock", { days: 3 });
    const row = await scene.lookUpRefund(made.id);
    expect(row).toMatchObject({ status: "succeeded", lookDueAt: null });
    const charge = await scene.readRow(id);
    const older = {
      mark: made.id,
      refundId: row.refundId ?? "",
      chargeId: charge.chargeId ?? "",
      status: "pending",
      providerStatus: "pending",
      amount: 5_000,
      currency: "EUR",
      reason: null,
      feeRefunded: null,
      said: null,
      detail: null,
      createdAt: new Date(),
    } as const;
    await db().transaction((tx) => applyRefund(tx, charge, older));
    expect(await scene.readRefund(made.id)).toMatchObject({ status: "succeeded", feeRefunded: 200 });
  });

  test("of what has not been paid is refused", async () => {
    const scene = await openPayments();
    const made = await scene.charge({ mode: "intent", paymentMethod: undefined });
    await expect(scene.refund(made.id)).rejects.toMatchObject({ status: 409, code: "charge_not_paid" });
  });

  test("of a payment in an account that is not connected is refused, and leaves nothing behind", async () => {
    const scene = await openPayments();
    const id = await makeUpCharge(scene.ctx.merchantId);
    const refused = { status: 409, code: "account_not_connected" };
    await expect(scene.refund(id)).rejects.toMatchObject(refused);
    expect(await scene.refundRows()).toEqual([]);
    // What was given back before is answered all the same.
    const key = newId("req");
    const row = { ...refundRow(scene, id), key, fingerprint: createFingerprint({ what: "refund", id }) };
    await db()
      .insert(refunds)
      .values({ ...row, status: "succeeded" });
    expect(await scene.refund(id, {}, key)).toMatchObject({ id: row.id, status: "succeeded" });
  });

  test("needs a key, a payment of the merchant's own, and the currency's step", async () => {
    const scene = await openPayments();
    const { id } = await scene.charge({ currency: "ISK", amount: 500_000 });
    await expect(refundCharge({ ctx: scene.ctx, input: { id } })).rejects.toMatchObject({
      status: 400,
      code: "idempotency_key_required",
    });
    await expect(
      refundCharge({ ctx: await createTestMerchant(), input: { id }, idempotencyKey: newId("req") }),
    ).rejects.toMatchObject({ status: 404 });
    await expect(scene.refund(id, { amount: 1_050 })).rejects.toMatchObject({
      status: 422,
      fieldErrors: [{ path: "amount" }],
    });
    expect(await scene.refund(id, { amount: 1_000 })).toMatchObject({ status: "succeeded" });
  });
});

describe("a dispute", () => {
  test.each([
    ["that is open", {}, 0],
    ["that was lost", { status: "lost" }, 0],
    ["over a part", { amount: 2_000 }, 3_000],
    ["in another currency, by the rate of exchange", { amount: 5_400, currency: "USD" }, 0],
    ["that was won", { status: "won" }, 5_000],
    ["that only asks", { isInquiry: true }, 5_000],
  ] as const)("%s leaves so much to give back", async (_, over, left) => {
    const scene = await openPayments();
    const { id } = await scene.charge();
    await dispute(scene, id, over);
    expect(await getCharge({ ctx: scene.ctx, input: { id } })).toMatchObject({ refundable: left });
    if (left === 0) {
      await expect(scene.refund(id)).rejects.toMatchObject({ status: 409, code: "charge_disputed" });
      expect(await scene.refundRows()).toEqual([]);
    } else {
      await expect(scene.refund(id, { amount: left + 1 })).rejects.toMatchObject({ status: 422 });
    }
  });
});

describe("a preview", () => {
  test("says who gets and who bears what, and does nothing", async () => {
    const scene = await openPayments();
    const { id } = await scene.charge();
    const preview = (amount?: string) =>
      previewRefund({ ctx: scene.ctx, input: { id, ...(amount ? { amount } : {}) } });
    expect(await preview("1000")).toMatchObject({
      amount: 1_000,
      guestGets: 1_000,
      platformGivesBack: 40,
      merchantPays: 960,
      isPlatformPartEstimated: true,
      left: 4_000,
    });
    expect(await preview()).toMatchObject({
      guestGets: 5_000,
      platformGivesBack: 200,
      merchantPays: 4_800,
      isPlatformPartEstimated: false,
      left: 0,
    });
    expect((await preview()).message).toContain("€48.00");
    await expect(preview("5001")).rejects.toMatchObject({ status: 422 });
    expect(await scene.refundRows()).toEqual([]);
  });

  test("of a third and the rest comes to the whole fee", async () => {
    const scene = await openPayments();
    const { id } = await scene.charge({ amount: 999, currency: "USD" });
    const parts: (number | null)[] = [];
    for (const amount of [333, 333, 333]) {
      parts.push((await previewRefund({ ctx: scene.ctx, input: { id, amount } })).platformGivesBack);
      await scene.refund(id, { amount });
    }
    expect(sum(parts.map((part) => part ?? 0))).toBe(40);
  });
});
