import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { readMigrationFiles } from "drizzle-orm/migrator";
import type postgres from "postgres";

const folder = fileURLToPath(new URL("../migrations", import.meta.url));

/**
 * Brings an empty database to the schema of an earlier version. `migrateDatabase` goes on from there.
 * @param tag the last migration to run, such as `0006_webhook_notices`
 * @throws where there is no migration of that name
 */
export async function migrateUpTo(sql: postgres.Sql, tag: string): Promise<void> {
  const journal: { entries: { tag: string }[] } = JSON.parse(
    readFileSync(`${folder}/meta/_journal.json`, "utf8"),
  );
  const last = journal.entries.findIndex((entry) => entry.tag === tag);
  if (last === -1) throw new Error(`There is no migration ${tag}.`);
  await sql`CREATE SCHEMA drizzle`;
  await sql`CREATE TABLE drizzle.__drizzle_migrations (id SERIAL PRIMARY KEY, hash text NOT NULL, created_at bigint)`;
  for (const { sql: statements, hash, folderMillis } of readMigrationFiles({
    migrationsFolder: folder,
  }).slice(0, last + 1)) {
    for (const statement of statements) await sql.unsafe(statement);
    await sql`INSERT INTO drizzle.__drizzle_migrations (hash, created_at) VALUES (${hash}, ${folderMillis})`;
  }
}
