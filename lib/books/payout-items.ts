import { and, eq, isNull } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { payoutItems, payouts } from "#db/schema/payments.ts";
import { closeDifferences, openDifference } from "#lib/ledger/differences.ts";
import type { Movement } from "#lib/providers/contract/movement.ts";
import type { BooksPage } from "#lib/providers/contract/payments.ts";
import type { PaymentAccountRow } from "../ledger/looks/payment-account.ts";
import type { PayoutRow } from "./apply-payout.ts";
import { type Reader, readAllPages } from "./read-pages.ts";
import { toBook } from "./to-book.ts";

/** What is in a payout, as the provider lists it. */
export async function readPayoutItems(
  { payoutId }: Pick<PayoutRow, "payoutId">,
  ask: Reader,
): Promise<{ items: Movement[]; isWhole: boolean }> {
  return readAllPages<Movement>((cursor) =>
    ask(
      "payout-items",
      (books, call): Promise<BooksPage<Movement>> => books.payoutItems(call, { payoutId, cursor }),
    ),
  );
}

/** Writes which they are: movements that are booked by the reading of all. */
export async function writePayoutItems(
  tx: Tx,
  account: PaymentAccountRow,
  payout: PayoutRow,
  items: readonly Movement[],
): Promise<void> {
  const { id: payoutId, merchantId } = payout;
  for (let start = 0; start < items.length; start += 500) {
    const some = items.slice(start, start + 500);
    await tx
      .insert(payoutItems)
      .values(some.map(({ id }) => ({ payoutId, sourceId: id, merchantId })))
      .onConflictDoNothing();
  }
  await tx
    .update(payouts)
    .set({ itemsReadAt: new Date() })
    .where(and(eq(payouts.id, payoutId), isNull(payouts.itemsReadAt)));
  await judgeItems(tx, account, payout, items);
}

/** The items of a payout are those of its currency, and come to its amount. */
export async function judgeItems(
  tx: Tx,
  account: PaymentAccountRow,
  payout: PayoutRow,
  items: readonly Movement[],
): Promise<boolean> {
  const sum = items.reduce((total, { net }) => total + net, 0);
  const areOneCurrency = items.every(({ currency }) => currency === payout.currency);
  if (areOneCurrency && sum === payout.amount) {
    await closeDifferences(tx, toBook(account), "payout_differs", [payout.payoutId]);
    return true;
  }
  const params = { currency: payout.currency, amount: payout.amount, items: sum };
  await openDifference(tx, toBook(account), { code: "payout_differs", subject: payout.payoutId, params });
  return false;
}
