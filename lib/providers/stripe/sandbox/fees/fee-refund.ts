import { z } from "zod";
import { type ChargeDocument, type FeeDocument, feeDocument, newId } from "../documents.ts";
import { book, bookAtPlatform, platformCurrency } from "../ledger/book.ts";
import { settle } from "../ledger/book-charge.ts";
import { convert, getStep } from "../money.ts";
import { saveFee } from "../save.ts";
import { feeView } from "../views.ts";
import type { Work } from "../work.ts";

/** https://docs.stripe.com/api/fee_refunds/object */
export const feeRefundDocument = z.object({
  id: z.string(),
  amount: z.int(),
  /** In the platform's balance. */
  balance_transaction: z.string(),
  created: z.int(),
  currency: z.string(),
  fee: z.string(),
  metadata: z.record(z.string(), z.string()),
});
export type FeeRefundDocument = z.infer<typeof feeRefundDocument>;

export function feeRefundView(refund: FeeRefundDocument): Record<string, unknown> {
  return { ...refund, object: "fee_refund" };
}

/**
 * What goes back of a fee with a refund: as large a part as has been refunded of the charge by now, less what went back
 * before. https://docs.stripe.com/connect/direct-charges#issue-refunds; how it rounds, Stripe does not say.
 * @param refunded of the charge, this refund included
 */
export function computeFeeShare(
  { terms }: Pick<Work, "terms">,
  fee: FeeDocument,
  charge: Pick<ChargeDocument, "amount">,
  refunded: number,
): number {
  const step = getStep(fee.currency);
  const exact = (fee.amount * refunded) / charge.amount / step;
  const rounded = (terms.feeRefundRounding === "floor" ? Math.floor(exact) : Math.round(exact)) * step;
  const due = refunded >= charge.amount ? fee.amount : rounded;
  return Math.max(0, Math.min(due, fee.amount) - fee.amountRefunded);
}

/**
 * Gives a part of a fee back: the platform pays, the account gets.
 * @param isBooked whether what the account gets stands in another transaction of it already
 */
export async function giveFeeBack(
  work: Work,
  fee: FeeDocument,
  options: { amount: number; metadata?: Record<string, string>; isBooked?: boolean },
): Promise<FeeRefundDocument> {
  const id = newId("fr");
  const atPlatform = convert(options.amount, fee.currency, platformCurrency, work.terms.rates);
  const paid = await bookAtPlatform(work, {
    amount: -atPlatform.amount,
    rate: atPlatform.rate,
    currency: platformCurrency,
    type: "application_fee_refund",
    category: "platform_earning_refund",
    source: id,
    description: "Application fee refund",
  });
  if (!options.isBooked) {
    // https://docs.stripe.com/reports/reporting-categories: what platforms give back is an adjustment of the kind `fee`.
    const got = settle(work, options.amount, fee.currency);
    const kind = { type: "adjustment", category: "fee", description: "Application fee refund" };
    await book(work, { ...kind, ...got, source: id });
  }
  const refund: FeeRefundDocument = {
    id,
    amount: options.amount,
    balance_transaction: paid.id,
    created: work.seconds,
    currency: fee.currency,
    fee: fee.id,
    metadata: options.metadata ?? {},
  };
  await work.store.put("fee_refund", id, refund, { at: refund.created, labels: [id, `fee:${fee.id}`] });
  const returned = { ...fee, amountRefunded: fee.amountRefunded + options.amount };
  await saveFee(work, returned);
  await work.tell(
    "application_fee.refunded",
    feeView(returned, work.accountId, work.application),
    "platform",
  );
  return refund;
}

export async function findFee({ store }: Pick<Work, "store">, id: string): Promise<FeeDocument | null> {
  return store.get("application_fee", id, feeDocument);
}
