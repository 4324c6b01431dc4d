import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { projectRoot } from "#scripts/settings.ts";
import { toProjectPath } from "./breaches.ts";
import { readSource } from "./read-source.ts";

/**
 * The project's files that are loaded with some files: what they import, and what that imports. What is imported as
 * types, or lazily, is not.
 * @param entries paths from the project's root, with slashes, as those that it answers
 */
export function findReach(entries: readonly string[]): Set<string> {
  const reached = new Set<string>();
  const waiting = [...entries];
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (reached.has(file)) continue;
    reached.add(file);
    waiting.push(...importedBy(file));
  }
  return reached;
}

const known = new Map<string, readonly string[]>();

function importedBy(file: string): readonly string[] {
  const before = known.get(file);
  if (before) return before;
  const path = join(projectRoot, file);
  const isCode = /\.m?tsx?$/.test(file) && existsSync(path);
  const imports = isCode ? readSource(file, readFileSync(path, "utf8")).imports : [];
  const found = imports.flatMap(({ specifier, isTypeOnly, isLazy }) =>
    isTypeOnly || isLazy ? [] : (toProjectPath(file, specifier) ?? []),
  );
  known.set(file, found);
  return found;
}
