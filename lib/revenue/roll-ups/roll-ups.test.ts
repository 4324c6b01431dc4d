import { eq, sql } from "drizzle-orm";
import fc from "fast-check";
import { expect, test } from "vitest";
import { db } from "#db/client.ts";
import { paymentAccounts } from "#db/schema/payment-accounts.ts";
import { chargeLines, charges } from "#db/schema/payments.ts";
import { revenueQuarters, saleParts, salesDays, salesQuarters } from "#db/schema/revenue.ts";
import { newId } from "#lib/ids.ts";
import { createMovement, histories } from "#lib/ledger/testing/movements.ts";
import { recordSale } from "../sales/record-sale.ts";
import { addCharge, bookAll, openShop } from "../testing/scene.ts";
import { verifyRollUps } from "./verify-roll-ups.ts";

test("movements in any order, repeated and in pieces leave sums that are those of the entries", async () => {
  await fc.assert(
    fc.asyncProperty(histories, fc.infiniteStream(fc.nat()), async (history, dice) => {
      const { book, merchantId } = await openShop();
      const pieces = [...history, ...history]
        .map((movement) => ({ movement, place: dice.next().value ?? 0 }))
        .sort((one, other) => one.place - other.place)
        .map(({ movement }) => movement);
      for (let start = 0; start < pieces.length; start += 6) {
        await bookAll(book, pieces.slice(start, start + 6));
      }
      await bookAll({ ...book, book: "platform", accountId: `${book.accountId}_p` }, history);
      expect(await verifyRollUps(merchantId)).toEqual([]);
      const sums = await db().execute<{ currency: string; total: string }>(sql`
        SELECT currency, sum(payments + refunds + disputes + dispute_fees + platform_fees + provider_fees + taxes
          + others + bank)::text AS total
        FROM revenue_quarters WHERE merchant_id = ${merchantId} AND book = 'merchant' GROUP BY 1 ORDER BY 1`);
      const expected = new Map<string, number>();
      for (const { currency, net } of history) expected.set(currency, (expected.get(currency) ?? 0) + net);
      expect([...sums].map(({ currency, total }) => [currency, Number(total)])).toEqual(
        [...expected].sort(([one], [other]) => (one < other ? -1 : 1)),
      );
    }),
    { numRuns: 15 },
  );
});

test("what becomes known of a closed day is summed up under the day on which it became known", async () => {
  const { book, merchantId, accountId } = await openShop();
  const closedUntil = new Date("2026-10-01T00:00:00Z");
  const base = {
    merchantId,
    accountId,
    provider: "stripe",
    environment: "sandbox",
    book: "merchant",
  } as const;
  await db()
    .insert(paymentAccounts)
    .values({ ...base, id: newId("pac"), sealedUntil: closedUntil });
  await bookAll(book, [createMovement({ id: "1", kind: "payment", currency: "EUR", amount: 5_000 })]);
  const [row] = await db().select().from(revenueQuarters).where(eq(revenueQuarters.merchantId, merchantId));
  // Not September, when it happened.
  expect(Math.abs((row?.quarterAt.getTime() ?? 0) - Date.now())).toBeLessThan(3_600_000);
  expect(await verifyRollUps(merchantId)).toEqual([]);
});

test("many that book the same movements at once leave one sum of them", async () => {
  const { book, merchantId } = await openShop();
  const sale = createMovement({ id: "txn_1", kind: "payment", currency: "EUR", amount: 1_000 });
  const other = createMovement({ id: "txn_2", kind: "refund", currency: "EUR", amount: -300 });
  await Promise.all(
    Array.from({ length: 12 }, (_, turn) => bookAll(book, turn % 2 ? [sale, other] : [other, sale])),
  );
  const [row] = await db().select().from(revenueQuarters).where(eq(revenueQuarters.merchantId, merchantId));
  expect(row).toMatchObject({ payments: 1_000, refunds: -300, paymentCount: 1, refundCount: 1 });
});

