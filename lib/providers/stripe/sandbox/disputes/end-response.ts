import type { Work } from "../work.ts";
import { decideDispute } from "./decide.ts";
import { findDispute, isInquiry, saveDispute } from "./dispute.ts";

/** Nobody has answered in time. A question is then left at that; what was charged back is lost. */
export async function endResponse(work: Work, id: string): Promise<void> {
  const dispute = await findDispute(work, id);
  const dueBy = dispute?.evidence_details.due_by ?? 0;
  if (!dispute?.status.endsWith("needs_response") || dueBy > work.seconds) return;
  const evidence_details = { ...dispute.evidence_details, past_due: true };
  await saveDispute(work, { ...dispute, evidence_details });
  await decideDispute(work, id, isInquiry(dispute) ? "warning_closed" : "lost");
}
