import { and, eq } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { db } from "#db/client.ts";
import { charges, refunds } from "#db/schema/payments.ts";
import { auditLog } from "#db/schema/platform.ts";
import { createTestMerchant } from "#db/testing/merchant.ts";
import type { Ctx } from "#lib/auth/context.ts";
import { AppError } from "#lib/errors.ts";
import { newId } from "#lib/ids.ts";
import { saveConnection } from "#lib/integrations/connect/save-connection.ts";
import { requireIntegration } from "#lib/integrations/integration-row.ts";
import { bookMovements } from "#lib/ledger/book-movements.ts";
import { stripe } from "#lib/providers/stripe/provider.ts";
import { holdSandboxServer, keepAnswers, loseAnswer } from "#lib/providers/testing/sandbox-server.ts";
import { switchFaultOn } from "#lib/sandbox/core/switch-fault-on.ts";
import { renderError } from "#lib/words/render-error.ts";
import { askedCharge } from "./asked-charge.ts";
import { askedRefund } from "./asked-refund.ts";
import { createCharge } from "./create-charge.ts";
import { endCharge } from "./end-charge.ts";
import { getCharge } from "./get-charge.ts";
import { listCharges } from "./list-charges.ts";
import { lookUp } from "./look-up.ts";
import { lookUpPayments } from "./look-up-payments.ts";
import { refundCharge } from "./refund-charge.ts";
import { applyPayment, type ChargeRow } from "./states/apply-payment.ts";
import { makeUpCharge } from "./testing/make-up-charge.ts";
import { openPayments } from "./testing/payment-scene.ts";
import { askTill, findTill } from "./till.ts";

let release: () => Promise<void>;
beforeAll(async () => {
  release = await holdSandboxServer(stripe);
});
afterEach(() => {
  keepAnswers();
});
afterAll(() => release());

const checkout = {
  mode: "checkout" as const,
  paymentMethod: undefined,
  returnUrl: "https://shop.example/thanks",
};
const intent = { mode: "intent" as const, paymentMethod: undefined };

