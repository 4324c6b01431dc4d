import { mkdtemp, readdir, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { dataDirState, lockDataDir } from "#scripts/data-dir/lock.ts";
import { type PostgresServer, startPostgres, stopLeftoverServer } from "./server.ts";

const prefix = "patchbay-test-";

/** `socketUrl`: the database of the app by a socket, which costs half of what TCP does for each query. */
type TemporaryPostgres = PostgresServer & { socketUrl: string };

/**
 * A Postgres for one run of tests, in a temporary directory, without durability. `stop` removes it all.
 * Those of earlier runs that were killed are removed on the way.
 */
export async function startTemporaryPostgres(): Promise<TemporaryPostgres> {
  await removeLeftovers();
  const dataDir = await mkdtemp(join(tmpdir(), prefix));
  await lockDataDir(dataDir);
  const server = await startPostgres({ dataDir, hasToLast: false });
  return {
    ...server,
    socketUrl: bySocket(server.url, join(dataDir, "postgres")),
    async stop() {
      await server.stop("immediate");
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** The system gives the path of a socket 104 bytes at least; where the temporary directory lies too deep, TCP stays. */
function bySocket(url: string, socketDir: string): string {
  const { host, port } = new URL(url);
  if (Buffer.byteLength(`${socketDir}/.s.PGSQL.${port}`) > 103) return url;
  return url.replace(`@${host}/`, `@${encodeURIComponent(socketDir)}:${port}/`);
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