test("what came back of the platform's fee stands apart, with the merchant's sign and with the platform's", async () => {
  const { book, merchantId } = await openShop();
  const fee = (amount: number) => [{ kind: "platform" as const, amount }];
  await bookAll(book, [
    createMovement({ id: "1", kind: "payment", currency: "EUR", amount: 5_000, fees: fee(200) }),
    createMovement({ id: "2", kind: "refund", currency: "EUR", amount: -5_000, fees: fee(-80) }),
  ]);
  await bookAll({ ...book, book: "platform", accountId: `acct_platform${merchantId}` }, [
    createMovement({ id: "3", kind: "platform_fee", currency: "EUR", amount: 200 }),
    createMovement({ id: "4", kind: "platform_fee", currency: "EUR", amount: -80 }),
  ]);
  const rows = await db().select().from(revenueQuarters).where(eq(revenueQuarters.merchantId, merchantId));
  const byBook = Object.fromEntries(
    rows.map((row) => [row.book, [row.platformFees, row.platformFeesReturned]]),
  );
  expect(byBook).toEqual({ merchant: [-120, 80], platform: [120, -80] });
});

test("a sum that is not that of its rows is named, by row and column", async () => {
  const shop = await openShop();
  await bookAll(shop.book, [createMovement({ id: "1", kind: "payment", currency: "EUR", amount: 5_000 })]);
  await addCharge(shop, { amount: 700, paidAt: new Date("2026-10-02T10:00:00Z") });
  expect(await verifyRollUps(shop.merchantId)).toEqual([]);
  await db()
    .update(revenueQuarters)
    .set({ payments: 5_001 })
    .where(eq(revenueQuarters.merchantId, shop.merchantId));
  await db().update(salesDays).set({ orders: 2 }).where(eq(salesDays.merchantId, shop.merchantId));
  await db().delete(saleParts).where(eq(saleParts.merchantId, shop.merchantId));
  const found = await verifyRollUps(shop.merchantId);
  expect(found.map(({ table, column, stored, expected }) => [table, column, stored, expected])).toEqual([
    ["revenue_quarters", "payments", 5_001, 5_000],
    ["sales_quarters", "gross", 700, 0],
    ["sales_quarters", "orders", 1, 0],
    ["sales_days", "gross", 700, 0],
    ["sales_days", "orders", 2, 0],
    ["sales_months", "gross", 700, 0],
    ["sales_months", "orders", 1, 0],
    ["sale_parts", "gross", 0, 700],
    ["sale_parts", "orders", 0, 1],
  ]);
});

test("an order that two payments paid is counted once, and one that is counted twice, or not at all, is named", async () => {
  const shop = await openShop();
  const orderId = "o-1";
  const [first, second] = [
    await addCharge(shop, { amount: 700, orderId, paidAt: new Date("2026-10-02T10:00:00Z") }),
    await addCharge(shop, { amount: 300, orderId, paidAt: new Date("2026-10-02T10:05:00Z") }),
  ];
  expect(await verifyRollUps(shop.merchantId)).toEqual([]);
  const count = (id: string, orders: number) =>
    db().update(saleParts).set({ orders }).where(eq(saleParts.chargeId, id));
  const named = async () =>
    (await verifyRollUps(shop.merchantId))
      .filter(({ table }) => table === "sale_parts")
      .map(({ key, column, stored, expected }) => [key, column, stored, expected]);
  await count(second.id, 1);
  expect(await named()).toEqual([["sandbox order o-1", "orders", 2, 1]]);
  await count(first.id, 0);
  await count(second.id, 0);
  expect(await named()).toEqual([["sandbox order o-1", "orders", 0, 1]]);
});

