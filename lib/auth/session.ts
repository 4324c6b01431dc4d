import { asc, eq } from "drizzle-orm";
import { getServerSession } from "next-auth";
import { db } from "#db/client.ts";
import { memberships, merchants, users } from "#db/schema/tenancy.ts";
import type { Ctx } from "./context.ts";
import { nextAuthOptions } from "./next-auth-options.ts";
import type { Role } from "./permissions.ts";

/** Who is signed in, and for which merchant. */
export type Session = {
  user: { id: string; name: string; email: string };
  merchant: { id: string; name: string; timeZone: string };
  role: Role;
};

/**
 * The session of the request in hand (page, action or route handler), or null. The membership is read each time, so
 * that a right taken away is gone at once.
 */
export async function findSession(): Promise<Session | null> {
  const signedIn = await getServerSession(nextAuthOptions());
  if (!signedIn?.userId) return null;
  const [row] = await db()
    .select({ user: users, merchant: merchants, role: memberships.role })
    .from(users)
    .innerJoin(memberships, eq(memberships.userId, users.id))
    .innerJoin(merchants, eq(merchants.id, memberships.merchantId))
    .where(eq(users.id, signedIn.userId))
    .orderBy(asc(memberships.createdAt))
    .limit(1);
  if (!row) return null;
  const { user, merchant, role } = row;
  return {
    user: { id: user.id, name: user.name, email: user.email },
    merchant: { id: merchant.id, name: merchant.name, timeZone: merchant.timeZone },
    role,
  };
}

/** The context of a signed-in person's request. */
export function sessionCtx(session: Session, requestId: string): Ctx {
  const actor = { kind: "user", id: session.user.id, role: session.role } as const;
  return { merchantId: session.merchant.id, actor, requestId };
}
