import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { projectRoot, readBuildDistDir } from "#scripts/settings.ts";

/** What goes into a build: folders as a whole, and files beside them. */
const sources = [
  "app",
  "components",
  "db",
  "inngest",
  "lib",
  "public",
  "instrumentation-requests.ts",
  "instrumentation.ts",
  "next.config.mjs",
  "package-lock.json",
  "package.json",
  "postcss.config.mjs",
  "proxy.ts",
  "tsconfig.json",
];

/** Whether there is no production build, or something that goes into it has changed since. */
export function isBuildStale(root = projectRoot): boolean {
  const built = changedAt(join(root, readBuildDistDir(process.env), "BUILD_ID"));
  return built === null || sources.some((path) => isNewer(join(root, path), built));
}

/** Of a folder: a file that was added, taken away or changed, however deep. */
function isNewer(path: string, time: number): boolean {
  const changed = changedAt(path);
  if (changed === null) return false;
  if (changed > time) return true;
  if (!statSync(path).isDirectory()) return false;
  return readdirSync(path, { withFileTypes: true })
    .filter(({ name }) => !name.endsWith(".test.ts"))
    .some(({ name }) => isNewer(join(path, name), time));
}

/** By the inode's own time, which copying and moving a file set too; null where there is nothing. */
function changedAt(path: string): number | null {
  return statSync(path, { throwIfNoEntry: false })?.ctimeMs ?? null;
}
