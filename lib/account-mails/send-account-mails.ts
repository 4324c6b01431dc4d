import { and, eq, sql } from "drizzle-orm";
import { db } from "#db/client.ts";
import { accountMails } from "#db/schema/tenancy.ts";
import { logger } from "#lib/logger.ts";
import { type MailSettings, mailSettings, openMailer } from "#lib/notices/open-mailer.ts";
import { composeAccountMail } from "./compose-account-mail.ts";

/** Longer than a mail server can take for one mail. */
const leaseSeconds = 5 * 60;
/** The waits between tries: a person waits for these mails. */
const retryAfterSeconds = [20, 60, 5 * 60, 20 * 60] as const;
/** A run takes on nothing more after this; the next minute goes on. */
const runMs = 45_000;

/** Sends the mails about accounts that are due, each by one process only. @returns how many went out */
export async function sendAccountMails(settings: MailSettings | null = mailSettings()): Promise<number> {
  if (!settings) return 0;
  const send = await openMailer(settings);
  const endsAt = Date.now() + runMs;
  let sent = 0;
  while (Date.now() < endsAt) {
    const mail = await claimMail();
    if (!mail) break;
    try {
      await send(composeAccountMail({ ...mail, from: settings.from }));
    } catch (error) {
      await planNextTry(mail, error);
      continue;
    }
    await db().update(accountMails).set({ status: "sent" }).where(eq(accountMails.id, mail.id));
    sent += 1;
  }
  return sent;
}

type ClaimedMail = Pick<typeof accountMails.$inferSelect, "id" | "kind" | "recipient" | "attempts">;

/** A claim moves the due time past the end of the lease, so that a mail whose sender died is due again. */
async function claimMail(): Promise<ClaimedMail | null> {
  const [claimed] = await db()
    .update(accountMails)
    .set({
      attempts: sql`${accountMails.attempts} + 1`,
      dueAt: sql`now() + make_interval(secs => ${leaseSeconds})`,
    })
    .where(
      sql`${accountMails.id} = (SELECT due.id FROM ${accountMails} AS due
        WHERE due.status = 'waiting' AND due.due_at <= now() AND due.expires_at > now()
        ORDER BY due.due_at LIMIT 1 FOR UPDATE SKIP LOCKED)`,
    )
    .returning();
  return claimed ?? null;
}

async function planNextTry({ id, kind, attempts }: ClaimedMail, error: unknown): Promise<void> {
  const wait = retryAfterSeconds[attempts - 1];
  logger.warn(
    { err: error, mailId: id, kind, attempts, waitSeconds: wait },
    "mail about an account not sent",
  );
  await db()
    .update(accountMails)
    .set(wait === undefined ? { status: "failed" } : { dueAt: sql`now() + make_interval(secs => ${wait})` })
    .where(and(eq(accountMails.id, id), eq(accountMails.attempts, attempts)));
}
