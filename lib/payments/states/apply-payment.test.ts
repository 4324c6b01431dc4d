import { and, eq } from "drizzle-orm";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { db } from "#db/client.ts";
import { events } from "#db/schema/events.ts";
import { charges, refunds } from "#db/schema/payments.ts";
import { createTestMerchant } from "#db/testing/merchant.ts";
import { newId } from "#lib/ids.ts";
import type { PaymentState, RefundState } from "#lib/providers/contract/payments.ts";
import { makeUpCharge } from "../testing/make-up-charge.ts";
import { applyPayment } from "./apply-payment.ts";
import { applyRefund } from "./apply-refund.ts";

const seed = 20261127;

function stateOf(over: Partial<PaymentState>): PaymentState {
  return {
    mark: null,
    sessionId: null,
    paymentId: null,
    chargeId: null,
    status: "waiting",
    providerStatus: "waiting",
    amount: 5_000,
    currency: "EUR",
    fee: 200,
    orderId: null,
    description: null,
    customer: null,
    url: null,
    clientSecret: null,
    said: null,
    detail: null,
    createdAt: new Date("2026-10-02T18:00:00Z"),
    paidAt: null,
    ...over,
  };
}

async function openAccount() {
  const { merchantId } = await createTestMerchant();
  const accountId = newId("sbx");
  return {
    merchantId,
    integrationId: null,
    provider: "stripe",
    environment: "sandbox",
    accountId,
  } as const;
}

describe("whoever has fetched a payment, in whatever order, with repetitions and at once", () => {
  test("it is one row, and has succeeded in the end, told once", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom("waiting", "processing", "declined", "paid"), { maxLength: 5 }),
        fc.nat(5),
        fc.boolean(),
        async (before, place, isAtOnce) => {
          const account = await openAccount();
          const paymentId = newId("sbx");
          const id = await makeUpCharge(account.merchantId, {
            ...account,
            mode: "intent",
            status: "begun",
            orderId: "ord_1",
            chargeId: null,
            paidAt: null,
          });
          const own = { mark: id, paymentId };
          const states = {
            waiting: stateOf({ ...own }),
            processing: stateOf({ ...own, status: "processing", providerStatus: "processing" }),
            declined: stateOf({ ...own, status: "failed", chargeId: `${paymentId}_1` }),
            paid: stateOf({ ...own, status: "succeeded", chargeId: `${paymentId}_2`, paidAt: new Date() }),
          };
          const order = before.toSpliced(place, 0, "paid");
          const apply = (name: keyof typeof states) =>
            db().transaction((tx) => applyPayment(tx, account, states[name]));
          if (isAtOnce) await Promise.all(order.map(apply));
          else for (const name of order) await apply(name);
          const rows = await db().select().from(charges).where(eq(charges.merchantId, account.merchantId));
          expect(rows).toMatchObject([
            { id, status: "succeeded", paymentId, lookDueAt: null, origin: "request", fee: 200 },
          ]);
          const told = await db()
            .select({ id: events.id })
            .from(events)
            .where(and(eq(events.merchantId, account.merchantId), eq(events.type, "order.paid")));
          expect(told).toEqual([{ id: `order_paid_${id}` }]);
        },
      ),
      { numRuns: 25, seed },
    );
  });

  test("one that nobody here asked for is one row as well", async () => {
    const account = await openAccount();
    const [chargeId, paymentId] = [newId("sbx"), newId("sbx")];
    const paid = { chargeId, paymentId, status: "succeeded", paidAt: new Date() } as const;
    const all = await Promise.all(
      Array.from({ length: 10 }, () =>
        db().transaction((tx) => applyPayment(tx, account, stateOf(paid), "provider")),
      ),
    );
    expect(new Set(all.map((row) => row?.id)).size).toBe(1);
    expect(all[0]).toMatchObject({ origin: "provider", key: null, status: "succeeded" });
    // Its mark says that a key of ours made it.
    const made = stateOf({ ...paid, chargeId: newId("sbx"), paymentId: newId("sbx"), mark: "of-an-action" });
    expect(await db().transaction((tx) => applyPayment(tx, account, made, "provider"))).toMatchObject({
      origin: "automation",
      key: "of-an-action",
    });
  });
});

test("what others began at the provider, and nobody has paid, is no payment", async () => {
  const account = await openAccount();
  const open = stateOf({ paymentId: newId("sbx") });
  expect(await db().transaction((tx) => applyPayment(tx, account, open))).toBeNull();
  expect(await db().select().from(charges).where(eq(charges.merchantId, account.merchantId))).toEqual([]);
});

