import { z } from "zod";
import type { Work } from "../work.ts";

/** https://docs.stripe.com/api/payouts/object */
export const payoutDocument = z.looseObject({
  id: z.string(),
  amount: z.int(),
  arrival_date: z.int(),
  automatic: z.boolean(),
  balance_transaction: z.string().nullable(),
  created: z.int(),
  currency: z.string(),
  failure_balance_transaction: z.string().nullable(),
  metadata: z.record(z.string(), z.string()),
  status: z.string(),
});
export type PayoutDocument = z.infer<typeof payoutDocument>;

export function createPayout(options: {
  id: string;
  amount: number;
  currency: string;
  automatic: boolean;
  status: "pending" | "in_transit";
  transaction: string;
  created: number;
  arrives: number;
  description?: string | null;
  metadata?: Record<string, string>;
}): PayoutDocument {
  return {
    id: options.id,
    object: "payout",
    amount: options.amount,
    application_fee: null,
    application_fee_amount: null,
    arrival_date: options.arrives,
    automatic: options.automatic,
    balance_transaction: options.transaction,
    created: options.created,
    currency: options.currency,
    description: options.description ?? "STRIPE PAYOUT",
    destination: `ba_1${options.currency}`,
    failure_balance_transaction: null,
    failure_code: null,
    failure_message: null,
    livemode: false,
    metadata: options.metadata ?? {},
    method: "standard",
    original_payout: null,
    payout_method: null,
    reconciliation_status: options.automatic ? "in_progress" : "not_applicable",
    reversed_by: null,
    source_type: "card",
    statement_descriptor: null,
    status: options.status,
    trace_id: null,
    type: "bank_account",
  };
}

export async function savePayout({ store }: Pick<Work, "store">, payout: PayoutDocument): Promise<void> {
  const labels = [`status:${payout.status}`, ...(payout.automatic ? [] : ["manual"])];
  await store.put("payout", payout.id, payout, { at: payout.created, labels });
}

export async function findPayout({ store }: Pick<Work, "store">, id: string): Promise<PayoutDocument | null> {
  return store.get("payout", id, payoutDocument);
}
