import { expect, test } from "vitest";
import { db } from "#db/client.ts";
import { ledgerDifferences } from "#db/schema/ledger.ts";
import { paymentAccounts } from "#db/schema/payment-accounts.ts";
import { newId } from "#lib/ids.ts";
import type { Book } from "#lib/ledger/book.ts";
import { getReconciliation } from "./get-reconciliation.ts";
import { bookAll, movement, openShop } from "./testing/scene.ts";

const at = new Date("2025-10-27T08:00:00Z");
const later = new Date(Date.now() + 86_400_000);

/** In two months: what is there, what is on its way, and a payout. */
async function trade(book: Book, times: number): Promise<void> {
  const move = (kind: "payment" | "payout", amount: number, time = at) =>
    movement({ id: newId("evt"), kind, currency: "EUR", amount: amount * times, at: time });
  const earlier = new Date("2025-09-20T08:00:00Z");
  await bookAll(book, [
    move("payment", 300, earlier),
    move("payment", 500),
    move("payout", -200),
    { ...move("payment", 70), availableAt: later },
  ]);
}

test("an account that is the only one at its provider has its own balance, and none of another environment, provider or book", async () => {
  const { ctx, book } = await openShop();
  const neighbours: Book[] = [
    { ...book, environment: "live" },
    { ...book, provider: "paypal" },
    { ...book, book: "platform" },
  ];
  await trade(book, 1);
  for (const [place, neighbour] of neighbours.entries()) await trade(neighbour, 10 ** (place + 1));
  for (const one of [book, ...neighbours]) {
    await db()
      .insert(paymentAccounts)
      .values({ ...one, id: newId("pac") });
  }
  await trade((await openShop()).book, 7);
  const balances = async (environment: "sandbox" | "live") => {
    const { accounts } = await getReconciliation({ ctx, input: { environment } });
    return accounts.map((one) => [one.provider, one.isReading, one.balances]).toSorted();
  };
  const times = (factor: number) => [{ currency: "EUR", pending: 70 * factor, available: 600 * factor }];
  expect(await balances("sandbox")).toEqual([
    ["paypal", false, times(100)],
    ["stripe", false, times(1)],
  ]);
  expect(await balances("live")).toEqual([["stripe", false, times(10)]]);
});

test("an account that is being read says so", async () => {
  const { ctx, book } = await openShop();
  const sweep = {
    from: null,
    startedAt: at.toISOString(),
    stage: "movements",
    cursor: "c",
    newest: null,
  } as const;
  await db()
    .insert(paymentAccounts)
    .values({ ...book, id: newId("pac"), sweep });
  const { accounts } = await getReconciliation({ ctx, input: { environment: "sandbox" } });
  expect(accounts.map(({ isReading }) => isReading)).toEqual([true]);
});

test("another merchant's questions about the same account, and the platform's book, are not the merchant's", async () => {
  const { ctx, book } = await openShop();
  const other = await openShop();
  for (const one of [book, other.book, { ...book, book: "platform" as const }]) {
    const agreedUntil = one === book ? at : null;
    await db()
      .insert(paymentAccounts)
      .values({ ...one, id: newId("pac"), agreedUntil });
  }
  // They have connected it too, and were told that it is not theirs.
  const question = { code: "account_of_another_merchant", subject: book.accountId, params: {} } as const;
  await db()
    .insert(ledgerDifferences)
    .values({ ...book, merchantId: other.merchantId, id: newId("dif"), ...question });
  const found = await getReconciliation({ ctx, input: { environment: "sandbox" } });
  expect(found.accounts.map(({ openDifferences }) => openDifferences)).toEqual([0]);
  expect(found.agreedUntil).toBe(at.toISOString());
});
