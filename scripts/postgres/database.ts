import postgres from "postgres";
import { databaseUser } from "./cluster.ts";

export function databaseUrl(port: number, password: string, database: string): string {
  return `postgres://${databaseUser}:${password}@127.0.0.1:${port}/${database}`;
}

/** Refused while it starts or after it went, closed on the way, or 57P03: recovering. These pass. */
const passingCodes = new Set(["ECONNREFUSED", "ECONNRESET", "CONNECTION_CLOSED", "CONNECT_TIMEOUT", "57P03"]);

/**
 * Asks a server whether it serves.
 * @returns false while it starts or recovers
 * @throws when it will not serve by waiting, such as for a wrong password
 */
export async function isServing(url: string): Promise<boolean> {
  const sql = postgres(url, { max: 1, connect_timeout: 5, onnotice: () => {} });
  try {
    await sql`select 1`;
    return true;
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    if (passingCodes.has(code)) return false;
    throw error;
  } finally {
    await sql.end({ timeout: 1 });
  }
}

/** Creates the database of the app where it is missing, with the statistics that the benchmark reads. */
export async function ensureDatabase(
  maintenanceUrl: string,
  url: string,
  hasStatementStatistics: boolean,
): Promise<void> {
  const name = new URL(url).pathname.slice(1);
  await withConnection(maintenanceUrl, async (sql) => {
    const found = await sql`select 1 from pg_database where datname = ${name}`;
    if (found.length === 0) await sql`create database ${sql(name)}`;
  });
  if (!hasStatementStatistics) return;
  await withConnection(url, async (sql) => {
    await sql`create extension if not exists pg_stat_statements`;
  });
}

async function withConnection(url: string, work: (sql: postgres.Sql) => Promise<void>): Promise<void> {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  try {
    await work(sql);
  } finally {
    await sql.end({ timeout: 5 });
  }
}
