import type postgres from "postgres";

const clocks = ["now", "clock_timestamp", "statement_timestamp", "transaction_timestamp"];

/**
 * Makes a database take one moment for now, for every connection opened from here on: its own functions of these names
 * are found before Postgres's. Defaults and functions that are made later take it too.
 * @param sql a connection to that database, which is told at once
 */
export async function fixClock(sql: postgres.Sql, at: Date): Promise<void> {
  await sql`CREATE SCHEMA fixed_clock`;
  await sql`CREATE TABLE fixed_clock.moment AS SELECT ${at.toISOString()}::timestamptz AS at`;
  for (const name of clocks) {
    await sql`CREATE FUNCTION fixed_clock.${sql(name)}() RETURNS timestamptz LANGUAGE sql STABLE AS 'SELECT at FROM fixed_clock.moment'`;
  }
  const [row] = await sql<{ name: string }[]>`SELECT current_database() AS name`;
  // `public` stays first: tables are made there.
  await sql`ALTER DATABASE ${sql(row?.name ?? "")} SET search_path = public, fixed_clock, pg_catalog`;
  await sql`SET search_path = public, fixed_clock, pg_catalog`;
}
