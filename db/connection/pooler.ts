import { z } from "zod";
import { openPostgres } from "./open.ts";
import { saysHowToPrepare } from "./options.ts";
import { withParameter } from "./parse-url.ts";

const answer = z.tuple([z.object({ pid: z.int() })]);

/**
 * The URL as the app is to use it. Behind a pooler each transaction may run on another connection of the server, which
 * does not know the statements that this one prepared; then the URL says `pgbouncer=true`, unless it says already how
 * to prepare. A pooler shows by the process that it names when one connects: that is not the one which answers.
 * @throws {DatabaseUrlError} for a URL that cannot be understood, and the driver's errors where nobody answers
 */
export async function findPooler(databaseUrl: string): Promise<string> {
  const client = openPostgres(databaseUrl, { max: 1, prepare: false });
  try {
    const rows = await client`SELECT pg_backend_pid() AS pid`;
    const [{ pid }] = answer.parse([...rows]);
    if (saysHowToPrepare(databaseUrl)) return databaseUrl;
    return rows.state.pid === pid ? databaseUrl : withParameter(databaseUrl, "pgbouncer", "true");
  } finally {
    await client.end({ timeout: 5 });
  }
}
