import { maxDepth } from "#lib/plain-data.ts";
import { storable } from "#lib/text.ts";
import type { Json } from "./mapping-schema.ts";

/** How much one mapping may take from an event and the steps before: values, and UTF-16 code units of text. */
const mostValues = 200_000;
const mostCharacters = 4_000_000;

/** What is left to be taken. */
export type Allowance = { values: number; characters: number };

export function fullAllowance(): Allowance {
  return { values: mostValues, characters: mostCharacters };
}

/** Takes of the allowance what a value made by a transform needs. @returns false where that is more than is left */
export function takeText(text: string, allowance: Allowance): boolean {
  allowance.values -= 1;
  allowance.characters -= text.length;
  return allowance.values >= 0 && allowance.characters >= 0;
}

/**
 * A copy that a row can keep and JSON can write: texts without NUL and halves of characters, no `__proto__`, members
 * that are undefined left out.
 * @returns the copy; `too_many` where the allowance is used up; `no_data` for what JSON has no form of
 */
export function keepable(
  value: unknown,
  allowance: Allowance,
  depth = 0,
): { value: Json } | "too_many" | "no_data" {
  if (depth > maxDepth) return "no_data";
  if (!takeText(typeof value === "string" ? value : "", allowance)) return "too_many";
  if (typeof value === "string") return { value: storable(value) };
  if (value === null || typeof value === "boolean") return { value };
  if (typeof value === "number")
    return Number.isFinite(value) ? { value: value === 0 ? 0 : value } : "no_data";
  if (typeof value !== "object") return "no_data";
  if (Array.isArray(value)) return keepableList(value, allowance, depth);
  const members: [string, Json][] = [];
  for (const [name, member] of Object.entries(value)) {
    if (name === "__proto__" || member === undefined) continue;
    allowance.characters -= name.length;
    const kept = keepable(member, allowance, depth + 1);
    if (typeof kept === "string") return kept;
    members.push([storable(name), kept.value]);
  }
  return { value: Object.fromEntries(members) };
}

function keepableList(
  list: readonly unknown[],
  allowance: Allowance,
  depth: number,
): ReturnType<typeof keepable> {
  const items: Json[] = [];
  for (const item of list) {
    const kept = keepable(item ?? null, allowance, depth + 1);
    if (typeof kept === "string") return kept;
    items.push(kept.value);
  }
  return { value: items };
}
