import { findNextIssueNotice, noticeDueIssues } from "#lib/integrations/health/notice-due-issues.ts";
import { findNextNotice } from "#lib/notices/claim-notice.ts";
import { sendNotices } from "#lib/notices/send-notices.ts";
import { defineQueue } from "../define-job.ts";

/** Writes the notices about issues whose time has come, and sends the e-mails that are due. */
export const sendNoticesJob = defineQueue({
  id: "send-notices",
  name: "Send notices",
  event: "notices/ready",
  pollMs: 5_000,
  async drain() {
    const { noticed } = await noticeDueIssues();
    const report = await sendNotices();
    return { ...report, noticed, nextDueAt: await findNextDueAt() };
  },
  findNextDueAt,
});

async function findNextDueAt(): Promise<Date | null> {
  const dueAt = await Promise.all([findNextNotice(), findNextIssueNotice()]);
  const [first] = dueAt.filter((at) => at !== null).sort((one, other) => one.getTime() - other.getTime());
  return first ?? null;
}
