import { existsSync } from "node:fs";
import { join } from "node:path";
import postgres from "postgres";
import { adminUser } from "./cluster.ts";
import { appUser, ensureAppRole, handOverDatabase } from "./role.ts";

const appDatabase = "patchbay";

/** Where a server runs: its cluster and its port. */
type Place = { clusterDir: string; port: number };

/** The system gives the path of a socket 104 bytes at least. */
const longestSocketPath = 103;

/** The database of the app, as its own role: by the socket of the server that runs there, where it has one. */
export function appDatabaseUrl(place: Place, appPassword: string): string {
  const { clusterDir, port } = place;
  const path = join(clusterDir, `.s.PGSQL.${port}`);
  const hasSocket = Buffer.byteLength(path) <= longestSocketPath && existsSync(path);
  const url = hasSocket
    ? databaseUrl(`${encodeURIComponent(clusterDir)}:${port}`, appUser, appPassword, appDatabase)
    : tcpDatabaseUrl(port, appPassword);
  // Nothing stands between: of a given one only who gives it can say so.
  return `${url}?direct=true`;
}

/** The database of the app, as its own role, over TCP, as anybody would write it. */
export function tcpDatabaseUrl(port: number, appPassword: string): string {
  return databaseUrl(`127.0.0.1:${port}`, appUser, appPassword, appDatabase);
}

/** A database as the superuser of the cluster. */
export function adminDatabaseUrl(port: number, password: string, database = appDatabase): string {
  return databaseUrl(`127.0.0.1:${port}`, adminUser, password, database);
}

function databaseUrl(place: string, user: string, password: string, database: string): string {
  return `postgres://${user}:${password}@${place}/${database}`;
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

type DatabaseOptions = {
  port: number;
  password: string;
  appPassword: string;
  canCreateDatabases: boolean;
  hasStatementStatistics: boolean;
};

/** Creates the role and the database of the app where they are missing, with the statistics that the benchmark reads. */
export async function ensureDatabase(options: DatabaseOptions): Promise<void> {
  const { port, password, appPassword, canCreateDatabases, hasStatementStatistics } = options;
  await withConnection(adminDatabaseUrl(port, password, "postgres"), async (sql) => {
    await ensureAppRole(sql, { password: appPassword, canCreateDatabases });
    const found = await sql`select 1 from pg_database where datname = ${appDatabase}`;
    if (found.length === 0) await sql`create database ${sql(appDatabase)} owner ${sql(appUser)}`;
    else await sql`alter database ${sql(appDatabase)} owner to ${sql(appUser)}`;
  });
  await withConnection(adminDatabaseUrl(port, password), async (sql) => {
    await handOverDatabase(sql);
    if (hasStatementStatistics) await sql`create extension if not exists pg_stat_statements`;
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