const changes = fc.array(
  fc.record({
    which: fc.nat(5),
    qrCodeId: fc.constantFrom(null, "qr_1", "qr_2"),
    tableNumber: fc.constantFrom(null, "12"),
    tip: fc.constantFrom(null, 0, 100),
    lines: fc.array(
      fc.record({
        name: fc.constantFrom("Pizza", " Pizza ", "Wine", ""),
        sku: fc.constantFrom("A-1", ""),
        quantity: fc.integer({ min: 1, max: 10_000 }),
        amount: fc.nat(5_000),
      }),
      { maxLength: 4 },
    ),
    times: fc.integer({ min: 1, max: 3 }),
  }),
  { maxLength: 12 },
);

test("payments told of again and otherwise, in any order, are counted once and as they were told of last", async () => {
  await fc.assert(
    fc.asyncProperty(changes, async (history) => {
      const shop = await openShop();
      const ids: string[] = [];
      for (let place = 0; place < 6; place += 1) {
        const paidAt = new Date(Date.parse("2026-10-25T00:50:00Z") + place * 20 * 60_000);
        const { id } = await addCharge(shop, { amount: 20_000 + place, paidAt, orderId: `o${place % 3}` });
        ids.push(id);
      }
      for (const { which, lines, times, ...known } of history) {
        const id = ids[which] ?? "";
        await db().transaction(async (tx) => {
          await tx.update(charges).set(known).where(eq(charges.id, id));
          await tx.delete(chargeLines).where(eq(chargeLines.chargeId, id));
          const rows = lines.map((line, position) => ({
            ...line,
            position,
            chargeId: id,
            merchantId: shop.merchantId,
          }));
          if (rows.length > 0) await tx.insert(chargeLines).values(rows);
          for (let turn = 0; turn < times; turn += 1) await recordSale(tx, id);
        });
      }
      expect(await verifyRollUps(shop.merchantId)).toEqual([]);
      const [all] = await db().execute<{ gross: string; orders: string }>(sql`
        SELECT sum(gross)::text AS gross, sum(orders)::text AS orders FROM sales_quarters
        WHERE merchant_id = ${shop.merchantId} AND dimension = 'all'`);
      expect(all).toEqual({ gross: "120015", orders: "3" });
    }),
    { numRuns: 12 },
  );
});

test("several payments for one order that come at once are one order", async () => {
  const shop = await openShop();
  const paidAt = new Date("2026-10-02T10:00:00Z");
  await Promise.all(
    Array.from({ length: 6 }, () => addCharge(shop, { amount: 500, paidAt, orderId: "ord_1" })),
  );
  const [row] = await db().select().from(salesQuarters).where(eq(salesQuarters.merchantId, shop.merchantId));
  expect(row).toMatchObject({ gross: 3_000, orders: 1 });
});

test("a payment that has not succeeded counts for nothing", async () => {
  const shop = await openShop();
  const paidAt = new Date("2026-10-02T10:00:00Z");
  await addCharge(shop, { amount: 500, paidAt, status: "processing" });
  expect(await verifyRollUps(shop.merchantId)).toEqual([]);
  expect(await db().$count(saleParts, eq(saleParts.merchantId, shop.merchantId))).toBe(0);
});

test("where only the quantity of what was sold is told otherwise, it is counted as it was told of last", async () => {
  const shop = await openShop();
  const lines = [{ name: "Bread", quantity: 2, amount: 0 }];
  const { id } = await addCharge(shop, { amount: 500, paidAt: new Date("2026-10-02T10:00:00Z"), lines });
  await db().update(chargeLines).set({ quantity: 3 }).where(eq(chargeLines.chargeId, id));
  await db().transaction((tx) => recordSale(tx, id));
  const rows = await db().select().from(salesDays).where(eq(salesDays.merchantId, shop.merchantId));
  expect(rows.find(({ value }) => value === "Bread")).toMatchObject({ gross: 0, orders: 1, quantity: 3 });
  expect(await verifyRollUps(shop.merchantId)).toEqual([]);
});
