import { z } from "zod";
import type { Call } from "../../contract/call.ts";
import type { RefundRequest, RefundState } from "../../contract/payments.ts";
import { ProviderError } from "../../contract/provider-error.ts";
import { id, list, listOfReadable, optionalFlag, whole } from "../../kit/lenient.ts";
import { type Charge, readCharge } from "../charge.ts";
import { askAsPlatform, askInAccount } from "../client.ts";
import { unreadable } from "../errors.ts";
import { findEarlierRefund, giveBack, readRefund, readRefundState } from "../refund.ts";

const page = z.looseObject({ data: list, has_more: optionalFlag });

const made = listOfReadable(z.looseObject({ id, created: whole, amount: whole }));

type Made = z.output<typeof made>[number];

/** A refund and what goes back of the fee with it are made one after the other. */
const togetherSeconds = 60;

/** @throws ProviderError conflict and invalid_input where there is not so much left to give back */
export async function refund(call: Call, asked: RefundRequest): Promise<RefundState> {
  const charge = await readCharge(call, asked.chargeId);
  return completeState(call, charge, await giveBack(call, charge, asked));
}

/** A charge's refunds are listed at once, so none found is none made of what had reached Stripe by now. */
export async function findRefund(
  call: Call,
  { chargeId, refundId }: { chargeId: string; refundId: string | null },
): Promise<RefundState | null> {
  const found =
    refundId === null ? await findEarlierRefund(call, chargeId) : await readRefund(call, refundId);
  return found === null ? null : completeState(call, await readCharge(call, chargeId), found);
}

async function completeState(call: Call, charge: Charge, made: { id: string }): Promise<RefundState> {
  const state = readRefundState(made);
  if (state === null) throw unreadable(`refund ${made.id} of no charge`);
  return { ...state, feeRefunded: await readFeeRefunded(call, charge, made.id) };
}

/**
 * What went back of the platform's fee with a refund, as Stripe reports it: by the fee's own refunds
 * (https://docs.stripe.com/api/fee_refunds). Stripe does not say of which refund each of them came; both lists are in the
 * order in which they were made, so each goes to the earliest refund at its side that has none yet.
 * @returns in the charge's currency; null = Stripe does not tell, or has too many to be told apart
 */
async function readFeeRefunded(call: Call, charge: Charge, refundId: string): Promise<number | null> {
  const { application_fee: feeId } = charge;
  if (!feeId) return 0;
  try {
    const [refunds, feeRefunds] = await Promise.all([
      askInAccount(call, "list the refunds", page, ({ stripe, options }) =>
        stripe.refunds.list({ charge: charge.id, limit: 100 }, options),
      ),
      askAsPlatform(call, "list the fee's refunds", page, ({ stripe, options }) =>
        stripe.applicationFees.listRefunds(feeId, { limit: 100 }, options),
      ),
    ]);
    if (refunds.has_more || feeRefunds.has_more) return null;
    return pair(made.parse(refunds.data), made.parse(feeRefunds.data)).get(refundId) ?? 0;
  } catch (error) {
    // The refund itself is made: what came back of the fee is told by its movement as well.
    if (error instanceof ProviderError) return null;
    throw error;
  }
}

/** Lists as Stripe has them, the newest first. */
function pair(refunds: readonly Made[], feeRefunds: readonly Made[]): Map<string, number> {
  const shares = new Map<string, number>();
  for (const share of feeRefunds.toReversed()) {
    const own = refunds
      .toReversed()
      .find(
        ({ id: refund, created }) =>
          !shares.has(refund) && Math.abs(share.created - created) <= togetherSeconds,
      );
    if (own) shares.set(own.id, share.amount);
  }
  return shares;
}
