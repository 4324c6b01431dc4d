import { and, eq, lte, sql } from "drizzle-orm";
import type { PgUpdateSetSource } from "drizzle-orm/pg-core";
import { db } from "#db/client.ts";
import { notices } from "#db/schema/notices.ts";
import { logger } from "#lib/logger.ts";
import { scheduledWait } from "#lib/work/back-off.ts";
import { fromNow } from "#lib/work/claim-due.ts";
import { workOff } from "#lib/work/work-off.ts";
import { type ClaimedNotice, claimNotice } from "./claim-notice.ts";
import { composeMail } from "./compose-mail.ts";
import { explainMailFailure } from "./explain-mail-failure.ts";
import { noticeText } from "./notice-text.ts";
import { type MailSettings, mailSettings, openMailer } from "./open-mailer.ts";

/** The waits between tries; after the last try the notice has failed. */
const retryAfterMs = [60_000, 5 * 60_000, 30 * 60_000, 2 * 60 * 60_000] as const;
const mailsAtATime = 4;
/** A run takes nothing more on after this. */
const runMs = 45_000;

type NoticeReport = { sent: number; toBeTriedAgain: number; failed: number; unsent: number };

/**
 * Sends the emails that are due, each by one process only. Where no mail server is set up they become `unsent`, and
 * stand in the app. A process that dies between the server's answer and the record sends again under the same
 * Message-ID.
 */
export async function sendNotices(mail: MailSettings | null = mailSettings()): Promise<NoticeReport> {
  const report: NoticeReport = { sent: 0, toBeTriedAgain: 0, failed: 0, unsent: 0 };
  if (!mail) return { ...report, unsent: await leaveUnsent() };
  const send = await openMailer(mail);
  const work = async (notice: ClaimedNotice) => {
    report[await attempt(notice, mail, send)] += 1;
  };
  await workOff({ claim: claimNotice, work, atOnce: mailsAtATime, budgetMs: runMs });
  return report;
}

type Send = Awaited<ReturnType<typeof openMailer>>;

async function attempt(notice: ClaimedNotice, { from }: MailSettings, send: Send) {
  try {
    await send(composeMail({ ...notice, ...noticeText(notice, notice.locale), from }));
  } catch (error) {
    const waitMs = scheduledWait(retryAfterMs, notice.attempts);
    logger.warn(
      { err: error, noticeId: notice.noticeId, attempts: notice.attempts, waitMs },
      "notice not sent",
    );
    const failure = explainMailFailure(error);
    await record(notice, {
      lastErrorCode: failure.code,
      lastErrorParams: failure.params,
      ...(waitMs === null ? { status: "failed" as const } : { dueAt: fromNow(waitMs) }),
    });
    return waitMs === null ? "failed" : "toBeTriedAgain";
  }
  await record(notice, { status: "sent", sentAt: sql`now()`, lastErrorCode: null, lastErrorParams: null });
  return "sent";
}

/** Only for the claim that made the try: whoever claimed it since records its own. */
async function record(
  { noticeId, attempts }: ClaimedNotice,
  outcome: PgUpdateSetSource<typeof notices>,
): Promise<void> {
  await db()
    .update(notices)
    .set(outcome)
    .where(and(eq(notices.id, noticeId), eq(notices.attempts, attempts), eq(notices.status, "waiting")));
}

async function leaveUnsent(): Promise<number> {
  const left = await db()
    .update(notices)
    .set({ status: "unsent" })
    .where(and(sql`${notices.status} = 'waiting'`, lte(notices.dueAt, sql`now()`)))
    .returning({ id: notices.id });
  if (left.length > 0) {
    logger.warn(
      { notices: left.length },
      "no mail server is set up (SMTP_URL): notices stand in the app only",
    );
  }
  return left.length;
}
