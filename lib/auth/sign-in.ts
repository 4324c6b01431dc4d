import { and, eq } from "drizzle-orm";
import { db } from "#db/client.ts";
import { users } from "#db/schema/tenancy.ts";
import { AppError } from "#lib/errors.ts";
import { say } from "#lib/failures/say.ts";
import { type StartedSession, signInInput, startedSession } from "./account-schema.ts";
import { defineVisitorVerb } from "./account-verb.ts";
import { createSession } from "./sessions.ts";
import { type VerifiedUser, verifyCredentials } from "./verify-credentials.ts";
import type { Visitor } from "./visitor.ts";

/**
 * Signs a person in.
 * @throws {AppError} 422 for bad input, 401 for a wrong address or password, 429 after too many tries, 503 while too
 *   many are being looked at
 */
export const signIn = defineVisitorVerb({
  input: signInInput,
  output: startedSession,
  async run({ input: credentials, visitor }) {
    const user = await verifyCredentials(credentials, visitor);
    const started = user && (await startSession(user, visitor));
    if (!started) {
      throw new AppError({ status: 401, code: "wrong_credentials", said: say("problem_wrong_credentials") });
    }
    return started;
  },
});

/** null where the password was changed while this one was looked at: every session of the old one has ended. */
async function startSession(
  { id: userId, email, passwordHash }: VerifiedUser,
  { userAgent }: Visitor,
): Promise<StartedSession | null> {
  return db().transaction(async (tx) => {
    const [unchanged] = await tx
      .select({ id: users.id })
      .from(users)
      .where(and(eq(users.id, userId), eq(users.passwordHash, passwordHash)))
      .for("share");
    return unchanged ? { userId, email, sessionId: await createSession(tx, userId, userAgent) } : null;
  });
}
