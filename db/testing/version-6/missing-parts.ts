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

/** The lines of an earlier text that do not stand in a later one in the same order. */
export function missingLines(earlier: readonly string[], later: readonly string[]): string[] {
  let from = 0;
  return earlier.filter((line) => {
    const at = later.indexOf(line, from);
    if (at === -1) return true;
    from = at + 1;
    return false;
  });
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function brief(value: unknown): string {
  const text = Array.isArray(value) ? `a list of ${value.length}` : (JSON.stringify(value) ?? "missing");
  return text.length > 300 ? `${text.slice(0, 300)}…` : text;
}
