import { globSync, readFileSync } from "node:fs";
import { join, sep } from "node:path";
import { projectRoot } from "#scripts/settings.ts";
import { findBreaches } from "./breaches.ts";
import { findClimbs } from "./climbs.ts";
import { findInheritedReads } from "./own-entries.ts";
import { readSource } from "./read-source.ts";

/** The project's own TypeScript files, as paths from its root with slashes. */
function listSourceFiles(): string[] {
  const names = globSync("**/*.{ts,tsx,mts}", {
    cwd: projectRoot,
    exclude: (name) => name.startsWith(".") || name === "node_modules" || name === "next-env.d.ts",
  });
  return names.map((name) => name.split(sep).join("/")).sort();
}

/** Every breach of the import walls in the project, and every table that is read by a name it may not hold. */
export function checkWalls(): string[] {
  const sources = new Map(
    listSourceFiles().map((file) => [file, readFileSync(join(projectRoot, file), "utf8")]),
  );
  const read = [...sources].map(([file, source]) => readSource(file, source));
  const breaches = read.flatMap((source) => [...findBreaches(source), ...findClimbs(source)]);
  const product = [...sources].filter(([file]) => !isOfTests(file));
  return [...breaches, ...findInheritedReads(new Map(product))];
}

function isOfTests(file: string): boolean {
  return /\.test\.|\/(testing|fixtures)\/|^(e2e|integrations)\//.test(file);
}

if (import.meta.main) {
  const breaches = checkWalls();
  for (const breach of breaches) console.error(breach);
  process.exitCode = breaches.length > 0 ? 1 : 0;
}
