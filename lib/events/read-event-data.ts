import type { z } from "zod";
import { tellIssue } from "#lib/issue-message.ts";

/**
 * Reads an event, or the data of one. Many systems write `null` for what they do not have: where a field may be left out, it
 * counts as left out. Where it may not, the data is refused as it came.
 */
export function readEventData<Data>(schema: z.ZodType<Data>, data: unknown): z.ZodSafeParseResult<Data> {
  const first = schema.safeParse(data, { error: tellIssue });
  if (first.success) return first;
  const refused = new Set(first.error.issues.map(({ path }) => toKey(path)));
  const second = schema.safeParse(withoutNulls(data, [], refused), { error: tellIssue });
  return second.success ? second : first;
}

function toKey(path: readonly PropertyKey[]): string {
  return JSON.stringify(path.map(String));
}

/** The same without those members that are null and were refused at their own place. */
function withoutNulls(value: unknown, path: readonly PropertyKey[], refused: ReadonlySet<string>): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map((item, index) => withoutNulls(item, [...path, index], refused));
  const kept = Object.entries(value).flatMap(([name, member]) => {
    const place = [...path, name];
    if (member === null && refused.has(toKey(place))) return [];
    return [[name, withoutNulls(member, place, refused)] as const];
  });
  return Object.fromEntries(kept);
}
