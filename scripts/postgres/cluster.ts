import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { PlainError } from "#scripts/plain-error.ts";
import { createPrivateFile, readFileIfAny } from "#scripts/private-file.ts";
import { type Account, chooseAccount, handOver } from "./account.ts";
import { locateBinaries, type PostgresBinaries } from "./binaries.ts";
import { runPostgresProgram } from "./run.ts";

/** The superuser of the cluster: it makes the database and the role of the app, and runs none of the app's queries. */
export const adminUser = "patchbay";

export const appPasswordFile = "postgres.app-password";

/** A cluster on disk, ready to be started. */
export type Cluster = {
  dataDir: string;
  clusterDir: string;
  binaries: PostgresBinaries;
  account: Account;
  /** Of the superuser. */
  password: string;
  /** Of the role that the app uses. */
  appPassword: string;
};

/**
 * Finds the cluster of a data directory, or makes it there.
 * @throws {PlainError} when that cannot be done, with the remedy.
 */
export async function prepareCluster(dataDir: string, hasToLast: boolean): Promise<Cluster> {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const binaries = locateBinaries();
  const clusterDir = join(dataDir, "postgres");
  const isNew = !existsSync(clusterDir);
  const passwordPath = join(dataDir, "postgres.password");
  if (isNew) await createPrivateFile(passwordPath, newPassword());
  const password = (await readFileIfAny(passwordPath))?.trim();
  if (!password) {
    throw new PlainError(
      `The database in ${clusterDir} is there, but its password in ${passwordPath} is not.\n` +
        "Restore that file, or delete the data directory to begin anew.",
    );
  }
  if (isNew) await createCluster({ dataDir, clusterDir, binaries, password, hasToLast });
  const account = chooseAccount(clusterDir);
  handOver(account, clusterDir);
  const appPassword = await readAppPassword(dataDir);
  return { dataDir, clusterDir, binaries, account, password, appPassword };
}

/** Made where it is missing: the role gets it at each start. */
async function readAppPassword(dataDir: string): Promise<string> {
  const path = join(dataDir, appPasswordFile);
  await createPrivateFile(path, newPassword());
  const password = (await readFileIfAny(path))?.trim();
  if (password) return password;
  throw new PlainError(`The file ${path} holds no password. Delete it: the next start makes a new one.`);
}

function newPassword(): string {
  return `${randomBytes(24).toString("base64url")}\n`;
}

type NewCluster = Omit<Cluster, "account" | "appPassword"> & { hasToLast: boolean };

/** Made under another name and moved into place when whole, so that a kill in between leaves no half of one. */
async function createCluster({
  dataDir,
  clusterDir,
  binaries,
  password,
  hasToLast,
}: NewCluster): Promise<void> {
  const workDir = join(dataDir, "postgres.new");
  rmSync(workDir, { recursive: true, force: true });
  mkdirSync(workDir, { mode: 0o700 });
  const account = chooseAccount(workDir);
  const passwordFile = join(workDir, "password");
  const freshDir = join(workDir, "cluster");
  mkdirSync(freshDir, { mode: 0o700 });
  await createPrivateFile(passwordFile, `${password}\n`);
  handOver(account, workDir);
  const options = [
    `--pgdata=${freshDir}`,
    `--username=${adminUser}`,
    `--pwfile=${passwordFile}`,
    "--auth=scram-sha-256",
    "--encoding=UTF8",
    "--locale=C",
    "--locale-provider=builtin",
    "--builtin-locale=C.UTF-8",
    "--no-instructions",
    ...(hasToLast ? [] : ["--no-sync"]),
  ];
  const { exitCode, output } = await runPostgresProgram(binaries.initdb, options, { account, dataDir });
  if (exitCode !== 0) throw new PlainError(describeFailedProgram("initdb", account, output));
  renameSync(freshDir, clusterDir);
  rmSync(workDir, { recursive: true, force: true });
}

export function describeFailedProgram(name: string, account: Account, output: string): string {
  const isShutOut = account.kind === "user" && /permission denied|EACCES/i.test(output);
  return [
    `The embedded Postgres did not start (${name}):`,
    output.replace(/^/gm, "  "),
    isShutOut
      ? `As root, Postgres runs here as user ${account.uid}, who must be able to enter the project and the data directory. ` +
        "Choose a DATA_DIR that others may enter, start Patchbay as an ordinary user, or set DATABASE_URL."
      : "To use a Postgres of your own instead, set DATABASE_URL.",
  ].join("\n");
}
