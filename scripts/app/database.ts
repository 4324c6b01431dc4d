import { lookUp } from "#lib/look-up.ts";
import { lockDataDir } from "#scripts/data-dir/lock.ts";
import { PlainError } from "#scripts/plain-error.ts";
import { startPostgres } from "#scripts/postgres/server.ts";
import { hasCode } from "#scripts/private-file.ts";
import type { Session } from "./session.ts";

/** The URL of the given database, or of the embedded one, which is started. */
export async function openDatabase(session: Session, dataDir: string): Promise<string> {
  if (process.env.DATABASE_URL) return process.env.DATABASE_URL;
  session.lock = await lockDataDir(dataDir);
  session.signal.throwIfAborted();
  session.postgres = startPostgres({ dataDir });
  const { url } = await session.postgres;
  session.signal.throwIfAborted();
  return url;
}

const reasons: Record<string, string> = {
  ECONNREFUSED: "nothing listens there",
  ENOTFOUND: "there is no such host",
  CONNECT_TIMEOUT: "it does not answer",
  "28P01": "it refuses the password",
  "28000": "it refuses the user",
  "3D000": "it has no such database",
};

/**
 * Brings the schema of a database up to date.
 * @throws {PlainError} when the database cannot be reached.
 */
export async function migrate(url: string): Promise<void> {
  const { migrateDatabase } = await import("#db/migrate.ts");
  try {
    await migrateDatabase(url);
  } catch (error) {
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
    const code = Object.keys(reasons).find((known) => hasCode(cause, known));
    if (!code) throw error;
    const { host, pathname } = new URL(url);
    throw new PlainError(
      `The database ${host}${pathname} cannot be used: ${lookUp(reasons, code)}. Check DATABASE_URL.`,
    );
  }
}
