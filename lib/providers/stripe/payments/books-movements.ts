import type { Call } from "../../contract/call.ts";
import type { Movement } from "../../contract/movement.ts";
import type { BooksPage, TellsOf } from "../../contract/payments.ts";
import { askInAccount } from "../client.ts";
import { balanceTransaction, movementOf } from "../movement.ts";
import { listAnswer, listQuery, readPage } from "./books-page.ts";
import { dashboardOf } from "./dashboard.ts";
import { feePayments } from "./fee-payments.ts";
import { objectIn } from "./object-in.ts";

/**
 * Movements of an account's balance, the newest first, with the objects that they come of.
 * https://docs.stripe.com/api/balance_transactions/list
 */
export async function movements(
  call: Call,
  given: { since: Date | null; cursor: string | null },
): Promise<BooksPage<TellsOf>> {
  const answer = await askInAccount(call, "list movements", listAnswer, ({ stripe, options }) =>
    stripe.balanceTransactions.list({ ...listQuery(given), expand: ["data.source"] }, options),
  );
  const dashboard = dashboardOf(call);
  const paymentOf = await feePayments(call, answer.data);
  return readPage(answer, (record) => {
    const transaction = balanceTransaction.parse(record);
    const movement = movementOf(transaction);
    return {
      movement: { ...movement, paymentId: movement.paymentId ?? paymentOf(transaction.source) },
      object: objectIn(transaction.source, dashboard),
    };
  });
}

/**
 * What a payout is made of, without its own movement. Stripe can say this of automatic payouts only, once they are
 * itemised. https://docs.stripe.com/payouts/reconciliation
 */
export async function payoutItems(
  call: Call,
  { payoutId, cursor }: { payoutId: string; cursor: string | null },
): Promise<BooksPage<Movement>> {
  const query = { ...listQuery({ since: null, cursor }), payout: payoutId };
  const answer = await askInAccount(call, "list the items of the payout", listAnswer, (sent) =>
    sent.stripe.balanceTransactions.list(query, sent.options),
  );
  return readPage(answer, (record) => {
    const movement = movementOf(balanceTransaction.parse(record));
    return movement.objectId === payoutId ? null : movement;
  });
}
