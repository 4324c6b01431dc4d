import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { PlainError } from "./plain-error.ts";

export const projectRoot = resolve(import.meta.dirname, "..");

const defaultDataDir = ".data";

type Variables = Record<string, string | undefined>;

/** An empty variable counts as unset, as it does in lib/env.ts. */
function findVariable(variables: Variables, name: string): string | undefined {
  return variables[name] || undefined;
}

/**
 * Reads the .env files that Next reads too, in its order, so that start-up and app agree.
 * What is set already stays.
 */
export function loadEnvFiles(mode: "development" | "production"): void {
  for (const name of [`.env.${mode}.local`, ".env.local", `.env.${mode}`, ".env"]) {
    const path = join(projectRoot, name);
    if (existsSync(path)) process.loadEnvFile(path);
  }
}

/** @throws {PlainError} when PORT is not a port. */
export function readPort(variables: Variables): number {
  const value = findVariable(variables, "PORT");
  if (value === undefined) return 3000;
  const port = Number(value);
  if (!/^\d+$/.test(value) || port < 1 || port > 65_535) {
    throw new PlainError(`PORT is "${value}", but it must be a number between 1 and 65535.`);
  }
  return port;
}

/**
 * The address to listen on: that of HOST. Without it, development keeps to this machine, because its sign-in is public,
 * and production listens on every address (undefined).
 */
export function readHost(variables: Variables, mode: "development" | "production"): string | undefined {
  const host = findVariable(variables, "HOST")?.replace(/^\[(.*)\]$/, "$1");
  return host ?? (mode === "development" ? "127.0.0.1" : undefined);
}

/** The absolute data directory; a relative DATA_DIR starts at the project. */
export function readDataDir(variables: Variables): string {
  return resolve(projectRoot, findVariable(variables, "DATA_DIR") ?? defaultDataDir);
}

/**
 * Where Next keeps what it compiles. `next dev` locks that folder, so each data directory has its own
 * and two of them run side by side from one checkout.
 */
export function readDevDistDir(variables: Variables): string {
  const chosen = findVariable(variables, "NEXT_DIST_DIR");
  if (chosen) return chosen;
  const dataDir = readDataDir(variables);
  if (dataDir === resolve(projectRoot, defaultDataDir)) return ".next";
  return `.next-${createHash("sha256").update(dataDir).digest("hex").slice(0, 8)}`;
}

/** Where `npm run build` put the app and `npm start` finds it. */
export function readBuildDistDir(variables: Variables): string {
  return findVariable(variables, "NEXT_DIST_DIR") ?? ".next";
}
