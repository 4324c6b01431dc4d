import { isDeepStrictEqual } from "node:util";

/**
 * What of an earlier answer a later one lacks or says otherwise, each with its path. Fields may have been added; lists
 * have the same entries in the same order.
 */
export function missingParts(earlier: unknown, later: unknown, path = ""): string[] {
  if (Array.isArray(earlier) && Array.isArray(later) && earlier.length === later.length) {
    return earlier.flatMap((item, index) => missingParts(item, later[index], `${path}[${index}]`));
  }
  if (isRecord(earlier) && isRecord(later)) {
    return Object.entries(earlier).flatMap(([name, value]) =>
      missingParts(value, later[name], path ? `${path}.${name}` : name),
    );
  }
  if (isDeepStrictEqual(earlier, later)) return [];
  return [`${path}: was ${brief(earlier)}, is ${brief(later)}`];
}

/** The lines of an earlier text that do not stand in a later one in the same order: as few as can be. */
export function missingLines(earlier: readonly string[], later: readonly string[]): string[] {
  // kept[i][j]: how many lines of `earlier` from i on can be found in `later` from j on.
  const kept = Array.from({ length: earlier.length + 1 }, () => new Uint16Array(later.length + 1));
  const at = (i: number, j: number) => kept[i]?.[j] ?? 0;
  for (let i = earlier.length - 1; i >= 0; i -= 1) {
    for (let j = later.length - 1; j >= 0; j -= 1) {
      const best = earlier[i] === later[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
      kept[i]?.fill(best, j, j + 1);
    }
  }
  const missing: string[] = [];
  let j = 0;
  for (const [i, line] of earlier.entries()) {
    while (j < later.length && later[j] !== line && at(i, j) === at(i, j + 1)) j += 1;
    if (later[j] === line && at(i, j) === at(i + 1, j + 1) + 1) j += 1;
    else missing.push(line);
  }
  return missing;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function brief(value: unknown): string {
  const text = Array.isArray(value) ? `a list of ${value.length}` : (JSON.stringify(value) ?? "missing");
  return text.length > 300 ? `${text.slice(0, 300)}…` : text;
}
