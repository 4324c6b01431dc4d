import { and, eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "#db/client.ts";
import { ledgerDifferences, ledgerEntries, ledgerJournals } from "#db/schema/ledger.ts";
import { revenueQuarters } from "#db/schema/revenue.ts";
import { createTestMerchant } from "#db/testing/merchant.ts";
import { newId } from "#lib/ids.ts";
import type { Understood } from "#lib/providers/contract/payments.ts";
import type { Book } from "./book.ts";
import { bookMovements } from "./book-movements.ts";
import { bookUnderstood } from "./book-understood.ts";
import { createMovement } from "./testing/movements.ts";

async function openBook(): Promise<Book> {
  const { merchantId } = await createTestMerchant();
  return {
    merchantId,
    book: "merchant",
    provider: "stripe",
    environment: "sandbox",
    accountId: newId("sbx"),
  };
}

const understand = (book: Book, understood: Understood) =>
  db().transaction((tx) => bookUnderstood(tx, book, () => understood));

async function totals({ merchantId }: Book): Promise<Record<string, number>> {
  const rows = await db()
    .select({
      account: ledgerEntries.account,
      sum: sql<number>`sum(${ledgerEntries.amount})`.mapWith(Number),
    })
    .from(ledgerEntries)
    .where(eq(ledgerEntries.merchantId, merchantId))
    .groupBy(ledgerEntries.account);
  return Object.fromEntries(rows.filter(({ sum }) => sum !== 0).map(({ account, sum }) => [account, sum]));
}

const openQuestions = ({ merchantId }: Book) =>
  db()
    .select({ code: ledgerDifferences.code, subject: ledgerDifferences.subject })
    .from(ledgerDifferences)
    .where(and(eq(ledgerDifferences.merchantId, merchantId), sql`${ledgerDifferences.closedAt} IS NULL`));

const moonTax = createMovement({
  id: "txn_moon",
  kind: "unknown",
  currency: "EUR",
  amount: -700,
  fees: [{ kind: "unknown", amount: 30 }],
});
const learnt: Understood = { kind: "tax", feeKinds: ["provider"] };

test("what stood in suspense is booked once it is understood, by a journal of its own, and its question is over", async () => {
  const book = await openBook();
  await db().transaction((tx) => bookMovements(tx, book, [moonTax]));
  expect(await totals(book)).toEqual({ balance: -730, suspense: 730 });
  const all = await Promise.all(Array.from({ length: 5 }, () => understand(book, learnt)));
  expect(all.flat()).toEqual(["txn_moon"]);
  expect(await totals(book)).toEqual({ balance: -730, taxes: 700, provider_fees: 30 });
  expect(await openQuestions(book)).toEqual([]);
  const journals = await db()
    .select()
    .from(ledgerJournals)
    .where(eq(ledgerJournals.merchantId, book.merchantId))
    .orderBy(ledgerJournals.sourceId);
  expect(journals.map(({ kind }) => kind)).toEqual(["unknown", "tax"]);
  // It became known now, so reports of days that are over stay as they were.
  expect(journals[1]?.reportedAt).toEqual(journals[1]?.recordedAt);
  const [sums] = await db()
    .select({
      others: sql<number>`sum(${revenueQuarters.others})`.mapWith(Number),
      taxes: sql<number>`sum(${revenueQuarters.taxes})`.mapWith(Number),
      providerFees: sql<number>`sum(${revenueQuarters.providerFees})`.mapWith(Number),
    })
    .from(revenueQuarters)
    .where(eq(revenueQuarters.merchantId, book.merchantId));
  expect(sums).toEqual({ others: 0, taxes: -700, providerFees: -30 });
  expect(await understand(book, learnt)).toEqual([]);
});

test("only what was not understood is booked anew, and in its own book alone", async () => {
  const book = await openBook();
  const others: Book[] = [
    { ...book, accountId: newId("sbx") },
    { ...book, environment: "live" },
    { ...book, provider: "paypal" },
    { ...book, book: "platform" },
  ];
  const alike = { ...moonTax, id: "txn_sale" };
  for (const other of others) await db().transaction((tx) => bookMovements(tx, other, [moonTax, alike]));
  expect(await understand(book, learnt)).toEqual([]);
  const sale = createMovement({ id: "txn_sale", kind: "payment", currency: "EUR", amount: 900 });
  await db().transaction((tx) => bookMovements(tx, book, [moonTax, sale]));
  // A question about it is another one.
  await db().transaction((tx) => bookMovements(tx, book, [{ ...sale, amount: 901, net: 901 }]));
  const stranger = { ...book, merchantId: (await createTestMerchant()).merchantId };
  expect(await understand(stranger, learnt)).toEqual([]);
  expect(await understand(book, learnt)).toEqual(["txn_moon"]);
  expect(await totals(book)).toMatchObject({ payments: -900, suspense: 1_460 * others.length, taxes: 700 });
});

test.each([
  ["a kind", { kind: "unknown", feeKinds: ["provider"] }],
  ["a fee", { kind: "tax", feeKinds: ["unknown"] }],
] as const)("%s that is still unknown leaves all as it is", async (_, understood) => {
  const book = await openBook();
  await db().transaction((tx) => bookMovements(tx, book, [moonTax]));
  expect(await understand(book, understood)).toEqual([]);
  expect(await totals(book)).toEqual({ balance: -730, suspense: 730 });
  expect(await openQuestions(book)).toEqual([{ code: "movement_unknown", subject: "txn_moon" }]);
});

test("what is understood and does not add up becomes that question", async () => {
  const book = await openBook();
  await db().transaction((tx) => bookMovements(tx, book, [{ ...moonTax, net: -735 }]));
  await understand(book, learnt);
  expect(await totals(book)).toEqual({ balance: -735, taxes: 700, provider_fees: 30, suspense: 5 });
  expect(await openQuestions(book)).toEqual([{ code: "movement_does_not_add_up", subject: "txn_moon" }]);
});
