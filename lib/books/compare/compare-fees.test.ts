import { and, eq, isNull } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "#db/client.ts";
import { feeDecisions } from "#db/schema/fees.ts";
import { ledgerDifferences } from "#db/schema/ledger.ts";
import { paymentAccounts } from "#db/schema/payment-accounts.ts";
import { charges } from "#db/schema/payments.ts";
import { createTestMerchant } from "#db/testing/merchant.ts";
import { computeFee } from "#lib/fees/compute-fee.ts";
import { newId } from "#lib/ids.ts";
import { bookMovements } from "#lib/ledger/book-movements.ts";
import { openDifference } from "#lib/ledger/differences.ts";
import { createMovement } from "#lib/ledger/testing/movements.ts";
import { listNeighbours } from "#lib/ledger/testing/neighbours.ts";
import { money, toCurrency } from "#lib/money/money.ts";
import { makeUpCharge } from "#lib/payments/testing/make-up-charge.ts";
import { compareFees } from "./compare-fees.ts";

async function openAccount() {
  const { merchantId } = await createTestMerchant();
  const place = { provider: "stripe", environment: "sandbox", accountId: newId("sbx") } as const;
  const [account] = await db()
    .insert(paymentAccounts)
    .values({ id: newId("pac"), merchantId, ...place, book: "merchant" })
    .returning();
  if (!account) throw new Error("No account was written.");
  const book = { merchantId, ...place, book: "merchant" } as const;
  /** A payment with a fee that was decided, and what was booked of it. */
  const pay = async (
    fee: number | null,
    booked: number,
    over: { status?: "processing"; currency?: string; kind?: "unknown" } = {},
  ) => {
    const { status = "succeeded" as const, currency = "EUR", kind = "payment" } = over;
    const chargeId = newId("sbx");
    await makeUpCharge(merchantId, { ...place, chargeId, fee, status });
    const fees = booked === 0 ? [] : [{ kind: "platform" as const, amount: booked }];
    const paid = createMovement({ id: newId("evt"), kind, currency, amount: 5_000, fees });
    const returned = [{ kind: "platform" as const, amount: -7 }];
    const back = createMovement({
      id: newId("evt"),
      kind: "refund",
      currency: "EUR",
      amount: -100,
      fees: returned,
    });
    await db().transaction((tx) =>
      bookMovements(tx, book, [
        { ...paid, paymentId: chargeId, objectId: chargeId },
        // What came back of the fee is no part of what was taken.
        { ...back, paymentId: chargeId, objectId: newId("sbx") },
      ]),
    );
    return chargeId;
  };
  const cases = async () => {
    const open = and(eq(ledgerDifferences.merchantId, merchantId), isNull(ledgerDifferences.closedAt));
    const rows = await db().select().from(ledgerDifferences).where(open);
    return rows.map(({ code, subject }) => `${code} ${subject}`).toSorted();
  };
  return { account, book, pay, cases };
}

test("a fee that was taken otherwise than decided, or not at all, is a case, until it is not", async () => {
  const { account, pay, cases } = await openAccount();
  const other = await pay(50, 40);
  const missing = await pay(40, 0);
  // A payment whose kind an older version did not know has its fee all the same.
  const unknown = await pay(50, 40, { kind: "unknown" });
  await pay(40, 40, { kind: "unknown" });
  await pay(40, 40);
  // Of these there is nothing to compare.
  await pay(null, 40);
  await pay(30, 40, { status: "processing" });
  await pay(30, 40, { currency: "USD" });
  await compareFees(account, null);
  const questions = (await cases()).filter((one) => !one.startsWith("movement_unknown"));
  expect(questions).toEqual(
    [`fee_differs ${other}`, `fee_differs ${unknown}`, `fee_missing ${missing}`].toSorted(),
  );
  const setFee = (chargeId: string, fee: number) =>
    db().update(charges).set({ fee }).where(eq(charges.chargeId, chargeId));
  await setFee(other, 40);
  await setFee(unknown, 40);
  await setFee(missing, 0);
  await compareFees(account, null);
  expect((await cases()).filter((one) => one.startsWith("fee"))).toEqual([]);
  // What is looked at begins at a moment.
  await setFee(other, 50);
  await compareFees(account, new Date(Date.now() + 60_000));
  expect((await cases()).filter((one) => one.startsWith("fee"))).toEqual([]);
});

