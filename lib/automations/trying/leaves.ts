import { formatPath } from "#lib/parse.ts";

/** More of one value is not compared field by field. */
const mostLeaves = 2_000;

/** The plain values in a value by their paths: `lines[0].name`. A list or an object with nothing in it is one itself. */
function leavesOf(value: unknown): Map<string, unknown> {
  const found = new Map<string, unknown>();
  collect(value, [], found);
  return found;
}

function collect(value: unknown, path: readonly (string | number)[], found: Map<string, unknown>): void {
  if (found.size >= mostLeaves) return;
  const members = membersOf(value);
  if (members === null || members.length === 0) {
    if (path.length > 0 || members === null) found.set(formatPath(path), value);
    return;
  }
  for (const [name, member] of members) collect(member, [...path, name], found);
}

function membersOf(value: unknown): [string | number, unknown][] | null {
  if (Array.isArray(value)) return value.map((item, at) => [at, item]);
  return typeof value === "object" && value !== null ? Object.entries(value) : null;
}

export type LeafChange = { path: string; before: unknown; after: unknown };

/** Where two values differ, leaf by leaf. @param value null = it is not there, and neither is what would be in it */
export function differencesOf(before: unknown, after: unknown): LeafChange[] {
  const [one, other] = [leavesOf(before ?? {}), leavesOf(after ?? {})];
  return [...new Set([...one.keys(), ...other.keys()])].flatMap((path) => {
    const [was, is] = [one.get(path), other.get(path)];
    return JSON.stringify(was) === JSON.stringify(is)
      ? []
      : [{ path, before: was ?? null, after: is ?? null }];
  });
}
