import { book } from "../ledger/book.ts";
import { settle } from "../ledger/book-charge.ts";
import type { TransactionDocument } from "../ledger/transaction.ts";
import { getDisputeFee } from "../terms.ts";
import type { Work } from "../work.ts";
import type { DisputeDocument } from "./dispute.ts";

type Moved = Pick<DisputeDocument, "id" | "amount" | "currency" | "charge">;

/** The bank takes the money, at today's rate, and Stripe its fee for that. https://docs.stripe.com/disputes/how-disputes-work */
export async function withdraw(work: Work, dispute: Moved): Promise<TransactionDocument> {
  const { amount, currency, rate } = settle(work, dispute.amount, dispute.currency);
  return book(work, {
    amount: -amount,
    currency,
    rate,
    type: "adjustment",
    category: "dispute",
    source: dispute.id,
    description: `Chargeback withdrawal for ${dispute.charge}`,
    fees: createFeeDetails(getDisputeFee(currency, work.terms), currency),
    available: "later",
  });
}

/** It comes back as it was taken, with the fee: https://docs.stripe.com/testing#evidence */
export async function reinstate(
  work: Work,
  dispute: Moved,
  taken: TransactionDocument,
): Promise<TransactionDocument> {
  return book(work, {
    amount: -taken.amount,
    currency: taken.currency,
    rate: taken.exchange_rate,
    type: "adjustment",
    category: "dispute_reversal",
    source: dispute.id,
    description: `Chargeback reversal for ${dispute.charge}`,
    fees: createFeeDetails(-taken.fee, taken.currency),
    available: "later",
  });
}

function createFeeDetails(amount: number, currency: string) {
  return [{ amount, application: null, currency, description: "Dispute fee", type: "stripe_fee" as const }];
}
