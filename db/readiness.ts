import { sql } from "drizzle-orm";
import { unlessDatabaseIsAway } from "./away.ts";
import { db } from "./client.ts";
import journal from "./migrations/meta/_journal.json" with { type: "json" };
import { readSqlState } from "./sql-state.ts";

const newestMigration = Math.max(...journal.entries.map((entry) => entry.when));

/** `ok`, or what is wrong with the database, for an operator. */
export async function databaseState(): Promise<"ok" | "unreachable" | "migrations are missing"> {
  try {
    const rows = await unlessDatabaseIsAway(
      db().execute<{ newest: string | null }>(
        sql`SELECT max(created_at)::text AS newest FROM drizzle.__drizzle_migrations`,
      ),
    );
    return Number(rows[0]?.newest ?? 0) >= newestMigration ? "ok" : "migrations are missing";
  } catch (error) {
    const state = readSqlState(error);
    return state === "42P01" || state === "3F000" ? "migrations are missing" : "unreachable";
  }
}
