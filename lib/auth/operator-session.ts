import { and, asc, eq } from "drizzle-orm";
import { cookies } from "next/headers";
import { cache } from "react";
import { unlessDatabaseIsAway } from "#db/away.ts";
import { db } from "#db/client.ts";
import { memberships, merchants, operators, sessions, users } from "#db/schema/tenancy.ts";
import { logger } from "#lib/logger.ts";
import type { Locale } from "#lib/words/locale.ts";
import { chooseLocale } from "#lib/words/texts/translations.ts";
import type { OperatorCtx } from "./operator.ts";
import { noteReader } from "./reader.ts";
import { sessionCookie } from "./session-cookie.ts";
import { decodeSessionToken, type SessionClaims } from "./session-token.ts";
import { isSessionLive, noteSessionUse } from "./sessions.ts";

/** An operator who is signed in. */
export type OperatorSession = {
  id: string;
  user: { id: string; name: string; email: string };
  /** Of which the person is a member as well; null = of none. */
  merchant: { id: string; name: string } | null;
  locale: Locale;
};

/**
 * The operator's session of the request in hand, or null: nobody is signed in, or somebody who is no operator.
 * @throws {DatabaseAwayError} soon, where the database does not answer
 */
export const findOperator = cache(async (): Promise<OperatorSession | null> => {
  const token = (await cookies()).get(sessionCookie().name)?.value;
  const claims = token ? await decodeSessionToken(token) : null;
  const operator = claims && (await unlessDatabaseIsAway(findOperatorBy(claims)));
  if (operator) noteReader(operator.locale);
  return operator;
});

/** The operator's session that a cookie speaks of, or null. Session and role are read from their rows each time. */
export async function findOperatorBy(claims: SessionClaims): Promise<OperatorSession | null> {
  const [row] = await db()
    .select({ session: sessions, user: users, merchant: { id: merchants.id, name: merchants.name } })
    .from(sessions)
    .innerJoin(users, eq(users.id, sessions.userId))
    .innerJoin(operators, eq(operators.userId, users.id))
    .leftJoin(memberships, eq(memberships.userId, users.id))
    .leftJoin(merchants, eq(merchants.id, memberships.merchantId))
    .where(and(eq(sessions.id, claims.sid), eq(sessions.userId, claims.sub), isSessionLive()))
    .orderBy(asc(memberships.createdAt))
    .limit(1);
  if (!row) return null;
  const { session, user, merchant } = row;
  await noteSessionUse(session).catch((error: unknown) =>
    logger.warn({ err: error, sessionId: session.id }, "use of a session not noted"),
  );
  return {
    id: session.id,
    user: { id: user.id, name: user.name, email: user.email },
    merchant,
    locale: await chooseLocale(user.locale),
  };
}

/** The context of an operator's request. */
export function operatorCtx(session: OperatorSession, requestId: string): OperatorCtx {
  return { operatorId: session.user.id, requestId, locale: session.locale };
}
