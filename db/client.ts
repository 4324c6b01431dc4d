import { sql } from "drizzle-orm";
import { drizzle, type PostgresJsDatabase } from "drizzle-orm/postgres-js";
import type { Sql } from "postgres";
import { env } from "#lib/env.ts";
import { closeProbe, DatabaseAwayError } from "./away.ts";
import { openPostgres } from "./connection/open.ts";
import { describePool, type Planning } from "./connection/options.ts";
import { prepareFrequent } from "./connection/prepare-frequent.ts";

export type Db = PostgresJsDatabase<Record<string, never>>;
/** A transaction, or the database itself: what a query needs to run. */
export type Tx = Pick<
  Db,
  "select" | "insert" | "update" | "delete" | "execute" | "selectDistinct" | "$count"
>;

type Connection = { db: Db; queueDb: Db; close: () => Promise<void> };

declare global {
  // Next bundles this module more than once; a process has one pool all the same.
  var patchbayConnection: Connection | undefined;
}

function connect(): Connection {
  const { DATABASE_URL } = env();
  const { isPreparing, hasKeyConnections } = describePool(DATABASE_URL);
  const clients: Sql[] = [];
  function open(planning: Planning): Db {
    const client = openPostgres(DATABASE_URL, {}, planning);
    clients.push(client);
    const database = drizzle(isPreparing ? prepareFrequent(client) : client);
    limitTransactions(database);
    return database;
  }
  const database = open("each_time");
  return {
    db: database,
    queueDb: hasKeyConnections ? open("by_keys") : database,
    close: async () => {
      await Promise.all(clients.map((client) => client.end({ timeout: 5 })));
    },
  };
}

/**
 * A wait that nobody ends would hold its connection, and its locks, forever. The limits hold for one transaction:
 * as parameters of the session a pooler would refuse them, or leave them to whoever gets the connection next. They
 * travel with the first statement of the transaction, and cost no wait of their own.
 */
function limitTransactions(database: Db): void {
  const begin = database.transaction.bind(database);
  database.transaction = async (work, config) => {
    let hasBegun = false;
    const run = begin(async (tx) => {
      hasBegun = true;
      const limits = tx
        .execute(
          sql`SELECT set_config('lock_timeout', '30s', true), set_config('idle_in_transaction_session_timeout', '120s', true)`,
        )
        .then(() => undefined);
      limits.catch(() => {});
      const result = await work(tx);
      await limits;
      return result;
    }, config);
    return run.catch((error: unknown) => {
      // The driver's error does not say what it was asked for.
      throw hasBegun ? error : new DatabaseAwayError("No transaction could be begun.", { cause: error });
    });
  };
}

export function db(): Db {
  return connection().db;
}

/**
 * The same database, for the statements by which events are accepted and deliveries claimed and recorded, hundreds a
 * second: each is planned once, with indexes only (`by_keys`). Where the server is not known to answer itself, as `db()`.
 */
export function queueDb(): Db {
  return connection().queueDb;
}

function connection(): Connection {
  globalThis.patchbayConnection ??= connect();
  return globalThis.patchbayConnection;
}

export async function closeDb(): Promise<void> {
  const open = globalThis.patchbayConnection;
  globalThis.patchbayConnection = undefined;
  await Promise.all([open?.close(), closeProbe()]);
}