test("a payment's fee is that of its own movement: of its namesakes elsewhere, and what came later of it, it has nothing", async () => {
  const { account, book, pay, cases } = await openAccount();
  const chargeId = await pay(40, 40);
  const about = (kind: "payment" | "adjustment", objectId: string, fee: number) => ({
    ...createMovement({
      id: newId("evt"),
      kind,
      currency: "EUR",
      amount: fee * 100,
      fees: [{ kind: "platform", amount: fee }],
    }),
    paymentId: chargeId,
    objectId,
  });
  for (const neighbour of listNeighbours(book)) {
    await db().transaction((tx) => bookMovements(tx, neighbour, [about("payment", chargeId, 7)]));
  }
  await db().transaction((tx) =>
    bookMovements(tx, book, [about("payment", newId("sbx"), -40), about("adjustment", chargeId, -7)]),
  );
  await compareFees(account, null);
  expect(await cases()).toEqual([]);
});

test("a case that is open already keeps its age, and what was made since a moment is looked at", async () => {
  const { account, pay, cases } = await openAccount();
  const chargeId = await pay(50, 40);
  const own = eq(ledgerDifferences.subject, chargeId);
  const ids = async () => (await db().select().from(ledgerDifferences).where(own)).map(({ id }) => id);
  await compareFees(account, new Date(Date.now() - 60_000));
  expect(await cases()).toEqual([`fee_differs ${chargeId}`]);
  const first = await ids();
  await compareFees(account, null);
  expect(await ids()).toEqual(first);
});

test("a case of another kind about the same payment stays", async () => {
  const { account, book, pay, cases } = await openAccount();
  const chargeId = await pay(40, 40);
  const params = {};
  await db().transaction(async (tx) => {
    await openDifference(tx, book, { code: "movement_changed", subject: chargeId, params });
    await openDifference(tx, book, { code: "fee_differs", subject: chargeId, params });
  });
  await compareFees(account, null);
  expect(await cases()).toEqual([`movement_changed ${chargeId}`]);
});

test("what was decided counts, also once the payment says what was taken; never more than was captured", async () => {
  const { account, book, pay, cases } = await openAccount();
  const decide = async (chargeId: string, over: Partial<typeof charges.$inferInsert> = {}) => {
    const own = eq(charges.chargeId, chargeId);
    const [row] = await db().update(charges).set(over).where(own).returning();
    const key = row?.origin === "automation" ? (row.key ?? "") : (row?.id ?? "");
    const { fee, arithmetic } = computeFee(
      money(toCurrency("EUR"), 5_000),
      { basisPoints: 400, minimum: 0 },
      new Date(),
    );
    const decision = { merchantId: book.merchantId, key, amount: 5_000, currency: "EUR", arithmetic };
    await db()
      .insert(feeDecisions)
      .values({ ...decision, fee: fee.minor });
    // The same key is another merchant's as well.
    const { merchantId } = await createTestMerchant();
    await db()
      .insert(feeDecisions)
      .values({ ...decision, merchantId, fee: 160 });
  };
  const [asked, automated, captured] = [await pay(160, 160), await pay(160, 160), await pay(160, 160)];
  await decide(asked, { key: newId("evt") });
  await decide(automated, { origin: "automation", key: newId("evt") });
  await decide(captured, { amount: 160 });
  await compareFees(account, null);
  expect(await cases()).toEqual([`fee_differs ${asked}`, `fee_differs ${automated}`].toSorted());
});

test("a payment that was asked for long ago and moved since a moment is looked at, and so is one that was booked since", async () => {
  const { account, book, pay, cases } = await openAccount();
  const longAgo = new Date(Date.now() - 20 * 86_400_000);
  const late = await pay(50, 40);
  await db().update(charges).set({ createdAt: longAgo }).where(eq(charges.chargeId, late));
  const ahead = new Date(Date.now() + 20 * 86_400_000);
  const chargeId = newId("sbx");
  const { merchantId, provider, environment, accountId } = book;
  const charge = { provider, environment, accountId, chargeId, fee: 50, createdAt: longAgo };
  await makeUpCharge(merchantId, charge);
  const moved = createMovement({ id: newId("evt"), kind: "payment", currency: "EUR", amount: 5_000 });
  await db().transaction((tx) =>
    bookMovements(tx, book, [{ ...moved, at: ahead, paymentId: chargeId, objectId: chargeId }]),
  );
  await compareFees(account, new Date(ahead.getTime() - 60_000));
  expect(await cases()).toEqual([`fee_missing ${chargeId}`]);
  await compareFees(account, new Date(Date.now() - 60_000));
  expect(await cases()).toEqual([`fee_differs ${late}`, `fee_missing ${chargeId}`]);
});

test("a case about what cannot be compared any more is over", async () => {
  const { account, book, pay, cases } = await openAccount();
  const abroad = await pay(40, 40, { currency: "USD" });
  const params = { refunded: 0 };
  await db().transaction((tx) => openDifference(tx, book, { code: "fee_differs", subject: abroad, params }));
  await compareFees(account, new Date(Date.now() + 60_000));
  expect(await cases()).toEqual([]);
});
