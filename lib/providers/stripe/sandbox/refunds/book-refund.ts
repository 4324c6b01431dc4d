import type { ChargeDocument, RefundDocument } from "../documents.ts";
import { book, readBalance } from "../ledger/book.ts";
import { settle } from "../ledger/book-charge.ts";
import type { Work } from "../work.ts";

/** Stripe's own fee of a charge is not given back: https://docs.stripe.com/refunds */
export async function bookRefund(
  work: Work,
  charge: ChargeDocument,
  refund: RefundDocument,
  feeWithin: number,
): Promise<string> {
  const { amount, currency, rate } = settle(work, refund.amount, charge.currency);
  const fee = settle(work, feeWithin, charge.currency).amount;
  const { id } = await book(work, {
    amount: -amount,
    currency,
    rate,
    type: "refund",
    category: "refund",
    source: refund.id,
    description: "REFUND FOR CHARGE",
    fees: [
      {
        amount: -fee,
        application: work.application,
        currency,
        description: "Application fee refund",
        type: "application_fee",
      },
    ],
  });
  return id;
}

/** Whether the available balance pays for it. */
export async function isCovered(work: Work, charge: ChargeDocument, wanted: number): Promise<boolean> {
  const { amount, currency } = settle(work, wanted, charge.currency);
  const available = (await readBalance(work)).find(({ by }) => by === currency)?.upTo ?? 0;
  return available >= amount;
}
