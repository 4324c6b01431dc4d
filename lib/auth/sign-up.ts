import { eq } from "drizzle-orm";
import { z } from "zod";
import { db, type Tx } from "#db/client.ts";
import { memberships, merchants, type PendingSignUp, users } from "#db/schema/tenancy.ts";
import { canSendMail, mayMail, planAccountMail } from "#lib/account-mails/plan-mail.ts";
import { wakeAccountMails } from "#lib/account-mails/wake-account-mails.ts";
import { invalidInput } from "#lib/errors.ts";
import { say } from "#lib/failures/say.ts";
import { newId } from "#lib/ids.ts";
import { signUpInput, startedSession } from "./account-schema.ts";
import { defineVisitorVerb } from "./account-verb.ts";
import { countSignUp } from "./login-throttle.ts";
import { hashPassword } from "./password.ts";
import { createSession } from "./sessions.ts";

/** `mailed`: the account is there once the link in the mail was opened. */
const signUpOutcome = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("mailed"), email: z.string() }),
  z.object({ kind: z.literal("opened"), session: startedSession }),
]);

/**
 * Opens an account: a person, a merchant, and the person as its owner. With a mail server it sends a link to finish
 * with, and answers the same whether the address has an account or not: its owner is told by mail. Without one the
 * account is open at once, and an address that has one is refused.
 * @throws {AppError} 422 for bad input, or without a mail server for an address that has an account; 429 after too many
 *   tries; 503 while too many passwords are being looked at
 */
export const signUp = defineVisitorVerb({
  input: signUpInput,
  output: signUpOutcome,
  async run({ input: { email, password, ...shop }, visitor }) {
    const { address, userAgent } = visitor;
    await countSignUp(address);
    const passwordHash = await hashPassword(password, { key: address, isKnown: false });
    const account = { ...shop, passwordHash };
    if (canSendMail()) {
      await mailTheOwner(email, account);
      return { kind: "mailed" as const, email };
    }
    return db().transaction(async (tx) => {
      const userId = await openAccount(tx, email, account, null);
      if (userId === null) throw emailTaken();
      const sessionId = await createSession(tx, userId, userAgent);
      return { kind: "opened", session: { userId, sessionId, email } };
    });
  },
});

/**
 * Adds a person, their merchant and the membership; null where the address has an account, also when two ask at the
 * same moment.
 * @param verifiedAt when it was shown that the address is the person's
 */
export async function openAccount(
  tx: Tx,
  email: string,
  { merchantName, name, timeZone, passwordHash }: PendingSignUp,
  verifiedAt: Date | null,
): Promise<string | null> {
  const userId = newId("usr");
  const inserted = await tx
    .insert(users)
    .values({ id: userId, email, name, passwordHash, emailVerifiedAt: verifiedAt })
    .onConflictDoNothing()
    .returning({ id: users.id });
  if (inserted.length === 0) return null;
  const merchantId = newId("mer");
  await tx.insert(merchants).values({ id: merchantId, name: merchantName, timeZone });
  await tx.insert(memberships).values({ userId, merchantId, role: "owner" });
  return userId;
}

/** One mail in either case, so that neither the answer nor its time tells which it was. */
async function mailTheOwner(email: string, account: PendingSignUp): Promise<void> {
  if (!(await mayMail(email))) return;
  const [owner] = await db().select({ id: users.id }).from(users).where(eq(users.email, email));
  await planAccountMail(
    db(),
    owner
      ? { kind: "account_exists", userId: owner.id, recipient: email }
      : { kind: "finish_sign_up", recipient: email, signUp: account },
  );
  wakeAccountMails();
}

function emailTaken() {
  return invalidInput([{ path: "email", message: say("field_email_taken") }]);
}
