import { z } from "zod";
import { lookUp } from "#lib/look-up.ts";
import type { DisputeState } from "../../contract/payments.ts";
import { hint, hintedNumber, hintedObject, id, text, whole } from "../../kit/lenient.ts";
import { readId } from "../client.ts";

/** https://docs.stripe.com/api/disputes/object */
const disputeSchema = z.looseObject({
  id,
  amount: whole,
  currency: text.pipe(z.string().length(3)),
  charge: z.unknown(),
  created: whole,
  reason: hint,
  status: text,
  evidence_details: hintedObject({ due_by: hintedNumber }),
});

/** https://docs.stripe.com/api/disputes/object#dispute_object-status. An inquiry begins with `warning_`. */
const byStatus: Readonly<Record<string, DisputeState["status"]>> = {
  warning_needs_response: "needs_response",
  warning_under_review: "under_review",
  warning_closed: "closed",
  needs_response: "needs_response",
  appeal_needs_response: "needs_response",
  under_review: "under_review",
  appeal_under_review: "under_review",
  won: "won",
  lost: "lost",
  prevented: "prevented",
};

/**
 * How a dispute stands. What Stripe says in a word that we do not know is `unknown`, with that word beside it.
 * @param dashboard of the account, for what the merchant does there
 * @throws z.ZodError where it is not in Stripe's form
 */
export function readDisputeState(object: unknown, dashboard: string): DisputeState {
  const {
    id: disputeId,
    amount,
    currency,
    charge,
    created,
    reason,
    status,
    evidence_details,
  } = disputeSchema.parse(object);
  const stand = lookUp(byStatus, status) ?? "unknown";
  const dueBy = evidence_details?.due_by;
  const takesEvidence = stand === "needs_response" || stand === "unknown";
  return {
    disputeId,
    chargeId: readId(charge),
    amount,
    currency: currency.toUpperCase(),
    reason: reason ?? null,
    status: stand,
    isInquiry: status.startsWith("warning_"),
    providerStatus: status,
    answerBy: takesEvidence && dueBy ? new Date(dueBy * 1_000) : null,
    evidenceUrl: `${dashboard}/disputes/${disputeId}`,
    openedAt: new Date(created * 1_000),
  };
}
