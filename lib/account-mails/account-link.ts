import { and, eq, gt, isNull, sql } from "drizzle-orm";
import { db, type Tx } from "#db/client.ts";
import { accountMails } from "#db/schema/tenancy.ts";
import { openSigned, signed } from "#lib/auth/signature.ts";
import { env } from "#lib/env.ts";
import { AppError } from "#lib/errors.ts";
import { say } from "#lib/failures/say.ts";
import type { AccountMailKind } from "./plan-mail.ts";

const purpose = "account-link";

const paths = {
  reset_password: "/reset-password",
  finish_sign_up: "/finish-sign-up",
  confirm_email: "/confirm-email",
} as const satisfies Partial<Record<AccountMailKind, string>>;
type LinkKind = keyof typeof paths;

/** The address of the page that a mail leads to. It is good once, until the mail's end. */
export function accountLink(kind: LinkKind, mailId: string): string {
  return `${env().APP_URL}${paths[kind]}?token=${encodeURIComponent(signed(purpose, mailId, kind))}`;
}

/** The mail whose link was opened, if the link still opens something; else null. Opening the page uses nothing up. */
export async function findByLink(kind: LinkKind, token: string) {
  const id = openSigned(purpose, token, kind);
  if (id === null) return null;
  const [mail] = await db().select().from(accountMails).where(usable(kind, id));
  return mail ?? null;
}

/**
 * Uses a link up: of two at the same moment one gets it.
 * @throws {AppError} 410 for a link that is not ours, was used or is past its end
 */
export async function useLink(tx: Tx, kind: LinkKind, token: string) {
  const id = openSigned(purpose, token, kind);
  if (id === null) throw linkOver();
  const [mail] = await tx
    .update(accountMails)
    .set({ usedAt: sql`now()` })
    .where(usable(kind, id))
    .returning();
  if (!mail) throw linkOver();
  return mail;
}

export function linkOver(): AppError {
  return new AppError({ status: 410, code: "link_over", said: say("problem_link_over") });
}

function usable(kind: LinkKind, id: string) {
  return and(
    eq(accountMails.id, id),
    eq(accountMails.kind, kind),
    isNull(accountMails.usedAt),
    gt(accountMails.expiresAt, sql`now()`),
  );
}
