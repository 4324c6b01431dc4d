import { existsSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { PlainError } from "#scripts/plain-error.ts";
import { findFreePort } from "#scripts/port.ts";
import { chooseAccount } from "./account.ts";
import { locateBinaries } from "./binaries.ts";
import { type Cluster, describeFailedProgram, prepareCluster } from "./cluster.ts";
import { adminDatabaseUrl, appDatabaseUrl, ensureDatabase, isServing, tcpDatabaseUrl } from "./database.ts";
import { serverOptions } from "./options.ts";
import { findPostmaster } from "./postmaster.ts";
import { runPostgresProgram } from "./run.ts";

export type PostgresServer = {
  /** The database of the app, as its own role: by a socket, where its path is short enough. */
  url: string;
  tcpUrl: string;
  /** The same as the superuser, for measuring. */
  adminUrl: string;
  /** Stops the server; what is committed stays. `immediate` does not wait for anything. */
  stop(mode?: "fast" | "immediate"): Promise<void>;
};

type StartOptions = {
  /** Absolute. The caller holds its lock. */
  dataDir: string;
  /** False gives up durability for speed, for databases that are thrown away. */
  hasToLast?: boolean;
};

const patienceMs = 60_000;

/** What a start runs into when the last server was killed and its remains are still going, or the port was snatched. */
const passingFailure =
  /shared memory block|lock file|could not bind|Address already in use|starting up|in time/i;

/**
 * Starts the embedded Postgres of a data directory, or joins the one that still runs there.
 * @throws {PlainError} when it does not serve within a minute.
 */
export async function startPostgres({ dataDir, hasToLast = true }: StartOptions): Promise<PostgresServer> {
  const cluster = await prepareCluster(dataDir, hasToLast);
  const port = await untilServing(cluster, hasToLast);
  const { clusterDir, password, appPassword, binaries } = cluster;
  const { hasStatementStatistics } = binaries;
  // Databases that are thrown away are those of tests, which make more of them.
  const canCreateDatabases = !hasToLast;
  await ensureDatabase({ port, password, appPassword, canCreateDatabases, hasStatementStatistics });
  return {
    url: appDatabaseUrl({ clusterDir, port }, appPassword),
    tcpUrl: tcpDatabaseUrl(port, appPassword),
    adminUrl: adminDatabaseUrl(port, password),
    stop: (mode = "fast") => stopServer(cluster, mode),
  };
}

async function untilServing(cluster: Cluster, hasToLast: boolean): Promise<number> {
  const deadline = Date.now() + patienceMs;
  let problem = "It runs, but does not answer.";
  while (Date.now() < deadline) {
    const running = findPostmaster(cluster.clusterDir);
    if (running) {
      if (running.port && (await answers(cluster, running.port))) return running.port;
      await sleep(200);
    } else {
      const failure = await launch(cluster, hasToLast);
      if (!failure) continue;
      problem = failure;
      if (!passingFailure.test(failure)) break;
      await sleep(500);
    }
  }
  throw new PlainError(describeFailedProgram("pg_ctl start", cluster.account, problem));
}

async function answers(cluster: Cluster, port: number): Promise<boolean> {
  try {
    return await isServing(adminDatabaseUrl(port, cluster.password, "postgres"));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new PlainError(
      `The embedded Postgres of ${cluster.dataDir} runs, but does not let Patchbay in: ${reason}`,
    );
  }
}

/** @returns what went wrong, or undefined when the server is up. */
async function launch(
  { dataDir, binaries, account }: Cluster,
  hasToLast: boolean,
): Promise<string | undefined> {
  const { hasStatementStatistics } = binaries;
  const options = serverOptions({ port: await findFreePort(), hasStatementStatistics, hasToLast });
  // Relative to the data directory: pg_ctl passes the path through a shell.
  const args = ["start", "-D", "postgres", "-s", "-w", "-t", "60", "-o", options];
  const { exitCode, output } = await runPostgresProgram(binaries.pgCtl, args, {
    account,
    dataDir,
  });
  return exitCode === 0 ? undefined : output;
}

/** Stops whatever server still runs in a data directory, at once. */
export async function stopLeftoverServer(dataDir: string): Promise<void> {
  const clusterDir = join(dataDir, "postgres");
  if (!existsSync(clusterDir)) return;
  await stopServer(
    { dataDir, clusterDir, binaries: locateBinaries(), account: chooseAccount(clusterDir) },
    "immediate",
  );
}

async function stopServer(
  cluster: Omit<Cluster, "password" | "appPassword">,
  mode: "fast" | "immediate",
): Promise<void> {
  const { clusterDir, dataDir, binaries, account } = cluster;
  if (!findPostmaster(clusterDir)) return;
  const args = ["stop", "-D", "postgres", "-s", "-w", "-t", "30", "-m", mode];
  const { exitCode, output } = await runPostgresProgram(binaries.pgCtl, args, { account, dataDir });
  if (exitCode === 0 || !findPostmaster(clusterDir)) return;
  if (mode === "fast") return stopServer(cluster, "immediate");
  throw new PlainError(`The embedded Postgres of ${dataDir} does not stop:\n${output}`);
}
