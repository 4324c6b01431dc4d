import { drizzle, type PostgresJsDatabase } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import { env } from "#lib/env.ts";

export type Db = PostgresJsDatabase<Record<string, never>>;
/** A transaction, or the database itself: what a query needs to run. */
export type Tx = Pick<
  Db,
  "select" | "insert" | "update" | "delete" | "execute" | "selectDistinct" | "$count"
>;

type Connection = { db: Db; close: () => Promise<void> };

declare global {
  // Next bundles this module more than once; a process has one pool all the same.
  var patchbayConnection: Connection | undefined;
}

function connect(): Connection {
  const client = postgres(env().DATABASE_URL, {
    max: 20,
    idle_timeout: 60,
    // A wait that nobody ends would hold its connection for ever.
    connection: {
      application_name: "patchbay",
      lock_timeout: 30_000,
      idle_in_transaction_session_timeout: 120_000,
    },
    onnotice: () => {},
  });
  return { db: drizzle(client), close: () => client.end({ timeout: 5 }) };
}

export function db(): Db {
  globalThis.patchbayConnection ??= connect();
  return globalThis.patchbayConnection.db;
}

export async function closeDb(): Promise<void> {
  const open = globalThis.patchbayConnection;
  globalThis.patchbayConnection = undefined;
  await open?.close();
}
