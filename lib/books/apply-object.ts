import type { Tx } from "#db/client.ts";
import { applyPayment } from "#lib/payments/states/apply-payment.ts";
import { applyRefund } from "#lib/payments/states/apply-refund.ts";
import type { MoneyObject } from "#lib/providers/contract/payments.ts";
import type { PaymentAccountRow } from "../ledger/looks/payment-account.ts";
import { applyDispute } from "./apply-dispute.ts";
import { applyPayout } from "./apply-payout.ts";

export type Fetched = {
  /** Before it was asked for: what was asked for later says more. */
  readAt: Date;
  /** Of what was there before the account was connected: it is written, and nobody is told of it. */
  isHistory: boolean;
};

const order: readonly MoneyObject["kind"][] = ["payment", "refund", "dispute", "payout"];

/**
 * Writes how fetched objects stand, payments before what follows from them; in any order and however often the outcome
 * is the same.
 */
export async function applyObjects(
  tx: Tx,
  account: PaymentAccountRow,
  objects: readonly MoneyObject[],
  fetched: Fetched,
): Promise<void> {
  const sorted = objects.toSorted(
    (one, other) =>
      order.indexOf(one.kind) - order.indexOf(other.kind) || (getObjectId(one) < getObjectId(other) ? -1 : 1),
  );
  for (const object of sorted) await applyObject(tx, account, object, fetched);
}

/** A refund of a payment that is not known yet is left: the list of refunds is read once all movements are. */
async function applyObject(
  tx: Tx,
  account: PaymentAccountRow,
  object: MoneyObject,
  fetched: Fetched,
): Promise<void> {
  switch (object.kind) {
    case "payment":
      await applyPayment(tx, account, object.state);
      return;
    case "refund":
      await applyRefund(tx, account, object.state);
      return;
    case "dispute":
      await applyDispute(tx, account, object.state, fetched);
      return;
    case "payout":
      await applyPayout(tx, account, object.state, fetched);
      return;
  }
}

/** The ids by which a message may name it. */
export function getObjectIds(object: MoneyObject): string[] {
  if (object.kind !== "payment") return [getObjectId(object)];
  const { chargeId, paymentId, sessionId } = object.state;
  return [chargeId, paymentId, sessionId].filter((id) => id !== null);
}

/** The id at the provider by which it is looked for. */
export function getObjectId(object: MoneyObject): string {
  switch (object.kind) {
    case "payment":
      return object.state.chargeId ?? object.state.paymentId ?? object.state.sessionId ?? "";
    case "refund":
      return object.state.refundId;
    case "dispute":
      return object.state.disputeId;
    case "payout":
      return object.state.payoutId;
  }
}