describe("a payment", () => {
  test("of 50.00 at 4 % is 48.00 for the merchant and 2.00 for the platform, by the rule that is kept with it", async () => {
    const { ctx, charge } = await openPayments();
    const made = await charge({ orderId: "ord_1042", tip: 500 });
    expect(made).toMatchObject({
      status: "succeeded",
      amount: 5_000,
      currency: "EUR",
      platformFee: 200,
      merchantPart: 4_800,
      providerFee: null,
      takesPlatformFee: true,
      platformFeeNote: null,
      tip: 500,
      orderId: "ord_1042",
      clientSecret: null,
    });
    expect(made.id).toMatch(/^chg_/);
    const detail = await getCharge({ ctx, input: { id: made.id } });
    expect(detail.feeRule).toMatchObject({ basisPoints: 400, share: 200, ceiling: 250, decidedBy: "share" });
    expect(detail.feeRule?.policyId).toMatch(/^pol_/);
    expect(detail).toMatchObject({ refundable: 5_000, refunds: [], disputes: [] });
  });

  test("shows Stripe's own fee apart, once the ledger has it", async () => {
    const scene = await openPayments();
    const { id } = await scene.charge();
    await scene.refund(id, { amount: 1_000 });
    const integration = await requireIntegration(scene.ctx, scene.integrationId);
    const { items } = await askTill({ integration }, "look_up_payment", (call) =>
      stripe.payments.books.movements(call, { since: null, cursor: null }),
    );
    const { chargeId, merchantId, provider, environment, accountId } = await scene.readRow(id);
    const movements = items.map(({ movement }) => movement);
    const book = { merchantId, provider, environment, accountId, book: "merchant" } as const;
    await db().transaction((tx) => bookMovements(tx, book, movements));
    const net = movements.find((one) => one.kind === "payment" && one.paymentId === chargeId)?.net ?? 0;
    const { providerFee, merchantPart } = await getCharge({ ctx: scene.ctx, input: { id } });
    expect(providerFee).toMatchObject({ currency: "EUR" });
    expect(providerFee?.amount).toBeGreaterThan(0);
    expect((merchantPart ?? 0) - (providerFee?.amount ?? 0)).toBe(net);
  });

  test("by a page waits on its guest, and has succeeded once it is looked at after they paid", async () => {
    const scene = await openPayments();
    const made = await scene.charge({ ...checkout, description: "Table 7" });
    expect(made).toMatchObject({ status: "waiting", platformFee: 200 });
    // Where the guest's browser reaches the page: of the sandbox, with us.
    expect(made.url).toMatch(/\/sandbox\/stripe\/checkout\.stripe\.com\/./);
    const { sessionId } = await scene.readRow(made.id);
    await scene.command("pay-as-guest", { session: sessionId });
    expect(await scene.lookUp(made.id)).toMatchObject({ status: "succeeded", url: null, fee: 200 });
    expect((await scene.readRow(made.id)).chargeId).toMatch(/^ch_/);
  });

  test("by a page that nobody used in time has ended", async () => {
    const scene = await openPayments();
    const made = await scene.charge(checkout);
    await scene.command("move-clock", { days: 2 });
    expect(await scene.lookUp(made.id)).toMatchObject({ status: "ended", lookDueAt: null });
  });

  test("by a page that is over is told by the message about the page, as there is no charge", async () => {
    const scene = await openPayments();
    const made = await scene.charge(checkout);
    await scene.command("move-clock", { days: 2 });
    const row = await scene.readRow(made.id);
    const integration = await requireIntegration(scene.ctx, scene.integrationId);
    const found = await askTill({ integration }, "look_up_payment", (call) =>
      stripe.payments.books.object(call, "payment", row.sessionId ?? ""),
    );
    if (found?.kind !== "payment") throw new Error("The session is not found.");
    expect(await db().transaction((tx) => applyPayment(tx, row, found.state))).toMatchObject({
      id: made.id,
      status: "ended",
    });
  });

  test("for the caller's page has a secret that no table keeps, and the same key gets it again", async () => {
    const scene = await openPayments();
    const key = newId("req");
    const made = await scene.charge(intent, key);
    expect(made).toMatchObject({ status: "waiting", url: null });
    expect(made.clientSecret).toMatch(/_secret_/);
    expect(JSON.stringify(await scene.readRow(made.id))).not.toContain(made.clientSecret);
    expect((await getCharge({ ctx: scene.ctx, input: { id: made.id } })) as object).not.toHaveProperty(
      "clientSecret",
    );
    expect(await scene.charge(intent, key)).toMatchObject({ id: made.id, clientSecret: made.clientSecret });
    await scene.command("pay-as-guest", { payment: (await scene.readRow(made.id)).paymentId });
    expect(await scene.lookUp(made.id)).toMatchObject({ status: "succeeded" });
  });

  test("of which a card was declined waits on for another card, where the guest sits before a page", async () => {
    const scene = await openPayments();
    const made = await scene.charge(intent);
    const { paymentId: payment } = await scene.readRow(made.id);
    await scene.command("pay-as-guest", { payment, card: "pm_card_visa_chargeDeclined" });
    expect(await scene.lookUp(made.id)).toMatchObject({ status: "waiting" });
    await scene.command("pay-as-guest", { payment });
    expect(await scene.lookUp(made.id)).toMatchObject({ status: "succeeded" });
  });

  test("with a card on file that is declined has failed, with what to do", async () => {
    const scene = await openPayments();
    const before = await scene.count("charge");
    const key = newId("req");
    const made = await scene.charge({ paymentMethod: "pm_card_chargeDeclinedExpiredCard" }, key);
    expect(made).toMatchObject({ status: "failed", failure: { code: "stripe.card_has_expired" } });
    expect(await scene.charge({ paymentMethod: "pm_card_chargeDeclinedExpiredCard" }, key)).toMatchObject({
      id: made.id,
      status: "failed",
    });
    expect(await scene.count("charge")).toBe(before + 1);
  });

  test("that waits can be taken back, and one that was paid cannot", async () => {
    const scene = await openPayments();
    const made = await scene.charge(checkout);
    expect(await endCharge({ ctx: scene.ctx, input: { id: made.id } })).toMatchObject({ status: "ended" });
    expect(await endCharge({ ctx: scene.ctx, input: { id: made.id } })).toMatchObject({ status: "ended" });
    const written = await db()
      .select({ action: auditLog.action })
      .from(auditLog)
      .where(and(eq(auditLog.merchantId, scene.ctx.merchantId), eq(auditLog.targetId, made.id)));
    expect(written.map(({ action }) => action).toSorted()).toEqual(["charge.created", "charge.ended"]);
    for (const status of ["begun", "unknown"] as const) {
      const id = await makeUpCharge(scene.ctx.merchantId, { status, lookDueAt: null });
      await expect(endCharge({ ctx: scene.ctx, input: { id } })).rejects.toMatchObject({
        status: 409,
        code: "charge_unclear",
      });
    }
    // With a bank it may be ended still: what stands in the way is that its account is not connected.
    const id = await makeUpCharge(scene.ctx.merchantId, { status: "processing" });
    await expect(endCharge({ ctx: scene.ctx, input: { id } })).rejects.toMatchObject({
      code: "account_not_connected",
    });
    const quick = await scene.charge(intent);
    await scene.command("pay-as-guest", { payment: (await scene.readRow(quick.id)).paymentId });
    // The guest was quicker.
    expect(await endCharge({ ctx: scene.ctx, input: { id: quick.id } })).toMatchObject({
      status: "succeeded",
    });
    await expect(endCharge({ ctx: scene.ctx, input: { id: quick.id } })).rejects.toMatchObject({
      status: 409,
      code: "charge_over",
    });
  });
});

