import { and, eq } from "drizzle-orm";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { db } from "#db/client.ts";
import { events } from "#db/schema/events.ts";
import { charges, refunds } from "#db/schema/payments.ts";
import { saleParts } from "#db/schema/revenue.ts";
import { createTestMerchant } from "#db/testing/merchant.ts";
import { untilWaitedFor } from "#db/testing/until-waited-for.ts";
import { newId } from "#lib/ids.ts";
import type { PaymentState, RefundState } from "#lib/providers/contract/payments.ts";
import { makeUpCharge } from "../testing/make-up-charge.ts";
import type { ChargedAccount } from "./account.ts";
import { applyPayment } from "./apply-payment.ts";
import { applyRefund } from "./apply-refund.ts";

const seed = 20261127;

function createState(over: Partial<PaymentState>): PaymentState {
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

function refundOf(over: Partial<RefundState>): RefundState {
  return {
    mark: null,
    refundId: newId("sbx"),
    chargeId: newId("sbx"),
    status: "succeeded",
    providerStatus: "succeeded",
    amount: 1_000,
    currency: "EUR",
    reason: null,
    feeRefunded: 40,
    said: null,
    detail: null,
    createdAt: new Date(),
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
            waiting: createState({ ...own }),
            processing: createState({ ...own, status: "processing", providerStatus: "processing" }),
            declined: createState({ ...own, status: "failed", chargeId: `${paymentId}_1` }),
            paid: createState({
              ...own,
              status: "succeeded",
              chargeId: `${paymentId}_2`,
              paidAt: new Date(),
            }),
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
          // Its order is looked for, and it is counted among sales.
          expect(rows[0]?.attributeDueAt).toBeInstanceOf(Date);
          expect(await db().$count(saleParts, eq(saleParts.chargeId, id))).toBe(1);
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
        db().transaction((tx) => applyPayment(tx, account, createState(paid), "provider")),
      ),
    );
    expect(new Set(all.map((row) => row?.id)).size).toBe(1);
    expect(all[0]).toMatchObject({
      origin: "provider",
      key: null,
      status: "succeeded",
      attributeDueAt: null,
    });
    expect(await db().$count(saleParts, eq(saleParts.chargeId, all[0]?.id ?? ""))).toBe(1);
  });

  test("one that bears a key of ours is an automation's, from before anybody has paid, and is told by whoever began it", async () => {
    const account = await openAccount();
    const own = { paymentId: newId("sbx"), mark: "of-an-action", orderId: "ord_1" };
    const apply = (over: Partial<PaymentState>) =>
      db().transaction((tx) => applyPayment(tx, account, createState({ ...own, ...over })));
    const begun = await apply({});
    expect(begun).toMatchObject({ origin: "automation", key: "of-an-action", attributeDueAt: null });
    const chargeId = newId("sbx");
    const paid = await apply({ status: "succeeded", chargeId });
    expect(paid).toMatchObject({ id: begun?.id, status: "succeeded", attributeDueAt: expect.any(Date) });
    // Told of again, its order is not looked for anew.
    await db()
      .update(charges)
      .set({ attributeDueAt: null })
      .where(eq(charges.merchantId, account.merchantId));
    expect(await apply({ status: "succeeded", chargeId })).toMatchObject({ attributeDueAt: null });
    await db().transaction((tx) => applyRefund(tx, account, refundOf({ chargeId })));
    expect(await db().$count(events, eq(events.merchantId, account.merchantId))).toBe(0);
  });

  test.each(["chargeId", "paymentId", "sessionId"] as const)("it is found by its %s alone", async (name) => {
    const account = await openAccount();
    const unpaid = {
      ...account,
      status: "waiting",
      chargeId: null,
      paidAt: null,
      orderId: "ord_1",
    } as const;
    const own = { [name]: newId("sbx") };
    // Another one of the same account.
    const other = await makeUpCharge(account.merchantId, { ...unpaid, [name]: newId("sbx") });
    const id = await makeUpCharge(account.merchantId, { ...unpaid, ...own });
    const apply = (state: PaymentState) => db().transaction((tx) => applyPayment(tx, account, state));
    expect(await apply(createState({ ...own, status: "processing" }))).toMatchObject({
      id,
      status: "processing",
      attributeDueAt: null,
    });
    expect(await db().$count(events, eq(events.merchantId, account.merchantId))).toBe(0);
    expect(await apply(createState({}))).toBeNull();
    const [untouched] = await db().select().from(charges).where(eq(charges.id, other));
    expect(untouched?.status).toBe("waiting");
  });

  test("one that is told of as waiting while somebody writes that it was paid stays paid", async () => {
    const account = await openAccount();
    const [paymentId, chargeId] = [newId("sbx"), newId("sbx")];
    const id = await makeUpCharge(account.merchantId, { ...account, status: "waiting", chargeId: null });
    let late: Promise<unknown> = Promise.resolve();
    await db().transaction(async (tx) => {
      // Known by other names, the two do not wait for each other by these.
      const paid = createState({ mark: id, chargeId, status: "succeeded" });
      await applyPayment(tx, account, paid);
      late = db().transaction((other) => applyPayment(other, account, createState({ mark: id, paymentId })));
      await untilWaitedFor(tx);
    });
    await late;
    const [row] = await db().select().from(charges).where(eq(charges.id, id));
    expect(row).toMatchObject({ status: "succeeded", chargeId, paymentId, attributeDueAt: null });
  });
});

