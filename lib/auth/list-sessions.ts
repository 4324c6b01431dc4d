import type { SessionDto } from "./account-schema.ts";
import { browserName } from "./browser-name.ts";
import type { Session } from "./session.ts";
import { findLiveSessions } from "./sessions.ts";

/** Where the person is signed in, this browser first. */
export async function listSessions({ session }: { session: Session }): Promise<SessionDto[]> {
  const rows = await findLiveSessions(session.user.id);
  return rows
    .map((row) => ({
      id: row.id,
      browser: browserName(row.userAgent),
      isCurrent: row.id === session.id,
      startedAt: row.createdAt.toISOString(),
      lastSeenAt: row.lastSeenAt.toISOString(),
    }))
    .sort((one, other) => Number(other.isCurrent) - Number(one.isCurrent));
}
