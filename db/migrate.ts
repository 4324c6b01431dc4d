import { fileURLToPath } from "node:url";
import { sql } from "drizzle-orm";
import { readMigrationFiles } from "drizzle-orm/migrator";
import { drizzle } from "drizzle-orm/postgres-js";
import type { Tx } from "./client.ts";
import { openPostgres } from "./connection/open.ts";
import { UnfitDatabaseError } from "./connection/unfit-database-error.ts";
import { readSqlState } from "./sql-state.ts";

/** Any number, as long as it is ours: processes that start together migrate one after the other. */
const migrationLock = 7_281_043;
const oldestVersion = 14;
const lockWaitSeconds = 30;
/** SQLSTATE of a wait for a lock that took too long. */
const lockNotAvailable = "55P03";

/**
 * Brings a database to the newest schema. Safe to call from several processes at once, and behind a pooler: the lock
 * lasts as long as the transaction, whoever's connection that is.
 * @param waitSeconds how long to wait for another process that migrates, or for a table in use
 * @throws {UnfitDatabaseError} for an old server, and when the wait is over
 * @throws {DatabaseUrlError} and the driver's errors, when the database cannot be reached; nothing is changed by any
 */
export async function migrateDatabase(url: string, waitSeconds = lockWaitSeconds): Promise<void> {
  const client = openPostgres(url, { max: 1 });
  try {
    await drizzle(client).transaction(async (tx) => {
      await requireVersion(tx);
      // A role may have a statement_timeout of its host's choice, which suits no migration.
      await tx.execute(
        sql`SELECT set_config('lock_timeout', ${`${waitSeconds}s`}, true), set_config('statement_timeout', '0', true)`,
      );
      await takeLock(tx, waitSeconds);
      await applyMissing(tx);
      // The days ahead: a process that was away for longer than they reach has today's ready before it accepts anything.
      await tx.execute(
        sql`SELECT patchbay_make_days((now() AT TIME ZONE 'UTC')::date, (now() AT TIME ZONE 'UTC')::date + 7)`,
      );
    });
  } catch (error) {
    if (readSqlState(error) !== lockNotAvailable) throw error;
    throw new UnfitDatabaseError(
      `a table that has to be changed was in use for ${waitSeconds} seconds. Nothing was changed; stop what uses it (an older Patchbay, a long query, pg_dump), and start again`,
    );
  } finally {
    await client.end({ timeout: 5 });
  }
}

async function requireVersion(tx: Tx): Promise<void> {
  const [row] = await tx.execute<{ version: string; name: string }>(
    sql`SELECT current_setting('server_version_num') AS version, current_setting('server_version') AS name`,
  );
  if (Number(row?.version) >= oldestVersion * 10_000) return;
  throw new UnfitDatabaseError(
    `it is PostgreSQL ${row?.name}, and Patchbay needs ${oldestVersion} or newer. Upgrade it, or name another database`,
  );
}

async function takeLock(tx: Tx, waitSeconds: number): Promise<void> {
  try {
    await tx.execute(sql`SELECT pg_advisory_xact_lock(${migrationLock})`);
  } catch (error) {
    if (readSqlState(error) !== lockNotAvailable) throw error;
    throw new UnfitDatabaseError(
      `another process has held the lock of the migrations for ${waitSeconds} seconds. If another Patchbay is migrating, wait for it, and start again. If none is, end the session that holds it: SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory' AND objid = ${migrationLock}`,
    );
  }
}

/** In the one transaction that holds the lock, which drizzle's own migrator would leave for another. Its table is kept. */
async function applyMissing(tx: Tx): Promise<void> {
  await tx.execute(sql`CREATE SCHEMA IF NOT EXISTS drizzle`);
  await tx.execute(
    sql`CREATE TABLE IF NOT EXISTS drizzle.__drizzle_migrations (id SERIAL PRIMARY KEY, hash text NOT NULL, created_at bigint)`,
  );
  const [row] = await tx.execute<{ newest: string | null }>(
    sql`SELECT max(created_at)::text AS newest FROM drizzle.__drizzle_migrations`,
  );
  const folder = fileURLToPath(new URL("./migrations", import.meta.url));
  for (const migration of readMigrationFiles({ migrationsFolder: folder })) {
    if (migration.folderMillis <= Number(row?.newest ?? 0)) continue;
    for (const statement of migration.sql) await tx.execute(sql.raw(statement));
    await tx.execute(
      sql`INSERT INTO drizzle.__drizzle_migrations (hash, created_at) VALUES (${migration.hash}, ${migration.folderMillis})`,
    );
  }
}
