import { eq } from "drizzle-orm";
import { z } from "zod";
import { db } from "#db/client.ts";
import { users } from "#db/schema/tenancy.ts";
import { accountLink } from "#lib/account-mails/account-link.ts";
import { mayMail, planAccountMail } from "#lib/account-mails/plan-mail.ts";
import { wakeAccountMails } from "#lib/account-mails/wake-account-mails.ts";
import { parseInput } from "#lib/parse.ts";
import { resetRequestInput } from "./account-schema.ts";
import { defineVisitorVerb } from "./account-verb.ts";
import { countAccountLink } from "./login-throttle.ts";

/**
 * Sends a link with which a forgotten password is replaced. Answers the same whether the address has an account or not.
 * @throws {AppError} 422 for what is no address, 429 after too many tries
 */
export const requestPasswordReset = defineVisitorVerb({
  input: resetRequestInput,
  output: z.object({ email: z.string() }),
  async run({ input: { email }, visitor }) {
    await countAccountLink(visitor.address);
    if (!(await mayMail(email))) return { email };
    const [user] = await db().select({ id: users.id }).from(users).where(eq(users.email, email));
    if (user) {
      await planAccountMail(db(), { kind: "reset_password", userId: user.id, recipient: email });
      wakeAccountMails();
    }
    return { email };
  },
});

/** A link for an operator to hand over, where no mail reaches the person; null = no such account. */
export async function makeResetLink(address: string): Promise<string | null> {
  const { email } = parseInput(resetRequestInput, { email: address });
  const [user] = await db().select({ id: users.id }).from(users).where(eq(users.email, email));
  if (!user) return null;
  const mail = { kind: "reset_password", userId: user.id, recipient: email } as const;
  return accountLink("reset_password", await planAccountMail(db(), mail, "handed_over"));
}
