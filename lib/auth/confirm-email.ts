import { and, eq, sql } from "drizzle-orm";
import { z } from "zod";
import { db } from "#db/client.ts";
import { users } from "#db/schema/tenancy.ts";
import { linkOver, useLink } from "#lib/account-mails/account-link.ts";
import { canSendMail, mayMail, planAccountMail } from "#lib/account-mails/plan-mail.ts";
import { wakeAccountMails } from "#lib/account-mails/wake-account-mails.ts";
import { AppError, rateLimited } from "#lib/errors.ts";
import { say } from "#lib/failures/say.ts";
import { confirmEmailInput } from "./account-schema.ts";
import { defineVisitorVerb } from "./account-verb.ts";
import { countAccountLink } from "./login-throttle.ts";
import type { Session } from "./session.ts";

/**
 * Sends a link to the address of the person who is signed in, to show that it is theirs.
 * @throws {AppError} 503 without a mail server, 429 after too many mails
 */
export async function requestEmailConfirmation({ session }: { session: Session }): Promise<void> {
  const { id: userId, email } = session.user;
  if (!canSendMail()) {
    throw new AppError({ status: 503, code: "no_mail_server", said: say("problem_no_mail_server") });
  }
  if (!(await mayMail(email))) throw rateLimited(3_600, say("problem_links_sent"));
  await planAccountMail(db(), { kind: "confirm_email", userId, recipient: email });
  wakeAccountMails();
}

/**
 * Notes that an address is its person's, by the link that was sent there.
 * @throws {AppError} 410 for a link that is over, 429 after too many tries
 */
export const confirmEmail = defineVisitorVerb({
  input: confirmEmailInput,
  output: z.object({ email: z.string() }),
  async run({ input: { token }, visitor }) {
    await countAccountLink(visitor.address);
    return db().transaction(async (tx) => {
      const { userId, recipient } = await useLink(tx, "confirm_email", token);
      if (userId === null) throw linkOver();
      await tx
        .update(users)
        .set({ emailVerifiedAt: sql`coalesce(${users.emailVerifiedAt}, now())` })
        .where(and(eq(users.id, userId), eq(users.email, recipient)));
      return { email: recipient };
    });
  },
});
