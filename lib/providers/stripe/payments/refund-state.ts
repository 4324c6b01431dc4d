import { z } from "zod";
import { lookUp } from "#lib/look-up.ts";
import type { RefundState } from "../../contract/payments.ts";
import { hint, id, text, whole } from "../../kit/lenient.ts";
import { moneyOf } from "../money.ts";
import { metadataSchema } from "../own-mark.ts";
import { tell } from "../words.ts";
import { idOf } from "./id-of.ts";
import { markIn } from "./marks.ts";

/** https://docs.stripe.com/api/refunds/object */
const refundSchema = z.looseObject({
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

/** What Stripe says in a word that we do not know has not ended. */
export function refundStatusOf(word: string): RefundState["status"] {
  return lookUp(byStatus, word) ?? "pending";
}

/**
 * How a refund stands; null for one that is of no charge.
 * @throws z.ZodError where it is not in Stripe's form
 */
export function refundStateOf(object: unknown): RefundState | null {
  const refund = refundSchema.parse(object);
  const chargeId = idOf(refund.charge);
  if (chargeId === null) return null;
  const word = refund.status ?? "pending";
  const status = refundStatusOf(word);
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
      status === "failed" ? tell("refund_refused", { money: moneyOf(refund.amount, refund.currency) }) : null,
    detail: why ?? null,
    createdAt: new Date(refund.created * 1_000),
  };
}
