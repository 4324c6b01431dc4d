import { midnight } from "../account-document.ts";
import { schedule } from "../control/due.ts";
import { newId } from "../documents.ts";
import { saveTransaction } from "../ledger/book.ts";
import {
  createTransaction,
  listLabels,
  type TransactionDocument,
  transactionDocument,
} from "../ledger/transaction.ts";
import { getStep } from "../money.ts";
import type { Work } from "../work.ts";
import { createPayout, type PayoutDocument, savePayout } from "./payout.ts";

const mostItems = 100_000;
const anHour = 60 * 60;

/** Sends all that is available to the bank, a payout for each currency that has something above zero. */
export async function payOutAvailable(work: Work): Promise<PayoutDocument[]> {
  const { terms, document } = work;
  const currencies = new Set([document.currency, ...(terms.settles ?? [])]);
  const made: PayoutDocument[] = [];
  for (const currency of currencies) {
    const payout = await payOutIn(work, currency);
    if (payout) made.push(payout);
  }
  return made;
}

/**
 * Its items are what was available and had not gone out with another one; its own transaction names it as well.
 * https://docs.stripe.com/payouts/reconciliation
 */
async function payOutIn(work: Work, currency: string): Promise<PayoutDocument | null> {
  const query = { limit: mostItems, labels: [`unpaid:${currency}`] };
  const { items } = await work.store.page("balance_transaction", transactionDocument, query);
  const ready = items.flatMap(({ data }) => (data.available_on <= work.seconds ? [data] : []));
  const sum = ready.reduce((total, { net }) => total + net, 0);
  if (sum <= 0 || sum % getStep(currency) !== 0) return null;
  const id = newId("po");
  const transaction = ownTransaction(work, { id, amount: sum, currency, isAutomatic: true });
  const payout = createPayout({
    id,
    amount: sum,
    currency,
    automatic: true,
    status: "in_transit",
    transaction: transaction.id,
    created: work.seconds,
    arrives: midnight(work.seconds, 1),
  });
  await work.store.putAll(
    [...ready.map((item) => ({ ...item, payout: id })), transaction].map((item) => ({
      kind: "balance_transaction",
      id: item.id,
      data: item,
      place: { at: item.created, labels: listLabels(item) },
    })),
  );
  await savePayout(work, payout);
  await schedule(work, work.seconds + anHour, { task: "itemise_payout", payout: id });
  await schedule(work, payout.arrival_date, { task: "arrive_payout", payout: id });
  await work.tell("payout.created", payout);
  return payout;
}

/** A payout that somebody asked for: it has no items of its own, and lowers what the next automatic one can take. */
export async function payOutByHand(
  work: Work,
  options: { amount: number; currency: string; description: string | null; metadata: Record<string, string> },
): Promise<PayoutDocument> {
  const id = newId("po");
  const transaction = ownTransaction(work, { id, ...options, isAutomatic: false });
  await saveTransaction(work, transaction);
  const payout = createPayout({
    ...options,
    id,
    automatic: false,
    status: "pending",
    transaction: transaction.id,
    created: work.seconds,
    arrives: midnight(work.seconds, 1),
  });
  await savePayout(work, payout);
  await schedule(work, work.seconds + anHour, { task: "send_payout", payout: id });
  await schedule(work, payout.arrival_date, { task: "arrive_payout", payout: id });
  await work.tell("payout.created", payout);
  return payout;
}

function ownTransaction(
  work: Work,
  payout: { id: string; amount: number; currency: string; isAutomatic: boolean },
): TransactionDocument {
  return createTransaction({
    amount: -payout.amount,
    currency: payout.currency,
    type: "payout",
    category: "payout",
    source: payout.id,
    description: "STRIPE PAYOUT",
    created: work.seconds,
    availableOn: work.seconds,
    ...(payout.isAutomatic ? { payout: payout.id } : {}),
  });
}
