import { schedule } from "../control/due.ts";
import { type ChargeDocument, newId } from "../documents.ts";
import { saveCharge } from "../save.ts";
import { chargeView } from "../views.ts";
import type { Work } from "../work.ts";
import { changeDispute, type DisputeDocument, noEvidence } from "./dispute.ts";
import { withdraw } from "./funds.ts";

const daySeconds = 24 * 60 * 60;
const usualDays = 7;

type Opening = {
  /** The bank asks first, and takes nothing yet: https://docs.stripe.com/disputes/how-disputes-work#inquiries */
  isInquiry?: boolean;
  reason: string;
  /** Default: what has not been refunded. It may be more than the charge, as rates move. */
  amount?: number;
  answerWithinDays?: number;
};

/** A guest disputes a charge with their bank. */
export async function openDispute(
  work: Work,
  charge: ChargeDocument,
  { isInquiry = false, reason, amount, answerWithinDays = usualDays }: Opening,
): Promise<DisputeDocument> {
  const dueBy = work.seconds + answerWithinDays * daySeconds;
  const made: DisputeDocument = {
    id: newId("du"),
    object: "dispute",
    amount: amount ?? charge.amount - charge.amountRefunded,
    balance_transactions: [],
    charge: charge.id,
    created: work.seconds,
    currency: charge.currency,
    enhanced_eligibility_types: [],
    evidence: noEvidence,
    evidence_details: {
      due_by: dueBy,
      enhanced_eligibility: {},
      has_evidence: false,
      past_due: false,
      submission_count: 0,
      submission_method: "not_submitted",
    },
    intended_submission_method: null,
    is_charge_refundable: isInquiry,
    livemode: false,
    metadata: {},
    network_reason_code: isInquiry ? "10" : "10.4",
    payment_intent: charge.payment,
    payment_method_details: {
      card: {
        brand: charge.brand,
        case_type: isInquiry ? "inquiry" : "chargeback",
        network_reason_code: isInquiry ? "10" : "10.4",
      },
      type: "card",
    },
    reason,
    status: isInquiry ? "warning_needs_response" : "needs_response",
  };
  const disputed = { ...charge, isDisputed: true };
  await saveCharge(work, disputed);
  await schedule(work, dueBy, { task: "end_response", dispute: made.id });
  if (isInquiry) return changeDispute(work, made, ["charge.dispute.created"]);
  const taken = { ...made, balance_transactions: [await withdraw(work, made)] };
  const opened = await changeDispute(work, taken, [
    "charge.dispute.created",
    "charge.dispute.funds_withdrawn",
  ]);
  await work.tell("charge.updated", chargeView(disputed, work.application));
  return opened;
}
