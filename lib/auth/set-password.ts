import { and, eq, isNull, sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { accountMails, memberships, users } from "#db/schema/tenancy.ts";
import { canSendMail, planAccountMail } from "#lib/account-mails/plan-mail.ts";
import { recordAudit } from "#lib/audit/record-audit.ts";
import { defaultLocale } from "#lib/words/locale.ts";
import type { Ctx } from "./context.ts";
import { endSessions } from "./sessions.ts";

type NewPassword = {
  userId: string;
  passwordHash: string;
  /** The browser in hand, which stays signed in; all others are signed out. */
  keptSessionId?: string | undefined;
  action: "password.changed" | "password.reset";
  requestId: string;
};

/**
 * Replaces a password, ends the person's sessions, makes links that were sent before useless, and tells the owner of
 * the address. `wakeAccountMails` afterwards.
 */
export async function setPassword(tx: Tx, options: NewPassword): Promise<{ email: string }> {
  const { userId, passwordHash, keptSessionId, action, requestId } = options;
  const [user] = await tx
    .update(users)
    .set({ passwordHash })
    .where(eq(users.id, userId))
    .returning({ email: users.email });
  if (!user) throw new Error("The user whose password is replaced is gone.");
  const signedOut = await endSessions(tx, userId, keptSessionId);
  await tx
    .update(accountMails)
    .set({ usedAt: sql`now()` })
    .where(
      and(
        eq(accountMails.userId, userId),
        eq(accountMails.kind, "reset_password"),
        isNull(accountMails.usedAt),
      ),
    );
  if (canSendMail()) await planAccountMail(tx, { kind: "password_changed", userId, recipient: user.email });
  for (const { merchantId, role } of await tx
    .select()
    .from(memberships)
    .where(eq(memberships.userId, userId))) {
    const ctx: Ctx = {
      merchantId,
      actor: { kind: "user", id: userId, role },
      requestId,
      locale: defaultLocale,
    };
    await recordAudit(tx, ctx, { action, targetId: userId, detail: { signedOut } });
  }
  return user;
}
