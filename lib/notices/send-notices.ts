import { and, eq, lte, sql } from "drizzle-orm";
import type { PgUpdateSetSource } from "drizzle-orm/pg-core";
import { db } from "#db/client.ts";
import { notices } from "#db/schema/notices.ts";
import { logger } from "#lib/logger.ts";
import { type ClaimedNotice, claimNotice } from "./claim-notice.ts";
import { composeMail } from "./compose-mail.ts";
import { explainMailFailure } from "./explain-mail-failure.ts";
import { type MailSettings, mailSettings, openMailer } from "./open-mailer.ts";

/** The waits between tries; after the last try the notice has failed. */
const retryAfterMs = [60_000, 5 * 60_000, 30 * 60_000, 2 * 60 * 60_000] as const;
const mailsAtATime = 4;
/** A run takes on nothing more after this; the next minute goes on. */
const runMs = 45_000;

export type NoticeReport = { sent: number; toBeTriedAgain: number; failed: number; unsent: number };

/**
 * Sends the e-mails that are due, each by one process only. Where no mail server is set up they become `unsent`, and
 * stand in the app. A process that dies between the server's answer and the record sends again under the same
 * Message-ID.
 */
export async function sendNotices(mail: MailSettings | null = mailSettings()): Promise<NoticeReport> {
  const report: NoticeReport = { sent: 0, toBeTriedAgain: 0, failed: 0, unsent: 0 };
  if (!mail) return { ...report, unsent: await leaveUnsent() };
  const send = await openMailer(mail);
  const endsAt = Date.now() + runMs;
  async function sendWhatIsDue(settings: MailSettings): Promise<void> {
    while (Date.now() < endsAt) {
      const notice = await claimNotice();
      if (!notice) return;
      report[await attempt(notice, settings, send)] += 1;
    }
  }
  await Promise.all(Array.from({ length: mailsAtATime }, () => sendWhatIsDue(mail)));
  return report;
}

type Send = Awaited<ReturnType<typeof openMailer>>;

async function attempt(notice: ClaimedNotice, { from }: MailSettings, send: Send) {
  try {
    await send(composeMail({ ...notice, from }));
  } catch (error) {
    const waitMs = retryAfterMs[notice.attempts - 1];
    logger.warn(
      { err: error, noticeId: notice.noticeId, attempts: notice.attempts, waitMs },
      "notice not sent",
    );
    await record(notice, {
      lastError: explainMailFailure(error),
      ...(waitMs === undefined
        ? { status: "failed" as const }
        : { dueAt: sql`now() + make_interval(secs => ${waitMs / 1_000})` }),
    });
    return waitMs === undefined ? "failed" : "toBeTriedAgain";
  }
  await record(notice, { status: "sent", sentAt: sql`now()`, lastError: null });
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
