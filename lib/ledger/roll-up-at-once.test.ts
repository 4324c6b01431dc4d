import { and, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "#db/client.ts";
import { revenueSpans } from "#db/schema/operator.ts";
import { createTestMerchant } from "#db/testing/merchant.ts";
import { newId } from "#lib/ids.ts";
import type { Book } from "./book.ts";
import { bookMovements } from "./book-movements.ts";
import { createMovement } from "./testing/movements.ts";

const quarters = 40;

// A merchant with two accounts: rows that were new were added to the sums over spans before rows that were there, so that
// each of two who booked in two currencies held what the other waited for.
test("two accounts of a merchant that book in two currencies at once, in opposite orders, both get through", async () => {
  const { merchantId } = await createTestMerchant();
  const open = (): Book => ({
    merchantId,
    book: "merchant",
    provider: "stripe",
    environment: "sandbox",
    accountId: newId("sbx"),
  });
  const [one, other] = [open(), open()];
  const sale = (currency: string, quarter: number) =>
    createMovement({ id: newId("evt"), kind: "payment", currency, amount: 100, minute: quarter * 15 });
  const book = (whose: Book, ...movements: ReturnType<typeof sale>[]) =>
    db().transaction((tx) => bookMovements(tx, whose, movements));
  await book(one, ...Array.from({ length: quarters }, (_, at) => sale("USD", at)));
  await book(other, ...Array.from({ length: quarters }, (_, at) => sale("EUR", at)));
  for (let round = 0; round < 10; round += 1) {
    const own = Array.from({ length: 4 }, (_, place) => round * 4 + place);
    await Promise.all(
      own.flatMap((quarter) => [
        book(one, sale("USD", quarter), sale("EUR", quarters + quarter)),
        book(other, sale("EUR", quarter), sale("USD", quarters + quarter)),
      ]),
    );
  }
  const sums = await db()
    .select({ currency: revenueSpans.currency, payments: revenueSpans.payments })
    .from(revenueSpans)
    .where(and(eq(revenueSpans.merchantId, merchantId), eq(revenueSpans.span, "all")))
    .orderBy(revenueSpans.currency);
  const total = 100 * (quarters + 2 * 40);
  expect(sums).toEqual([
    { currency: "EUR", payments: total },
    { currency: "USD", payments: total },
  ]);
});
