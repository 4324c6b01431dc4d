import type postgres from "postgres";
import { partitionedTables } from "./partitioned-tables.ts";
import { plainTables } from "./plain-tables.ts";

/**
 * What knows the tables that a history is in. `insertMade` reads the temporary table `made`: i, merchant_id,
 * destination_id, at, status, type, data, facts, search_text, reference, id_rest (an id less its prefix).
 */
export type HistoryTables = {
  /** Those that get a row for each event. */
  names: readonly string[];
  prepare(sql: postgres.Sql, days: { first: Date; last: Date }): Promise<void>;
  insertMade(tx: postgres.TransactionSql, retryingUntil: string): Promise<void>;
  setStates(sql: postgres.Sql, states: { off: string; failing: string; at: string }): Promise<void>;
  /** Gives each other merchant a webhook like this one. */
  copyWebhook(sql: postgres.Sql, id: string, merchants: number): Promise<void>;
};

/** Those of the schema that a database has: with or without destinations of their own. */
export async function findTables(sql: postgres.Sql): Promise<HistoryTables> {
  const [row] = await sql<{ found: string | null }[]>`SELECT to_regclass('destinations')::text AS found`;
  return row?.found ? partitionedTables : plainTables;
}