test("another merchant who connects the account later does not get what was paid to the first", async () => {
  const account = await openAccount();
  const paid = stateOf({ chargeId: newId("sbx"), paymentId: newId("sbx"), status: "succeeded" });
  await db().transaction((tx) => applyPayment(tx, account, paid));
  const { merchantId } = await createTestMerchant();
  expect(await db().transaction((tx) => applyPayment(tx, { ...account, merchantId }, paid))).toBeNull();
  expect(await db().select().from(charges).where(eq(charges.merchantId, merchantId))).toEqual([]);
});

test("a refund is one row in any order, and what has failed stays failed", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.constantFrom("pending", "succeeded", "failed"), { maxLength: 5 }),
      fc.nat(5),
      async (before, place) => {
        const account = await openAccount();
        const chargeId = newId("sbx");
        await makeUpCharge(account.merchantId, { ...account, chargeId });
        const refundId = newId("sbx");
        const at = (status: RefundState["status"]): RefundState => ({
          mark: null,
          refundId,
          chargeId,
          status,
          providerStatus: status,
          amount: 1_000,
          currency: "EUR",
          reason: null,
          feeRefunded: status === "pending" ? null : 40,
          said: null,
          detail: null,
          createdAt: new Date(),
        });
        for (const status of before.toSpliced(place, 0, "failed")) {
          await db().transaction((tx) => applyRefund(tx, account, at(status)));
        }
        const rows = await db().select().from(refunds).where(eq(refunds.merchantId, account.merchantId));
        expect(rows).toMatchObject([{ status: "failed", feeRefunded: 40, lookDueAt: null }]);
      },
    ),
    { numRuns: 25, seed },
  );
});

test("of a payment that has ended nothing becomes any more, but that it was paid", async () => {
  const account = await openAccount();
  const paymentId = newId("sbx");
  const id = await makeUpCharge(account.merchantId, {
    ...account,
    status: "waiting",
    chargeId: null,
    paymentId,
  });
  const own = { mark: id, paymentId };
  const apply = (over: Partial<PaymentState>) =>
    db().transaction((tx) => applyPayment(tx, account, stateOf({ ...own, ...over })));
  expect(await apply({ status: "ended" })).toMatchObject({ status: "ended" });
  for (const status of ["waiting", "processing", "failed"] as const) {
    expect(await apply({ status })).toMatchObject({ status: "ended" });
  }
  expect(await apply({ status: "succeeded", chargeId: newId("sbx") })).toMatchObject({ status: "succeeded" });
});

test("a refund that ten find at once is one row", async () => {
  const account = await openAccount();
  const chargeId = newId("sbx");
  await makeUpCharge(account.merchantId, { ...account, chargeId });
  const state: RefundState = {
    mark: null,
    refundId: newId("sbx"),
    chargeId,
    status: "succeeded",
    providerStatus: "succeeded",
    amount: 1_000,
    currency: "EUR",
    reason: null,
    feeRefunded: 40,
    said: null,
    detail: null,
    createdAt: new Date(),
  };
  const find = () => db().transaction((tx) => applyRefund(tx, account, state));
  const all = await Promise.all(Array.from({ length: 10 }, find));
  expect(new Set(all.map((row) => row?.id)).size).toBe(1);
});

test.each([
  ["nothing", { amount: 0 }],
  ["less than nothing", { amount: -1 }],
  ["a fee above the amount", { fee: 5_001 }],
  ["a fee below zero", { fee: -1 }],
])("the database itself refuses a payment of %s", async (_, over) => {
  const account = await openAccount();
  await expect(makeUpCharge(account.merchantId, { ...account, ...over })).rejects.toMatchObject({
    cause: { constraint_name: "charges_amount" },
  });
});

test("the database itself refuses a refund of nothing", async () => {
  const { merchantId } = await openAccount();
  const chargeId = await makeUpCharge(merchantId);
  const row = { id: newId("rfd"), merchantId, chargeId, amount: 0, currency: "EUR" };
  const written = db()
    .insert(refunds)
    .values({ ...row, origin: "request", status: "begun" });
  await expect(written).rejects.toMatchObject({ cause: { constraint_name: "refunds_amount" } });
});

test("a refund whose payment is not known yet waits for it", async () => {
  const account = await openAccount();
  const state = {
    mark: null,
    refundId: newId("sbx"),
    chargeId: newId("sbx"),
    status: "succeeded",
    providerStatus: "succeeded",
    amount: 1_000,
    currency: "EUR",
    reason: null,
    feeRefunded: null,
    said: null,
    detail: null,
    createdAt: new Date(),
  } as const;
  expect(await db().transaction((tx) => applyRefund(tx, account, state))).toBeNull();
});
