import { matchesGlob } from "node:path";
import { type SourceFile, toProjectPath } from "./breaches.ts";
import { type Domain, floors } from "./floors.ts";

type Place = { domain: Domain; floor: number };

const patterns = floors
  .flatMap((domains, floor) =>
    domains.flatMap((domain) => domain.files.map((pattern) => ({ pattern, domain, floor }))),
  )
  .toSorted((one, other) => countLetters(other.pattern) - countLetters(one.pattern));

/** The imports of a file that go up, or across to another domain of the same floor, in a sentence each. */
export function findClimbs({ file, imports }: Pick<SourceFile, "file" | "imports">): string[] {
  const from = findPlace(file);
  if (!from) return [];
  return imports.flatMap(({ specifier }) => {
    const target = toProjectPath(file, specifier);
    const to = target === undefined ? undefined : findPlace(target);
    if (!to || to.domain === from.domain || to.floor < from.floor) return [];
    const why = to.floor === from.floor ? "on the same floor" : "on a higher floor";
    return [`${file}: ${from.domain.name} may not import ${target}, which is ${why} (${to.domain.name})`];
  });
}

/** Where a file lives; undefined for tests and what they are written with, and for programs beside the product. */
export function findPlace(file: string): Place | undefined {
  if (/\.test\.tsx?$|\/(testing|conformance)\//.test(file)) return undefined;
  return patterns.find(({ pattern }) => matchesGlob(file, pattern));
}

/** Letters of a pattern that stand for themselves; of alternatives, the longest. */
function countLetters(pattern: string): number {
  const longest = pattern.replace(
    /\{([^}]+)\}/g,
    (_, names: string) => names.split(",").toSorted((one, other) => other.length - one.length)[0] ?? "",
  );
  return longest.replaceAll("*", "").length;
}
