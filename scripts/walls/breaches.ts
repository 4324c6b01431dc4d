import { matchesGlob, posix } from "node:path";
import { readersOfProcessEnv, type Zone, zones } from "./table.ts";

/** `isLazy`: it is written `import("…")`, and loaded only once that line is reached. */
export type Import = { specifier: string; isTypeOnly: boolean; isLazy: boolean };

/** A source file as the walls see it; `file` is its path from the project's root, with slashes. */
export type SourceFile = { file: string; imports: readonly Import[]; readsProcessEnv: boolean };

const extension = /\.(ts|tsx|mts|mjs|json|css|svg)$/;

/** Every rule of the table that a file breaks, each in one sentence. */
export function findBreaches({ file, imports, readsProcessEnv }: SourceFile): string[] {
  const zone = zones.find((candidate) => matchesAny(file, candidate.files));
  if (!zone) return [`${file}: no zone of scripts/walls/table.ts covers this file`];
  const breaches = imports.flatMap((one) => breachesOfImport(file, zone, one));
  if (readsProcessEnv && !matchesAny(file, readersOfProcessEnv)) {
    breaches.push("reads process.env; take the setting from lib/env.ts");
  }
  return breaches.map((breach) => `${file}: ${breach}`);
}

function breachesOfImport(file: string, zone: Zone, { specifier, isTypeOnly, isLazy }: Import): string[] {
  const target = toProjectPath(file, specifier);
  if (target === undefined)
    return isPackageForbidden(zone, specifier) ? [`${zone.name} may not import ${specifier}`] : [];
  const breaches: string[] = [];
  if (!extension.test(specifier)) breaches.push(`imports ${specifier} without its file extension`);
  if (/(^|\/)\.\.\//.test(specifier) && topFolder(file) !== topFolder(target)) {
    breaches.push(`imports ${specifier} across top-level folders; write #${target}`);
  }
  const isAllowed =
    mayImport(file, zone, target) ||
    (isTypeOnly && matchesAny(target, zone.mayImportTypes ?? [])) ||
    (isLazy && matchesAny(target, zone.mayImportLazily ?? []));
  if (!isAllowed) {
    breaches.push(`${zone.name} may not import ${target}`);
  }
  return breaches;
}

function mayImport(file: string, zone: Zone, target: string): boolean {
  const { ownFolderDepth } = zone;
  if (ownFolderDepth !== undefined) {
    const ownFolder = file.split("/").slice(0, ownFolderDepth).join("/");
    if (target.startsWith(`${ownFolder}/`)) return !matchesAny(target, zone.ownFolderButNot ?? []);
  }
  return matchesAny(target, zone.mayImport) && !matchesAny(target, zone.butNot ?? []);
}

/** `#lib/a.ts` and `./a.ts` as paths from the root; undefined for packages. */
export function toProjectPath(file: string, specifier: string): string | undefined {
  if (specifier.startsWith("#")) return posix.normalize(specifier.slice(1));
  if (specifier.startsWith(".")) return posix.join(posix.dirname(file), specifier);
  return undefined;
}

function isPackageForbidden(zone: Zone, specifier: string): boolean {
  return (zone.neverPackages ?? []).some((name) =>
    name.endsWith(":") ? specifier.startsWith(name) : specifier === name || specifier.startsWith(`${name}/`),
  );
}

function topFolder(path: string): string {
  return path.includes("/") ? path.slice(0, path.indexOf("/")) : "";
}

function matchesAny(path: string, patterns: readonly string[]): boolean {
  return patterns.some((pattern) => matchesGlob(path, pattern));
}
