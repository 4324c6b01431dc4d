import { schedule } from "../control/due.ts";
import type { Work } from "../work.ts";
import {
  changeDispute,
  type DisputeDocument,
  findDispute,
  isInquiry,
  isOpen,
  saveDispute,
} from "./dispute.ts";
import { reinstate, withdraw } from "./funds.ts";

const daySeconds = 24 * 60 * 60;
const answerDays = 7;

export const outcomes = ["won", "lost", "warning_closed", "escalated", "appealed", "prevented"] as const;
type Outcome = (typeof outcomes)[number];

/**
 * What becomes of a dispute. An inquiry that is won or lost is closed without a word of money, or escalated.
 * @returns null where it cannot become that
 */
export async function decideDispute(
  work: Work,
  id: string,
  outcome: Outcome,
): Promise<DisputeDocument | null> {
  const dispute = await findDispute(work, id);
  if (!dispute) return null;
  if (outcome === "appealed") return appeal(work, dispute);
  if (!isOpen(dispute)) return null;
  if (outcome === "escalated") return isInquiry(dispute) ? escalate(work, dispute) : null;
  if (isInquiry(dispute)) {
    const status = outcome === "prevented" ? "prevented" : "warning_closed";
    return changeDispute(work, { ...dispute, status }, ["charge.dispute.closed"]);
  }
  if (outcome === "lost")
    return changeDispute(work, { ...dispute, status: "lost" }, ["charge.dispute.closed"]);
  return win(work, dispute, outcome === "prevented" ? "prevented" : "won");
}

/** The money comes back, and the fee with it. */
async function win(
  work: Work,
  dispute: DisputeDocument,
  status: "won" | "prevented",
): Promise<DisputeDocument> {
  const taken = dispute.balance_transactions.findLast(({ amount }) => amount < 0);
  if (!taken) return changeDispute(work, { ...dispute, status }, ["charge.dispute.closed"]);
  const back = await reinstate(work, dispute, taken);
  const won = { ...dispute, status, balance_transactions: [...dispute.balance_transactions, back] };
  return changeDispute(work, won, ["charge.dispute.closed", "charge.dispute.funds_reinstated"]);
}

/** The bank was not content with the answer to its question, and takes the money. */
async function escalate(work: Work, dispute: DisputeDocument): Promise<DisputeDocument> {
  const dueBy = work.seconds + answerDays * daySeconds;
  const taken = await withdraw(work, dispute);
  await schedule(work, dueBy, { task: "end_response", dispute: dispute.id });
  const escalated: DisputeDocument = {
    ...dispute,
    balance_transactions: [taken],
    evidence_details: { ...dispute.evidence_details, due_by: dueBy, submission_count: 0 },
    is_charge_refundable: false,
    network_reason_code: "10.4",
    status: "needs_response",
  };
  return changeDispute(work, escalated, ["charge.dispute.updated", "charge.dispute.funds_withdrawn"]);
}

/** What was lost is taken up again. */
async function appeal(work: Work, dispute: DisputeDocument): Promise<DisputeDocument | null> {
  if (dispute.status !== "lost") return null;
  const dueBy = work.seconds + answerDays * daySeconds;
  await schedule(work, dueBy, { task: "end_response", dispute: dispute.id });
  const evidence_details = { ...dispute.evidence_details, due_by: dueBy };
  const appealed = { ...dispute, evidence_details, status: "appeal_needs_response" };
  return changeDispute(work, appealed, ["charge.dispute.updated"]);
}

/** Nobody has answered in time. A question is then left at that; what was charged back is lost. */
export async function endResponse(work: Work, id: string): Promise<void> {
  const dispute = await findDispute(work, id);
  const dueBy = dispute?.evidence_details.due_by ?? 0;
  if (!dispute?.status.endsWith("needs_response") || dueBy > work.seconds) return;
  const evidence_details = { ...dispute.evidence_details, past_due: true };
  await saveDispute(work, { ...dispute, evidence_details });
  await decideDispute(work, id, isInquiry(dispute) ? "warning_closed" : "lost");
}