test("what others began at the provider, and nobody has paid, is no payment", async () => {
  const account = await openAccount();
  const open = createState({ paymentId: newId("sbx") });
  expect(await db().transaction((tx) => applyPayment(tx, account, open))).toBeNull();
  expect(await db().select().from(charges).where(eq(charges.merchantId, account.merchantId))).toEqual([]);
});

test("another merchant who connects the account later does not get what was paid to the first", async () => {
  const account = await openAccount();
  const paid = createState({ chargeId: newId("sbx"), paymentId: newId("sbx"), status: "succeeded" });
  await db().transaction((tx) => applyPayment(tx, account, paid));
  const { merchantId } = await createTestMerchant();
  expect(await db().transaction((tx) => applyPayment(tx, { ...account, merchantId }, paid))).toBeNull();
  expect(await db().select().from(charges).where(eq(charges.merchantId, merchantId))).toEqual([]);
});

test("the same account elsewhere has payments and refunds of its own, also where they bear the same names", async () => {
  const account = await openAccount();
  const others = [
    { ...account, accountId: newId("sbx") },
    { ...account, environment: "live" as const },
    { ...account, provider: "paypal" },
  ];
  const [chargeId, paymentId, sessionId, refundId] = [newId("sbx"), newId("sbx"), newId("sbx"), newId("sbx")];
  const paid = createState({ chargeId, paymentId, sessionId, status: "succeeded" });
  const ids: (string | undefined)[] = [];
  const apply = (one: ChargedAccount) => db().transaction((tx) => applyPayment(tx, one, paid));
  const giveBack = (one: ChargedAccount, state: RefundState) =>
    db().transaction((tx) => applyRefund(tx, one, state));
  const refund = refundOf({ chargeId, refundId });
  for (const one of others) ids.push((await apply(one))?.id);
  // Another payment of the account is not the one that it is about.
  await makeUpCharge(account.merchantId, account);
  expect(await giveBack(account, refund)).toBeNull();
  ids.push((await apply(account))?.id);
  expect(new Set(ids).size).toBe(4);
  expect(await db().$count(saleParts, eq(saleParts.merchantId, account.merchantId))).toBe(4);
  for (const [place, one] of [...others, account].entries()) {
    expect((await giveBack(one, refund))?.chargeId).toBe(ids[place]);
  }
  const second = refundOf({ chargeId });
  expect(await db().transaction((tx) => applyRefund(tx, account, second))).toMatchObject({
    refundId: second.refundId,
    chargeId: ids.at(-1),
  });
  expect(await db().$count(refunds, eq(refunds.merchantId, account.merchantId))).toBe(5);
  const { merchantId } = await createTestMerchant();
  expect(await db().transaction((tx) => applyRefund(tx, { ...account, merchantId }, refund))).toBeNull();
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
        const at = (status: RefundState["status"]) =>
          refundOf({
            refundId,
            chargeId,
            status,
            providerStatus: status,
            feeRefunded: status === "pending" ? null : 40,
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

test.each([
  ["checkout", false, "waiting"],
  ["checkout", true, "failed"],
  ["intent", true, "waiting"],
  ["saved", false, "failed"],
] as const)(
  "a declined card of a payment by %s, told of with its page: %s, leaves it %s",
  async (mode, isPage, status) => {
    const account = await openAccount();
    const [paymentId, sessionId] = [newId("sbx"), newId("sbx")];
    const unpaid = { ...account, mode, status: "waiting", chargeId: null, paymentId } as const;
    await makeUpCharge(account.merchantId, unpaid);
    const state = createState({ paymentId, sessionId: isPage ? sessionId : null, status: "failed" });
    expect(await db().transaction((tx) => applyPayment(tx, account, state))).toMatchObject({ status });
  },
);

test("what has been cancelled stays so, and what was asked for becomes what the provider says", async () => {
  const account = await openAccount();
  const chargeId = newId("sbx");
  const own = await makeUpCharge(account.merchantId, { ...account, chargeId, orderId: "ord_1" });
  const [mark] = await db()
    .insert(refunds)
    .values({
      id: newId("rfd"),
      merchantId: account.merchantId,
      chargeId: own,
      origin: "request",
      amount: 1_000,
      currency: "EUR",
      status: "unknown",
    })
    .returning();
  const refundId = newId("sbx");
  const apply = (status: RefundState["status"]) =>
    db().transaction((tx) =>
      applyRefund(tx, account, refundOf({ mark: mark?.id ?? null, chargeId, refundId, status })),
    );
  expect(await apply("pending")).toMatchObject({ id: mark?.id, status: "pending", refundId });
  expect(await apply("canceled")).toMatchObject({ status: "canceled", lookDueAt: null });
  expect(await apply("succeeded")).toMatchObject({ status: "canceled" });
  // Nothing was given back, so nothing is told.
  expect(await db().$count(events, eq(events.merchantId, account.merchantId))).toBe(0);
  const other = refundOf({ chargeId });
  for (const status of ["succeeded", "pending"] as const) {
    const row = await db().transaction((tx) => applyRefund(tx, account, { ...other, status }));
    expect(row?.status).toBe("succeeded");
  }
  expect(await db().$count(events, eq(events.merchantId, account.merchantId))).toBe(1);
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
    db().transaction((tx) => applyPayment(tx, account, createState({ ...own, ...over })));
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
  const state = refundOf({ chargeId });
  const find = () => db().transaction((tx) => applyRefund(tx, account, state));
  const all = await Promise.all(Array.from({ length: 10 }, find));
  expect(new Set(all.map((row) => row?.id)).size).toBe(1);
});

test.each([
  ["nothing", { amount: 0, fee: 0 }],
  ["less than nothing", { amount: -1, fee: null }],
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

test("the database itself refuses a refund of the provider's a second time", async () => {
  const { merchantId } = await openAccount();
  const chargeId = await makeUpCharge(merchantId);
  const refundId = newId("sbx");
  const write = () =>
    db()
      .insert(refunds)
      .values({
        id: newId("rfd"),
        merchantId,
        chargeId,
        refundId,
        amount: 100,
        currency: "EUR",
        origin: "provider",
        status: "succeeded",
      });
  await write();
  await expect(write()).rejects.toMatchObject({ cause: { constraint_name: "refunds_refund" } });
});

test("a refund whose payment is not known yet waits for it", async () => {
  const account = await openAccount();
  expect(await db().transaction((tx) => applyRefund(tx, account, refundOf({})))).toBeNull();
});
