import { newId } from "#lib/ids.ts";
import type { StartedSession } from "../account-schema.ts";
import { findSessionBy, type Session } from "../session.ts";
import { signIn } from "../sign-in.ts";
import { signUp } from "../sign-up.ts";
import { newVisitor } from "./visitor.ts";

export const testPassword = "three words apart";

/** An account of a test's own, opened without a mail server, and the session that it began with. */
export async function openTestAccount(): Promise<StartedSession> {
  const email = `${newId("usr")}@example.com`;
  const input = { merchantName: "Osteria", name: "Ana", email, password: testPassword };
  const outcome = await signUp({ input, visitor: newVisitor() });
  if (outcome.kind !== "opened") throw new Error("A mail server is set up in this test.");
  return outcome.session;
}

/** One more browser of the account. */
export function signInAgain({ email }: StartedSession, password = testPassword): Promise<StartedSession> {
  return signIn({ input: { email, password }, visitor: newVisitor() });
}

/** The session as pages, actions and the API see it: null once it has ended. */
export function findStartedSession({ userId, sessionId }: StartedSession): Promise<Session | null> {
  return findSessionBy({ sub: userId, sid: sessionId });
}
