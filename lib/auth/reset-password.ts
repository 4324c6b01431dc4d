import { eq, sql } from "drizzle-orm";
import { db } from "#db/client.ts";
import { users } from "#db/schema/tenancy.ts";
import { findByLink, linkOver, useLink } from "#lib/account-mails/account-link.ts";
import { wakeAccountMails } from "#lib/account-mails/wake-account-mails.ts";
import { invalidInput } from "#lib/errors.ts";
import { newId } from "#lib/ids.ts";
import { resetPasswordInput, startedSession } from "./account-schema.ts";
import { defineVisitorVerb } from "./account-verb.ts";
import { countAccountLink } from "./login-throttle.ts";
import { hashPassword } from "./password.ts";
import { weaknessOfPassword } from "./password-schema.ts";
import { createSession } from "./sessions.ts";
import { setPassword } from "./set-password.ts";

/**
 * Replaces a forgotten password by the link from a mail, ends every session of the person, and starts one here.
 * @throws {AppError} 422 for a weak password, 410 for a link that is over, 429 after too many tries
 */
export const resetPassword = defineVisitorVerb({
  input: resetPasswordInput,
  output: startedSession,
  async run({ input: { token, password }, visitor }) {
    await countAccountLink(visitor.address);
    const pending = await findByLink("reset_password", token);
    if (!pending) throw linkOver();
    const message = weaknessOfPassword(password, [pending.recipient]);
    if (message) throw invalidInput([{ path: "password", message }]);
    const passwordHash = await hashPassword(password, { key: visitor.address, isKnown: false });
    const started = await db().transaction(async (tx) => {
      const { userId, status } = await useLink(tx, "reset_password", token);
      if (userId === null) throw linkOver();
      const { email } = await setPassword(tx, {
        userId,
        passwordHash,
        action: "password.reset",
        requestId: newId("req"),
      });
      // A link that went by mail shows whose the address is; one that an operator handed over does not.
      if (status !== "handed_over") {
        await tx
          .update(users)
          .set({ emailVerifiedAt: sql`coalesce(${users.emailVerifiedAt}, now())` })
          .where(eq(users.id, userId));
      }
      return { userId, email, sessionId: await createSession(tx, userId, visitor.userAgent) };
    });
    wakeAccountMails();
    return started;
  },
});
