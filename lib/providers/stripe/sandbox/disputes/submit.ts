import { schedule } from "../control/due.ts";
import type { Work } from "../work.ts";
import { decideDispute } from "./decide.ts";
import { changeDispute, type DisputeDocument } from "./dispute.ts";

/** Until a bank has looked at what it was sent: https://docs.stripe.com/disputes/how-disputes-work */
const reviewSeconds = 30 * 24 * 60 * 60;

/**
 * Keeps what the merchant says to a dispute, and sends it to the bank, once. Two texts decide it at once:
 * https://docs.stripe.com/testing#evidence
 */
export async function submitEvidence(
  work: Work,
  dispute: DisputeDocument,
  { evidence, isSent }: { evidence: Record<string, string>; isSent: boolean },
): Promise<DisputeDocument> {
  const known = { ...dispute, evidence: { ...dispute.evidence, ...evidence } };
  const details = { ...dispute.evidence_details, has_evidence: true };
  if (!isSent)
    return changeDispute(work, { ...known, evidence_details: details }, ["charge.dispute.updated"]);
  const sent: DisputeDocument = {
    ...known,
    evidence_details: {
      ...details,
      submission_count: details.submission_count + 1,
      submission_method: "manual",
    },
    status: dispute.status.replace("needs_response", "under_review"),
  };
  await changeDispute(work, sent, ["charge.dispute.updated"]);
  const text = evidence.uncategorized_text;
  const outcome = text === "winning_evidence" ? "won" : text === "losing_evidence" ? "lost" : null;
  if (outcome !== null) return (await decideDispute(work, sent.id, outcome)) ?? sent;
  await schedule(work, work.seconds + reviewSeconds, { task: "decide_dispute", dispute: sent.id });
  return sent;
}
