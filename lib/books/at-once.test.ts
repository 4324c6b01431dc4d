import { eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { db, type Tx } from "#db/client.ts";
import { charges } from "#db/schema/payments.ts";
import { salesQuarters } from "#db/schema/revenue.ts";
import { createTestMerchant } from "#db/testing/merchant.ts";
import { transact } from "#db/transact.ts";
import { newId } from "#lib/ids.ts";
import { applyPayment } from "#lib/payments/states/apply-payment.ts";
import type { PaymentState } from "#lib/providers/contract/payments.ts";

function paidAt(time: string): PaymentState {
  return {
    mark: null,
    sessionId: null,
    paymentId: newId("sbx"),
    chargeId: newId("sbx"),
    status: "succeeded",
    providerStatus: "succeeded",
    amount: 1_000,
    currency: "EUR",
    fee: 40,
    orderId: null,
    description: null,
    customer: null,
    url: null,
    clientSecret: null,
    said: null,
    detail: null,
    createdAt: new Date(time),
    paidAt: new Date(time),
  };
}

test("of two readings whose payments are of the same days in opposite orders, both are written, once each", async () => {
  const { merchantId } = await createTestMerchant();
  const account = () => ({
    merchantId,
    integrationId: null,
    provider: "stripe",
    environment: "sandbox" as const,
    accountId: newId("sbx"),
  });
  // In months of their own: a month has a sum that whoever writes a payment of it locks.
  const [friday, saturday] = ["2026-09-25T12:00:00Z", "2026-10-03T18:00:00Z"];
  let halfWay = 0;
  let open: () => void = () => {};
  const bothAreHalfWay = new Promise<void>((resolve) => {
    open = resolve;
  });
  const read = (own: ReturnType<typeof account>, first: PaymentState, second: PaymentState) => {
    let tries = 0;
    return transact(async (tx: Tx) => {
      tries += 1;
      await applyPayment(tx, own, first);
      halfWay += 1;
      if (halfWay === 2) open();
      await bothAreHalfWay;
      await applyPayment(tx, own, second);
      return tries;
    });
  };
  const tries = await Promise.all([
    read(account(), paidAt(friday), paidAt(saturday)),
    read(account(), paidAt(saturday), paidAt(friday)),
  ]);
  expect(tries.toSorted()).toEqual([1, 2]);
  expect(await db().$count(charges, eq(charges.merchantId, merchantId))).toBe(4);
  const sums = await db()
    .select({ gross: salesQuarters.gross })
    .from(salesQuarters)
    .where(eq(salesQuarters.merchantId, merchantId));
  expect(sums).toEqual([{ gross: 2_000 }, { gross: 2_000 }]);
});

test("what goes wrong for another reason is not tried again", async () => {
  let tries = 0;
  const failing = transact(async (tx) => {
    tries += 1;
    await tx.execute(sql`SELECT 1 / 0`);
  });
  await expect(failing).rejects.toThrow();
  expect(tries).toBe(1);
});
