import { and, asc, eq } from "drizzle-orm";
import { cookies } from "next/headers";
import { cache } from "react";
import { unlessDatabaseIsAway } from "#db/away.ts";
import { db } from "#db/client.ts";
import { memberships, merchants, sessions, users } from "#db/schema/tenancy.ts";
import { logger } from "#lib/logger.ts";
import type { Locale } from "#lib/words/locale.ts";
import { chooseLocale } from "#lib/words/texts/translations.ts";
import type { Ctx } from "./context.ts";
import type { Role } from "./permissions.ts";
import { composeIn, noteReader } from "./reader.ts";
import { sessionCookie } from "./session-cookie.ts";
import { decodeSessionToken, type SessionClaims } from "./session-token.ts";
import { isSessionLive, noteSessionUse } from "./sessions.ts";

/** Who is signed in, and for which merchant. */
export type Session = {
  id: string;
  user: { id: string; name: string; email: string; isEmailVerified: boolean };
  merchant: { id: string; name: string; timeZone: string };
  role: Role;
  /** In which language this person reads. */
  locale: Locale;
};

/**
 * The session of the request in hand (page, action or route handler), or null. Drawing a page reads it once.
 * @throws {DatabaseAwayError} soon, where the database does not answer
 */
export const findSession = cache(async (): Promise<Session | null> => {
  const token = (await cookies()).get(sessionCookie().name)?.value;
  const session = token ? await unlessDatabaseIsAway(findSessionByToken(token)) : null;
  if (session) noteReader(session.locale);
  return session;
});

/** Runs a server action that composes texts, in the language of whoever is signed in. */
export async function asReader<T>(action: () => Promise<T>): Promise<T> {
  const session = await findSession();
  return session ? composeIn(session.locale, action) : action();
}

/** The session of a cookie, or null. */
export async function findSessionByToken(token: string): Promise<Session | null> {
  const claims = await decodeSessionToken(token);
  return claims && findSessionBy(claims);
}

/**
 * The session that a cookie speaks of, or null. Session and membership are read each time, so that a session that was
 * ended and a right that was taken away are gone at once, everywhere.
 */
export async function findSessionBy(claims: SessionClaims): Promise<Session | null> {
  const [row] = await db()
    .select({ session: sessions, user: users, merchant: merchants, role: memberships.role })
    .from(sessions)
    .innerJoin(users, eq(users.id, sessions.userId))
    .innerJoin(memberships, eq(memberships.userId, users.id))
    .innerJoin(merchants, eq(merchants.id, memberships.merchantId))
    .where(and(eq(sessions.id, claims.sid), eq(sessions.userId, claims.sub), isSessionLive()))
    .orderBy(asc(memberships.createdAt))
    .limit(1);
  if (!row) return null;
  const { session, user, merchant, role } = row;
  await noteSessionUse(session).catch((error: unknown) =>
    logger.warn({ err: error, sessionId: session.id }, "use of a session not noted"),
  );
  return {
    id: session.id,
    user: {
      id: user.id,
      name: user.name,
      email: user.email,
      isEmailVerified: user.emailVerifiedAt !== null,
    },
    merchant: { id: merchant.id, name: merchant.name, timeZone: merchant.timeZone },
    role,
    locale: await chooseLocale(user.locale, merchant.locale),
  };
}

/** The context of a signed-in person's request. */
export function sessionCtx(session: Session, requestId: string): Ctx {
  const actor = { kind: "user", id: session.user.id, role: session.role } as const;
  return { merchantId: session.merchant.id, actor, requestId, locale: session.locale };
}
