import { mkdtemp, readdir, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { dataDirState, lockDataDir } from "#scripts/data-dir/lock.ts";
import { type PostgresServer, startPostgres, stopLeftoverServer } from "./server.ts";

const prefix = "patchbay-test-";

/**
 * A Postgres for one run of tests, in a temporary directory, without durability. `stop` removes it all.
 * Those of earlier runs that were killed are removed on the way.
 */
export async function startTemporaryPostgres(): Promise<PostgresServer> {
  await removeLeftovers();
  const dataDir = await mkdtemp(join(tmpdir(), prefix));
  await lockDataDir(dataDir);
  const server = await startPostgres({ dataDir, hasToLast: false });
  return {
    ...server,
    async stop() {
      await server.stop("immediate");
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

async function removeLeftovers(): Promise<void> {
  const names = (await readdir(tmpdir())).filter((name) => name.startsWith(prefix));
  for (const name of names) {
    const dataDir = join(tmpdir(), name);
    if (!(await isLeftOver(dataDir))) continue;
    await stopLeftoverServer(dataDir);
    await rm(dataDir, { recursive: true, force: true });
  }
}

async function isLeftOver(dataDir: string): Promise<boolean> {
  const state = await dataDirState(dataDir);
  if (state !== "unlocked") return state === "abandoned";
  // A run that begins right now has made its directory, but not its lock yet.
  return Date.now() - (await stat(dataDir)).mtimeMs > 60_000;
}
