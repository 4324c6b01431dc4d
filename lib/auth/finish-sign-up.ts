import { eq } from "drizzle-orm";
import { db } from "#db/client.ts";
import { accountMails } from "#db/schema/tenancy.ts";
import { findByLink, linkOver, useLink } from "#lib/account-mails/account-link.ts";
import { conflict, invalidInput } from "#lib/errors.ts";
import { say } from "#lib/failures/say.ts";
import { finishSignUpInput, startedSession } from "./account-schema.ts";
import { defineVisitorVerb } from "./account-verb.ts";
import { countAccountLink } from "./login-throttle.ts";
import { verifyPassword } from "./password.ts";
import { createSession } from "./sessions.ts";
import { openAccount } from "./sign-up.ts";

/**
 * Opens the account that a link from a mail is about, and signs the person in. The link shows that the address is
 * theirs, and the password that they signed up: else whoever signs up with another's address would have an account that
 * its owner confirmed.
 * @throws {AppError} 422 for another password; 410 for a link that is over; 409 where the address has an account by
 *   now; 429 after too many tries
 */
export const finishSignUp = defineVisitorVerb({
  input: finishSignUpInput,
  output: startedSession,
  async run({ input: { token, password }, visitor }) {
    await countAccountLink(visitor.address);
    const pending = await findByLink("finish_sign_up", token);
    if (!pending?.signUp) throw linkOver();
    const place = { key: visitor.address, isKnown: false };
    if (!(await verifyPassword(password, pending.signUp.passwordHash, place))) {
      throw invalidInput([{ path: "password", message: say("field_chosen_password") }]);
    }
    return db().transaction(async (tx) => {
      const { id, recipient, signUp } = await useLink(tx, "finish_sign_up", token);
      if (!signUp) throw linkOver();
      const userId = await openAccount(tx, recipient, signUp, new Date());
      if (userId === null) {
        throw conflict("email_taken", say("problem_email_taken"));
      }
      await tx.update(accountMails).set({ signUp: null }).where(eq(accountMails.id, id));
      const sessionId = await createSession(tx, userId, visitor.userAgent);
      return { userId, sessionId, email: recipient };
    });
  },
});
