import { globSync, readFileSync } from "node:fs";
import { join, sep } from "node:path";
import { projectRoot } from "#scripts/settings.ts";
import { findBreaches } from "./breaches.ts";
import { readSource } from "./read-source.ts";

/** The project's own TypeScript files, as paths from its root with slashes. */
function listSourceFiles(): string[] {
  const names = globSync("**/*.{ts,tsx,mts}", {
    cwd: projectRoot,
    exclude: (name) => name.startsWith(".") || name === "node_modules" || name === "next-env.d.ts",
  });
  return names.map((name) => name.split(sep).join("/")).sort();
}

/** Every breach of the import walls in the project. */
export function checkWalls(): string[] {
  return listSourceFiles().flatMap((file) =>
    findBreaches(readSource(file, readFileSync(join(projectRoot, file), "utf8"))),
  );
}

if (import.meta.main) {
  const breaches = checkWalls();
  for (const breach of breaches) console.error(breach);
  process.exitCode = breaches.length > 0 ? 1 : 0;
}
