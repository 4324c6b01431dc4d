import { z } from "zod";
import { newId } from "../documents.ts";

const feeDetail = z.object({
  amount: z.int(),
  application: z.string().nullable(),
  currency: z.string(),
  description: z.string().nullable(),
  type: z.enum(["application_fee", "stripe_fee", "tax"]),
});
export type FeeDetail = z.infer<typeof feeDetail>;

/** https://docs.stripe.com/api/balance_transactions/object, and the payout that it went out with. */
export const transactionDocument = z.object({
  id: z.string(),
  amount: z.int(),
  available_on: z.int(),
  created: z.int(),
  currency: z.string(),
  description: z.string().nullable(),
  exchange_rate: z.number().nullable(),
  fee: z.int(),
  fee_details: z.array(feeDetail),
  net: z.int(),
  reporting_category: z.string(),
  source: z.string().nullable(),
  type: z.string(),
  payout: z.string().nullable(),
});
export type TransactionDocument = z.infer<typeof transactionDocument>;

export type NewTransaction = {
  amount: number;
  currency: string;
  /** https://docs.stripe.com/reports/balance-transaction-types */
  type: string;
  /** https://docs.stripe.com/reports/reporting-categories */
  category: string;
  source: string | null;
  description?: string | null;
  fees?: readonly FeeDetail[];
  rate?: number | null;
  created: number;
  availableOn: number;
  payout?: string;
};

export function createTransaction(options: NewTransaction): TransactionDocument {
  const fees = (options.fees ?? []).filter(({ amount }) => amount !== 0);
  const fee = fees.reduce((sum, { amount }) => sum + amount, 0);
  return {
    id: newId("txn"),
    amount: options.amount,
    available_on: options.availableOn,
    created: options.created,
    currency: options.currency,
    description: options.description ?? null,
    exchange_rate: options.rate ?? null,
    fee,
    fee_details: fees,
    net: options.amount - fee,
    reporting_category: options.category,
    source: options.source,
    type: options.type,
    payout: options.payout ?? null,
  };
}

/** By what one is asked for; what no payout has taken yet is found by its currency. */
export function listLabels({ currency, payout, source, type }: TransactionDocument): string[] {
  return [
    `currency:${currency}`,
    `type:${type}`,
    ...(source === null ? [] : [`source:${source}`]),
    payout === null ? `unpaid:${currency}` : `payout:${payout}`,
  ];
}

export function transactionView(
  { payout: _, ...transaction }: TransactionDocument,
  seconds: number,
): Record<string, unknown> {
  return {
    ...transaction,
    object: "balance_transaction",
    balance_type: "payments",
    status: transaction.available_on <= seconds ? "available" : "pending",
  };
}
