import { type SQL, sql } from "drizzle-orm";
import type postgres from "postgres";

const mark = "/* prepared */ ";

/**
 * A statement whose text never differs: outside of transactions each connection keeps it parsed and planned, unless the
 * URL says that nothing is to be prepared. Not for what reads the queue or the history, whose plan must fit what lies there now.
 */
export function prepared(statement: SQL): SQL {
  return sql`${sql.raw(mark)}${statement}`;
}

/** Has a client keep the statements that are marked, which the layer above it cannot ask for. */
export function keepPrepared(client: postgres.Sql): postgres.Sql {
  const unsafe: postgres.Sql["unsafe"] = client.unsafe;
  client.unsafe = (query, parameters, options) =>
    unsafe(query, parameters, query.startsWith(mark) ? { ...options, prepare: true } : options);
  return client;
}