describe("a key", () => {
  test("is needed, and refused where it is none", async () => {
    const { ctx, asked } = await openPayments();
    await expect(createCharge({ ctx, input: asked })).rejects.toMatchObject({
      status: 400,
      code: "idempotency_key_required",
    });
    await expect(createCharge({ ctx, input: asked, idempotencyKey: "ä" })).rejects.toMatchObject({
      status: 400,
      code: "bad_idempotency_key",
    });
  });

  test("makes one payment, however often it comes, and a day after Stripe has forgotten it", async () => {
    const scene = await openPayments();
    const before = await scene.count("payment_intent");
    const key = newId("req");
    const made = await scene.charge({}, key);
    await scene.command("move-clock", { days: 3 });
    expect(await scene.charge({}, key)).toMatchObject({ id: made.id, status: "succeeded" });
    expect(await scene.count("payment_intent")).toBe(before + 1);
  });

  test("with other content is a conflict, for good", async () => {
    const scene = await openPayments();
    const key = newId("req");
    await scene.charge({}, key);
    for (const other of [{ amount: 5_001 }, { currency: "USD" }, { orderId: "ord_2" }, checkout]) {
      await expect(scene.charge(other, key)).rejects.toMatchObject({
        status: 409,
        code: "idempotency_key_reused",
      });
    }
    expect(await scene.rows()).toHaveLength(1);
  });

  test("that comes twenty times at once makes one row and one payment", async () => {
    const scene = await openPayments();
    const before = await scene.count("payment_intent");
    const key = newId("req");
    const all = await Promise.all(Array.from({ length: 20 }, () => scene.charge({}, key)));
    expect(new Set(all.map(({ id }) => id)).size).toBe(1);
    expect(all.map(({ status }) => status)).toEqual(Array.from({ length: 20 }, () => "succeeded"));
    expect(await scene.rows()).toHaveLength(1);
    expect(await scene.count("payment_intent")).toBe(before + 1);
  });
});

