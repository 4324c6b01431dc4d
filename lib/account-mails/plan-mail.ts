import type { Tx } from "#db/client.ts";
import { accountMails } from "#db/schema/tenancy.ts";
import { isWithin } from "#lib/auth/limiters.ts";
import { newId } from "#lib/ids.ts";
import { mailSettings } from "#lib/notices/open-mailer.ts";

type AccountMail = Pick<typeof accountMails.$inferInsert, "kind" | "userId" | "recipient" | "signUp">;
export type AccountMailKind = AccountMail["kind"];

const hour = 60 * 60;

/** How long its link opens something, in seconds, and how long the mail is worth sending. */
const lifetimeSeconds: Readonly<Record<AccountMailKind, number>> = {
  reset_password: hour,
  finish_sign_up: 24 * hour,
  confirm_email: 24 * hour,
  account_exists: 24 * hour,
  password_changed: 24 * hour,
};

/** Anyone can have these sent, to any address: more than these reach nobody. */
const mailsByRecipient = { prefix: "account-mail", points: 4, windowSeconds: hour };

/** Whether there is a mail server to send links with. */
export function canSendMail(): boolean {
  return mailSettings() !== null;
}

/** Whether an address may get one more mail that a stranger can ask for. What is past the limit is left out in silence. */
export function mayMail(recipient: string): Promise<boolean> {
  return isWithin(mailsByRecipient, recipient);
}

/** Plans a mail about an account, or a link that an operator hands over. `wakeNotices` sends it at once. @returns its id */
export async function planAccountMail(
  tx: Tx,
  mail: AccountMail,
  status: "waiting" | "handed_over" = "waiting",
): Promise<string> {
  const id = newId("aml");
  const expiresAt = new Date(Date.now() + lifetimeSeconds[mail.kind] * 1_000);
  await tx.insert(accountMails).values({ ...mail, id, status, expiresAt });
  return id;
}
