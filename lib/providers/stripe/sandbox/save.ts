import type { ChargeDocument, FeeDocument, PaymentDocument, RefundDocument } from "./documents.ts";
import type { Work } from "./work.ts";

type Own = Pick<Work, "store">;

/** Writes objects with what they are asked for by. */
export async function savePayment({ store }: Own, payment: PaymentDocument): Promise<void> {
  await store.put("payment_intent", payment.id, payment, {
    at: payment.created,
    labels: paymentLabels(payment),
  });
}

export function paymentLabels({ customer, metadata }: PaymentDocument): string[] {
  return [
    ...(customer === null ? [] : [`customer:${customer}`]),
    ...Object.entries(metadata).map(([name, value]) => metadataLabel(name, value)),
  ];
}

export function metadataLabel(name: string, value: string): string {
  return `metadata:${name}:${value}`;
}

export async function saveCharge({ store }: Own, charge: ChargeDocument): Promise<void> {
  await store.put("charge", charge.id, charge, { at: charge.created, labels: chargeLabels(charge) });
}

export function chargeLabels({ payment, customer }: ChargeDocument): string[] {
  return [`payment_intent:${payment}`, ...(customer === null ? [] : [`customer:${customer}`])];
}

export async function saveFee({ store }: Own, fee: FeeDocument): Promise<void> {
  await store.put("application_fee", fee.id, fee, { at: fee.created, labels: feeLabels(fee) });
}

/** The platform finds a fee by its id among those of all accounts. */
export function feeLabels({ id, charge }: FeeDocument): string[] {
  return [id, `charge:${charge}`];
}

export async function saveRefund({ store }: Own, refund: RefundDocument): Promise<void> {
  await store.put("refund", refund.id, refund, { at: refund.created, labels: refundLabels(refund) });
}

export function refundLabels({ charge, payment, pendingReason }: RefundDocument): string[] {
  const waiting = pendingReason === null ? [] : [`pending:${pendingReason}`];
  return [`charge:${charge}`, `payment_intent:${payment}`, ...waiting];
}
