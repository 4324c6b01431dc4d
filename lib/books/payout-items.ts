import { and, eq, isNull, sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { payoutItems, payouts } from "#db/schema/payments.ts";
import type { Movement } from "#lib/providers/contract/movement.ts";
import type { BooksPage } from "#lib/providers/contract/payments.ts";
import type { PaymentAccountRow } from "../ledger/looks/payment-account.ts";
import type { PayoutRow } from "./apply-payout.ts";
import { judgePayouts } from "./compare/compare-payouts.ts";
import { type Reader, readAllPages } from "./read-pages.ts";

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
  await judgePayouts(tx, account, sql`payouts.id = ${payoutId}`);
}
