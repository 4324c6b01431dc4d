import type { Path } from "./path-schema.ts";

/**
 * What stands at a path of data: members that are an object's own, items of a list. Undefined where the path leads
 * nowhere.
 */
export function ownAt(data: unknown, path: Path): unknown {
  let value = data;
  for (const part of path) {
    if (typeof value !== "object" || value === null) return undefined;
    if (Array.isArray(value) !== (typeof part === "number") || !Object.hasOwn(value, part)) return undefined;
    value = Reflect.get(value, part);
  }
  return value;
}
