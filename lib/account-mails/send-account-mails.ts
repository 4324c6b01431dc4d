import { and, eq, gt, sql } from "drizzle-orm";
import { db } from "#db/client.ts";
import { accountMails, users } from "#db/schema/tenancy.ts";
import { logger } from "#lib/logger.ts";
import { type MailSettings, mailSettings, openMailer } from "#lib/notices/open-mailer.ts";
import type { Locale } from "#lib/words/locale.ts";
import { chooseLocale } from "#lib/words/texts/translations.ts";
import { scheduledWait } from "#lib/work/back-off.ts";
import { claimDue, findNextDue, fromNow } from "#lib/work/claim-due.ts";
import { workOff } from "#lib/work/work-off.ts";
import { composeAccountMail } from "./compose-account-mail.ts";

/** Longer than a mail server can take for one mail. */
const leaseMs = 5 * 60_000;
/** The waits between tries: a person waits for these mails. */
const retryAfterMs = [20_000, 60_000, 5 * 60_000, 20 * 60_000] as const;
/** A run takes nothing more on after this. */
const runMs = 45_000;
const mailsAtATime = 4;

const due = {
  table: accountMails,
  id: accountMails.id,
  dueAt: accountMails.dueAt,
  isWaiting: and(eq(accountMails.status, "waiting"), gt(accountMails.expiresAt, sql`now()`)),
};

/** Sends the mails about accounts that are due, each by one process only. @returns how many went out */
export async function sendAccountMails(settings: MailSettings | null = mailSettings()): Promise<number> {
  if (!settings) return 0;
  const send = await openMailer(settings);
  let sent = 0;
  const work = async (mail: ClaimedMail) => {
    try {
      const locale = await findLocale(mail.recipient);
      await send(composeAccountMail({ ...mail, from: settings.from, locale }));
    } catch (error) {
      await planNextTry(mail, error);
      return;
    }
    await db().update(accountMails).set({ status: "sent" }).where(eq(accountMails.id, mail.id));
    sent += 1;
  };
  await workOff({ claim: claimMail, work, atOnce: mailsAtATime, budgetMs: runMs });
  return sent;
}

/** When the next mail is to be sent; null = none waits, or there is no mail server. */
export async function findNextAccountMail(): Promise<Date | null> {
  return mailSettings() === null ? null : findNextDue(due);
}

type ClaimedMail = Pick<typeof accountMails.$inferSelect, "id" | "kind" | "recipient" | "attempts">;

function claimMail(): Promise<ClaimedMail | null> {
  return claimDue({
    ...due,
    lease: { attempts: sql`${accountMails.attempts} + 1`, dueAt: fromNow(leaseMs) },
  });
}

/** Whoever has no account yet is written to in the language that is everybody's. */
async function findLocale(recipient: string): Promise<Locale> {
  const [user] = await db().select({ locale: users.locale }).from(users).where(eq(users.email, recipient));
  return chooseLocale(user?.locale);
}

async function planNextTry({ id, kind, attempts }: ClaimedMail, error: unknown): Promise<void> {
  const waitMs = scheduledWait(retryAfterMs, attempts);
  logger.warn({ err: error, mailId: id, kind, attempts, waitMs }, "mail about an account not sent");
  await db()
    .update(accountMails)
    .set(waitMs === null ? { status: "failed" } : { dueAt: fromNow(waitMs) })
    .where(and(eq(accountMails.id, id), eq(accountMails.attempts, attempts)));
}
