import { z } from "zod";
import { transactionDocument, transactionView } from "../ledger/transaction.ts";
import type { Work } from "../work.ts";

/** The fields of https://docs.stripe.com/api/disputes/object#dispute_object-evidence that are there from the start. */
const fields = [
  "access_activity_log",
  "billing_address",
  "cancellation_policy",
  "cancellation_policy_disclosure",
  "cancellation_rebuttal",
  "customer_communication",
  "customer_email_address",
  "customer_name",
  "customer_purchase_ip",
  "customer_signature",
  "duplicate_charge_documentation",
  "duplicate_charge_explanation",
  "duplicate_charge_id",
  "product_description",
  "receipt",
  "refund_policy",
  "refund_policy_disclosure",
  "refund_refusal_explanation",
  "service_date",
  "service_documentation",
  "shipping_address",
  "shipping_carrier",
  "shipping_date",
  "shipping_documentation",
  "shipping_tracking_number",
  "uncategorized_file",
  "uncategorized_text",
] as const;

/** What the merchant has said to a new dispute: nothing. */
export const noEvidence: Record<string, unknown> = {
  ...Object.fromEntries(fields.map((field) => [field, null])),
  enhanced_evidence: {},
};

/** https://docs.stripe.com/api/disputes/object */
export const disputeDocument = z.looseObject({
  id: z.string(),
  amount: z.int(),
  balance_transactions: z.array(transactionDocument),
  charge: z.string(),
  created: z.int(),
  currency: z.string(),
  evidence: z.record(z.string(), z.unknown()),
  evidence_details: z.looseObject({
    due_by: z.int().nullable(),
    has_evidence: z.boolean(),
    past_due: z.boolean(),
    submission_count: z.int(),
  }),
  is_charge_refundable: z.boolean(),
  metadata: z.record(z.string(), z.string()),
  payment_intent: z.string().nullable(),
  reason: z.string(),
  status: z.string(),
});
export type DisputeDocument = z.infer<typeof disputeDocument>;

export function disputeView(dispute: DisputeDocument, seconds: number): Record<string, unknown> {
  const transactions = dispute.balance_transactions.map((one) => transactionView(one, seconds));
  return { ...dispute, balance_transactions: transactions };
}

export async function saveDispute({ store }: Pick<Work, "store">, dispute: DisputeDocument): Promise<void> {
  const labels = [`charge:${dispute.charge}`, `payment_intent:${dispute.payment_intent}`];
  await store.put("dispute", dispute.id, dispute, { at: dispute.created, labels });
}

export async function findDispute(
  { store }: Pick<Work, "store">,
  id: string,
): Promise<DisputeDocument | null> {
  return store.get("dispute", id, disputeDocument);
}

/** Until then it can still go either way. */
export function isOpen({ status }: DisputeDocument): boolean {
  return /needs_response$|under_review$/.test(status);
}

/** Asked about, and not charged back (yet): no money has moved. */
export function isInquiry({ status }: DisputeDocument): boolean {
  return status.startsWith("warning_");
}

/** Writes a dispute, and tells of it. */
export async function changeDispute(
  work: Work,
  dispute: DisputeDocument,
  types: readonly string[],
): Promise<DisputeDocument> {
  await saveDispute(work, dispute);
  for (const type of types) await work.tell(type, disputeView(dispute, work.seconds));
  return dispute;
}