describe("what is not known", () => {
  test.each([
    ["a payment on file", {}, "payment_intent", "succeeded"],
    ["a payment by a page", checkout, "checkout_session", "waiting"],
    ["a payment for the caller's page", intent, "payment_intent", "waiting"],
  ])("of %s whose answer was lost is looked up, and not asked for again", async (_, over, kind, status) => {
    const scene = await openPayments();
    const before = await scene.count(kind);
    const key = newId("req");
    // The first answer is the account's, the second that of the payment.
    loseAnswer(1);
    const unknown = await scene.charge(over, key);
    expect(unknown).toMatchObject({ status: "unknown" });
    // Soon, and not as what waits on a guest.
    expect((await scene.readRow(unknown.id)).lookDueAt?.getTime()).toBeLessThan(Date.now() + 30_000);
    expect(await scene.charge(over, key)).toMatchObject({ id: unknown.id, status: "unknown" });
    expect(await scene.lookUp(unknown.id)).toMatchObject({ status, fee: 200 });
    expect(await scene.charge(over, key)).toMatchObject({ id: unknown.id, status });
    expect(await scene.count(kind)).toBe(before + 1);
  });

  test("is found by the job, also of a process that died before it heard anything", async () => {
    const scene = await openPayments();
    loseAnswer(1);
    const { id } = await scene.charge();
    const past = new Date(Date.now() - 1_000);
    // What a process leaves that is killed between the call and the answer.
    await db().update(charges).set({ status: "begun", lookDueAt: past }).where(eq(charges.id, id));
    await lookUpPayments({ budgetMs: 20_000 });
    expect(await scene.readRow(id)).toMatchObject({ status: "succeeded", lookDueAt: null });
  });

  test("and never arrived is told as not made once that is sure, and may be asked for under the same key", async () => {
    const scene = await openPayments();
    const key = newId("req");
    const made = await scene.charge(intent, key);
    const before = await scene.count("payment_intent");
    // What is left of a process that died before it asked: a row of whose id nobody has heard at Stripe.
    const id = newId("chg");
    const unasked = { id, status: "begun", paymentId: null } as const;
    await db().update(charges).set(unasked).where(eq(charges.id, made.id));
    // A request of just now may still be on its way.
    expect(await lookUp(askedCharge, await scene.readRow(id))).toMatchObject({ status: "begun" });
    expect(await scene.lookUp(id)).toMatchObject({ status: "failed", failureCode: "charge_not_made" });
    expect(await scene.count("payment_intent")).toBe(before);
    const all = await Promise.all(Array.from({ length: 5 }, () => scene.charge(intent, key)));
    expect(all.map((one) => [one.id, one.status])).toEqual(all.map(() => [id, "waiting"]));
    expect(await scene.count("payment_intent")).toBe(before + 1);
  });

  test("is written down only by whoever has read what stands there", async () => {
    const { ctx, readRow, readRefund } = await openPayments();
    const chargeId = await makeUpCharge(ctx.merchantId, { status: "unknown" });
    const row = { id: newId("rfd"), merchantId: ctx.merchantId, chargeId, amount: 100, currency: "EUR" };
    await db()
      .insert(refunds)
      .values({ ...row, origin: "request", status: "unknown" });
    const [charge, refund] = [await readRow(chargeId), await readRefund(row.id)];
    const older = { updatedAt: new Date(0) };
    const changes = { status: "failed", lookDueAt: null } as const;
    for (const stale of [older, { status: "begun" } as const]) {
      expect(await askedCharge.write({ ...charge, ...stale }, changes)).toBeUndefined();
      expect(await askedRefund.write({ ...refund, ...stale }, changes)).toBeUndefined();
    }
    expect(await askedCharge.write(charge, changes)).toMatchObject({ id: chargeId, status: "failed" });
    expect(await askedRefund.write(refund, changes)).toMatchObject({ id: row.id, status: "failed" });
  });

  test("and was not taken on is not asked for by itself, but by the same key", async () => {
    const scene = await openPayments();
    const before = await scene.count("payment_intent");
    const key = newId("req");
    await switchFaultOn({
      merchantId: scene.ctx.merchantId,
      provider: "stripe",
      kind: "rate_limited",
      times: 1,
    });
    await expect(scene.charge({}, key)).rejects.toMatchObject({ status: 429 });
    expect(await scene.count("payment_intent")).toBe(before);
    expect(await scene.rows()).toEqual([]);
  });
});

describe("an account that cannot take cards", () => {
  test("takes no payment, and the error says what Stripe needs and by when; what was taken before is still answered", async () => {
    const scene = await openPayments();
    const key = newId("req");
    const made = await scene.charge({}, key);
    await scene.command("ask-for-document");
    // Needed soon, and not yet a reason to take nothing.
    expect(await scene.charge()).toMatchObject({ status: "succeeded" });
    await scene.command("require-verification");
    const refusal = await scene.charge().catch((error: unknown) => error);
    expect(refusal).toMatchObject({ status: 409, code: "account_not_ready" });
    if (!(refusal instanceof AppError)) throw refusal;
    expect(renderError(refusal).message).toContain("passport");
    expect(await scene.charge({}, key)).toMatchObject({ id: made.id, status: "succeeded" });
    expect(await scene.rows()).toHaveLength(2);
  });

  test("for any other reason takes none either", async () => {
    const scene = await openPayments();
    await scene.command("change-capability", { cardPayments: "inactive" });
    for (const over of [{}, checkout, intent]) {
      await expect(scene.charge(over)).rejects.toMatchObject({ status: 409, code: "account_not_ready" });
    }
    expect(await scene.rows()).toEqual([]);
  });
});

test("a key that may not move money takes no payment, gives none back and ends none", async () => {
  const scene = await openPayments();
  const made = await scene.charge(checkout);
  const ctx: Ctx = { ...scene.ctx, actor: { kind: "apiKey", id: "key_1", scopes: ["read"] } };
  const idempotencyKey = newId("req");
  const all = [
    () => createCharge({ ctx, input: scene.asked, idempotencyKey }),
    () => refundCharge({ ctx, input: { id: made.id }, idempotencyKey }),
    () => endCharge({ ctx, input: { id: made.id } }),
  ];
  for (const ask of all) await expect(ask()).rejects.toMatchObject({ status: 403 });
});

