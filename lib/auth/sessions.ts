import { and, desc, eq, gt, ne, sql } from "drizzle-orm";
import { db, type Tx } from "#db/client.ts";
import { sessions } from "#db/schema/tenancy.ts";
import { newId } from "#lib/ids.ts";
import { storable } from "#lib/text.ts";

const daySeconds = 24 * 60 * 60;
/** The end of a session, however much it is used. */
export const sessionSeconds = 30 * daySeconds;
/** A session that was not used for so long has ended. */
const idleSeconds = 14 * daySeconds;
const lastSeenStepMs = 5 * 60_000;
const longestUserAgent = 300;

type SessionKey = { userId: string; sessionId: string };

/** Starts a session of a person whose password, or whose link from a mail, was right. @returns its id */
export async function createSession(tx: Tx, userId: string, userAgent: string | null): Promise<string> {
  const id = newId("ses");
  await tx.insert(sessions).values({
    id,
    userId,
    userAgent: storable((userAgent ?? "").slice(0, longestUserAgent)),
    expiresAt: new Date(Date.now() + sessionSeconds * 1_000),
  });
  return id;
}

/** In a query over `sessions`: it has not ended on its own. One that was ended has no row. */
export function isSessionLive() {
  const lastUse = sql`now() - make_interval(secs => ${idleSeconds})`;
  return and(gt(sessions.expiresAt, sql`now()`), gt(sessions.lastSeenAt, lastUse));
}

/** Notes that a session is in use, once in some minutes. */
export async function noteSessionUse({
  id,
  lastSeenAt,
}: Pick<typeof sessions.$inferSelect, "id" | "lastSeenAt">) {
  if (Date.now() - lastSeenAt.getTime() < lastSeenStepMs) return;
  await db().update(sessions).set({ lastSeenAt: sql`now()` }).where(eq(sessions.id, id));
}

/** The sessions of a person, the one used last first. */
export async function findLiveSessions(userId: string) {
  return db()
    .select()
    .from(sessions)
    .where(and(eq(sessions.userId, userId), isSessionLive()))
    .orderBy(desc(sessions.lastSeenAt), desc(sessions.id));
}

/** Ends one session of a person at once, wherever its cookie still is. */
export async function endSession({ userId, sessionId }: SessionKey): Promise<void> {
  await db()
    .delete(sessions)
    .where(and(eq(sessions.userId, userId), eq(sessions.id, sessionId)));
}

/** Ends all sessions of a person, but for one where that is given. @returns how many */
export async function endSessions(tx: Tx, userId: string, keptSessionId?: string): Promise<number> {
  const ended = await tx
    .delete(sessions)
    .where(and(eq(sessions.userId, userId), keptSessionId ? ne(sessions.id, keptSessionId) : undefined));
  return ended.count;
}
