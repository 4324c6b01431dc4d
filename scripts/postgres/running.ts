import { join } from "node:path";
import { readFileIfAny } from "#scripts/private-file.ts";
import { appPasswordFile } from "./cluster.ts";
import { appDatabaseUrl } from "./database.ts";
import { findPostmaster } from "./postmaster.ts";

/** The URL of the embedded Postgres that another process runs for a data directory; undefined where none runs. */
export async function runningDatabaseUrl(dataDir: string): Promise<string | undefined> {
  const clusterDir = join(dataDir, "postgres");
  const port = findPostmaster(clusterDir)?.port;
  const password = await readFileIfAny(join(dataDir, appPasswordFile));
  return port && password ? appDatabaseUrl({ clusterDir, port }, password.trim()) : undefined;
}