test("another merchant neither sees nor ends nor repeats a payment", async () => {
  const [scene, stranger] = [await openPayments(), await createTestMerchant()];
  const key = newId("req");
  const made = await scene.charge(checkout, key);
  for (const verb of [getCharge, endCharge]) {
    await expect(verb({ ctx: stranger, input: { id: made.id } })).rejects.toMatchObject({ status: 404 });
  }
  expect((await listCharges({ ctx: stranger, input: {} })).data).toEqual([]);
  await expect(
    createCharge({ ctx: stranger, input: { ...scene.asked, ...checkout }, idempotencyKey: key }),
  ).rejects.toMatchObject({ status: 404 });
  // Nor is it asked about by a connection to anywhere else.
  const row = await scene.readRow(made.id);
  expect((await findTill(row))?.integration.id).toBe(scene.integrationId);
  const elsewhere: Partial<ChargeRow>[] = [
    { merchantId: stranger.merchantId },
    { provider: "paypal" },
    { environment: "live" },
    { accountId: newId("sbx") },
  ];
  for (const place of elsewhere) expect(await findTill({ ...row, ...place })).toBeNull();
});

test("payments are listed newest first, by status, order and time", async () => {
  const scene = await openPayments();
  const paid = await scene.charge({ orderId: "ord_1" });
  const waits = await scene.charge({ ...checkout, orderId: "ord_2", amount: 6_000 });
  const { feeRule } = await getCharge({ ctx: scene.ctx, input: { id: waits.id } });
  expect(feeRule).toMatchObject({ share: 240, ceiling: 300 });
  const list = async (input: object) =>
    (await listCharges({ ctx: scene.ctx, input })).data.map(({ id }) => id);
  expect(new Set(await list({}))).toEqual(new Set([paid.id, waits.id]));
  expect(await list({ status: "waiting" })).toEqual([waits.id]);
  expect(await list({ orderId: "ord_1" })).toEqual([paid.id]);
  expect(await list({ to: "2020-01-01T00:00:00Z" })).toEqual([]);
  expect(await list({ from: "2100-01-01T00:00:00Z" })).toEqual([]);
  expect(await list({ integrationId: "int_other" })).toEqual([]);
  const first = await listCharges({ ctx: scene.ctx, input: { limit: 1 } });
  const second = await listCharges({
    ctx: scene.ctx,
    input: { limit: 1, cursor: first.nextCursor ?? undefined },
  });
  expect(new Set([...first.data, ...second.data].map(({ id }) => id))).toEqual(new Set([paid.id, waits.id]));
});

describe("input that is refused", () => {
  test.each([
    ["an amount of another step", { currency: "ISK", amount: 5_050 }, "amount"],
    ["no amount", { amount: 0 }, "amount"],
    ["a tip above the amount", { tip: 5_001 }, "tip"],
    ["a page that leads nowhere", { mode: "checkout", paymentMethod: undefined }, "returnUrl"],
    ["a card for a page", { ...checkout, paymentMethod: "pm_card_visa" }, "paymentMethod"],
    ["no card on file", { paymentMethod: undefined }, "paymentMethod"],
    ["a share that the caller names", { platformFeeBasisPoints: 100 }, "platformFeeBasisPoints"],
  ])("%s", async (_, over, path) => {
    const scene = await openPayments();
    const refusal = await scene.charge(over).catch((error: unknown) => error);
    expect(refusal).toMatchObject({ status: 422, fieldErrors: [{ path }] });
    expect(await scene.rows()).toEqual([]);
  });

  test("a connection whose app takes no payments", async () => {
    const scene = await openPayments();
    const connection = {
      provider: "slack",
      environment: "sandbox",
      account: { id: newId("sbx"), label: "Team" },
      secrets: {},
      settings: {},
      scopes: [],
      expiresAt: null,
      refreshExpiresAt: null,
    } as const;
    const { id: integrationId } = await saveConnection(scene.ctx, connection, null);
    await expect(scene.charge({ integrationId })).rejects.toMatchObject({
      status: 422,
      fieldErrors: [{ path: "integrationId" }],
    });
    expect(await scene.rows()).toEqual([]);
  });
});
