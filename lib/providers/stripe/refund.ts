import { z } from "zod";
import { lookUp } from "#lib/look-up.ts";
import type { Call } from "../contract/call.ts";
import type { RefundState } from "../contract/payments.ts";
import { ProviderError } from "../contract/provider-error.ts";
import { hint, id, list, listOfReadable, optionalFlag, text, whole } from "../kit/lenient.ts";
import type { Charge } from "./charge.ts";
import { amountProblem, toMoneyParam } from "./charge.ts";
import { askInAccount, idAfterPage, readId } from "./client.ts";
import { unreadable } from "./errors.ts";
import { createMark, isMarked, markIn, metadataSchema } from "./mark.ts";
import { tell } from "./words.ts";

/** A refund as it is told to whoever keeps books: https://docs.stripe.com/api/refunds/object */
const statedRefund = z.looseObject({
  id,
  amount: whole,
  charge: z.unknown(),
  created: whole,
  currency: text.pipe(z.string().length(3)),
  failure_reason: hint,
  metadata: metadataSchema,
  reason: hint,
  status: hint,
});

const byStatus: Readonly<Record<string, RefundState["status"]>> = {
  pending: "pending",
  requires_action: "pending",
  succeeded: "succeeded",
  failed: "failed",
  canceled: "canceled",
};

/** https://docs.stripe.com/api/refunds/object */
const refundSchema = z.looseObject({
  id,
  amount: whole,
  currency: text.pipe(z.string().length(3)),
  status: hint,
  metadata: metadataSchema,
});
export type Refund = z.output<typeof refundSchema>;

export function readRefund(call: Call, refundId: string): Promise<Refund> {
  return askInAccount(call, "read the refund", refundSchema, ({ stripe, options }) =>
    stripe.refunds.retrieve(refundId, {}, options),
  );
}

/** Other refunds are none of its business, whatever they look like. */
const refundPage = z.looseObject({ data: list, has_more: optionalFlag });
const marked = listOfReadable(z.looseObject({ metadata: metadataSchema }));
const pageSize = 100;

/** The refund that was made of a charge under this key before. https://docs.stripe.com/api/refunds/list */
export async function findEarlierRefund(call: Call, charge: string): Promise<Refund | null> {
  let after: string | undefined;
  for (;;) {
    const query = { charge, limit: pageSize, ...(after === undefined ? {} : { starting_after: after }) };
    const page = await askInAccount(call, "look for the refund", refundPage, ({ stripe, options }) =>
      stripe.refunds.list(query, options),
    );
    const found = marked.parse(page.data).find(({ metadata }) => isMarked(call, metadata));
    if (found) return readOwn(found);
    after = idAfterPage(page) ?? undefined;
    if (after === undefined) return null;
  }
}

/** The refund is there, so that making it once more would be wrong. */
function readOwn(record: unknown): Refund {
  const refund = refundSchema.safeParse(record);
  if (refund.success) return refund.data;
  throw unreadable(`look for the refund: ${refund.error.message}`, refund.error);
}

/** What Stripe knows as a reason; others are ours alone. https://docs.stripe.com/api/refunds/create */
const reasonSchema = z.enum(["requested_by_customer", "duplicate", "fraudulent"]);

/**
 * Gives a guest's money back, and as large a part of the platform's fee
 * (https://docs.stripe.com/connect/direct-charges#issue-refunds): once under the call's key, also when Stripe has
 * forgotten that.
 * @param wanted without an amount: all that is left
 * @throws ProviderError conflict, invalid_input where there is not so much left
 */
export async function giveBack(
  call: Call,
  charge: Charge,
  wanted: { amount?: number | undefined; reason?: string | null | undefined },
): Promise<Refund> {
  const { amount } = wanted;
  const left = charge.amount - charge.amount_refunded;
  // What is left of a charge from before its currency lost its hundredths is no whole amount.
  const problem = amount === undefined || amount === left ? null : amountProblem(amount, charge.currency);
  if (problem !== null) throw new ProviderError({ kind: "invalid_input", message: problem });
  const earlier = await findEarlierRefund(call, charge.id);
  if (earlier !== null) return earlier;
  requireRefundable(charge, amount);
  const reason = reasonSchema.safeParse(wanted.reason).data;
  return askInAccount(call, "refund", refundSchema, ({ stripe, options }) =>
    stripe.refunds.create(
      {
        charge: charge.id,
        metadata: createMark(call),
        // Refused for a charge that never had one.
        ...(charge.application_fee ? { refund_application_fee: true } : {}),
        ...(amount === undefined ? {} : { amount }),
        ...(reason === undefined ? {} : { reason }),
      },
      { ...options, idempotencyKey: call.idempotencyKey },
    ),
  );
}

/** Stripe refuses as well, but does not say how much is left. */
function requireRefundable({ amount, amount_refunded, currency }: Charge, wanted: number | undefined): void {
  const left = amount - amount_refunded;
  if (left === 0) {
    const message = tell("charge_has_refunded_in_full");
    throw new ProviderError({ kind: "conflict", message });
  }
  if (wanted !== undefined && wanted > left) {
    const message = tell("charge_only_left_give_back", { left: toMoneyParam(left, currency) });
    throw new ProviderError({ kind: "invalid_input", message });
  }
}

/** What Stripe says in a word that we do not know has not ended. */
export function toRefundStatus(word: string): RefundState["status"] {
  return lookUp(byStatus, word) ?? "pending";
}

/**
 * How a refund stands; null for one that is of no charge.
 * @throws z.ZodError where it is not in Stripe's form
 */
export function readRefundState(object: unknown): RefundState | null {
  const refund = statedRefund.parse(object);
  const chargeId = readId(refund.charge);
  if (chargeId === null) return null;
  const word = refund.status ?? "pending";
  const status = toRefundStatus(word);
  const { failure_reason: why } = refund;
  return {
    mark: markIn(refund.metadata),
    refundId: refund.id,
    chargeId,
    status,
    providerStatus: word,
    amount: refund.amount,
    currency: refund.currency.toUpperCase(),
    reason: refund.reason ?? null,
    feeRefunded: null,
    said:
      status === "failed"
        ? tell("refund_refused", { money: toMoneyParam(refund.amount, refund.currency) })
        : null,
    detail: why ?? null,
    createdAt: new Date(refund.created * 1_000),
  };
}
