import type { Call } from "../../contract/call.ts";
import type { RefundRequest, RefundState } from "../../contract/payments.ts";
import { type Charge, readCharge } from "../charge.ts";
import { unreadableAnswer } from "../errors.ts";
import { findEarlierRefund, giveBack, readRefund } from "../refund.ts";
import { feeRefundedOf } from "./fee-refunded.ts";
import { refundStateOf } from "./refund-state.ts";

/** @throws ProviderError conflict and invalid_input where there is not so much left to give back */
export async function refund(call: Call, asked: RefundRequest): Promise<RefundState> {
  const charge = await readCharge(call, asked.chargeId);
  return stateOf(call, charge, await giveBack(call, charge, asked));
}

/** A charge's refunds are listed at once, so none found is none made of what had reached Stripe by now. */
export async function findRefund(
  call: Call,
  { chargeId, refundId }: { chargeId: string; refundId: string | null },
): Promise<RefundState | null> {
  const found =
    refundId === null ? await findEarlierRefund(call, chargeId) : await readRefund(call, refundId);
  return found === null ? null : stateOf(call, await readCharge(call, chargeId), found);
}

async function stateOf(call: Call, charge: Charge, made: { id: string }): Promise<RefundState> {
  const state = refundStateOf(made);
  if (state === null) throw unreadableAnswer(`refund ${made.id} of no charge`);
  return { ...state, feeRefunded: await feeRefundedOf(call, charge, made.id) };
}
