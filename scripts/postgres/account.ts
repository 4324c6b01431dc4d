import { spawnSync } from "node:child_process";
import { chmodSync, chownSync, lstatSync, readdirSync, statSync } from "node:fs";
import { dirname, join } from "node:path";

/**
 * As whom Postgres runs, since it refuses to run as root:
 * - `self`: as we do, not being root
 * - `namespace`: as root seen from outside, as nobody seen from within; works in every directory of root
 * - `user`: as another user of this system, who owns the cluster
 */
export type Account = { kind: "self" } | { kind: "namespace" } | { kind: "user"; uid: number; gid: number };

const nobody = 65_534;
const intoNamespace = ["-U", `--map-user=${nobody}`, `--map-group=${nobody}`];

function canMakeNamespaces(): boolean {
  return spawnSync("unshare", [...intoNamespace, "true"], { stdio: "ignore" }).status === 0;
}

/** Chooses by the owner of the cluster directory, which exists (perhaps empty). */
export function chooseAccount(clusterDir: string, isNamespaceAllowed = canMakeNamespaces): Account {
  if (process.getuid?.() !== 0) return { kind: "self" };
  const owner = statSync(clusterDir);
  if (owner.uid !== 0) return { kind: "user", uid: owner.uid, gid: owner.gid };
  return isNamespaceAllowed() ? { kind: "namespace" } : { kind: "user", uid: nobody, gid: nobody };
}

/** Lets the account own a directory and all in it, and reach it through its parent. */
export function handOver(account: Account, directory: string): void {
  if (account.kind !== "user") return;
  const parent = dirname(directory);
  chmodSync(parent, statSync(parent).mode | 0o011);
  chownTree(directory, account.uid, account.gid);
}

function chownTree(path: string, uid: number, gid: number): void {
  const entry = lstatSync(path);
  if (entry.isSymbolicLink()) return;
  if (entry.uid !== uid || entry.gid !== gid) chownSync(path, uid, gid);
  if (!entry.isDirectory()) return;
  for (const name of readdirSync(path)) chownTree(join(path, name), uid, gid);
}

/** What to spawn so that a command runs as the account. */
export function commandAs(account: Account, file: string, args: readonly string[]) {
  switch (account.kind) {
    case "self":
      return { file, args: [...args], identity: {} };
    case "namespace":
      return { file: "unshare", args: [...intoNamespace, file, ...args], identity: {} };
    case "user":
      return { file, args: [...args], identity: { uid: account.uid, gid: account.gid } };
  }
}
