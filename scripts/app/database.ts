import { findPooler } from "#db/connection/pooler.ts";
import { lockDataDir } from "#scripts/data-dir/lock.ts";
import { requireDataDir } from "#scripts/data-dir/require.ts";
import { startPostgres } from "#scripts/postgres/server.ts";
import { explainDatabaseFailure } from "./explain-database-failure.ts";
import type { Session } from "./session.ts";

/**
 * The URL of the given database, with what was found out about it, or of the embedded one, which is started.
 * @throws {PlainError} when it cannot be reached.
 */
export async function openDatabase(session: Session, dataDir: string): Promise<string> {
  const address = process.env.DATABASE_URL;
  if (address) return findPooler(address).catch((error) => explainDatabaseFailure(error, address));
  requireDataDir(dataDir);
  session.lock = await lockDataDir(dataDir);
  session.signal.throwIfAborted();
  session.postgres = startPostgres({ dataDir });
  const { url } = await session.postgres;
  session.signal.throwIfAborted();
  return url;
}

/**
 * Brings the schema of a database up to date.
 * @throws {PlainError} when the database cannot be used.
 */
export async function migrate(url: string): Promise<void> {
  const { migrateDatabase } = await import("#db/migrate.ts");
  await migrateDatabase(url).catch((error) => explainDatabaseFailure(error, url));
}
