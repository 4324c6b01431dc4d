import { labelOf } from "#components/schema-form/shape.ts";
import type { Path } from "#lib/automations/mapping/path-schema.ts";
import { followPath } from "#lib/automations/shapes/follow-path.ts";
import type { Shape } from "#lib/automations/shapes/shape.ts";

/** A path in plain words: `["data", "customer", "email"]` is "Customer · Email". */
export function titleOfPath(shape: Shape | null, path: Path): string {
  const isOfData = path[0] === "data" && path.length > 1;
  const titles = path.map((part, at) => {
    const found = shape && followPath(shape, path.slice(0, at + 1));
    if (typeof part === "number") return `${part + 1}`;
    return found?.shape.title ?? labelOf(part);
  });
  return titles.slice(isOfData ? 1 : 0).join(" · ");
}

/** A value as one short line of text; a missing one is null. */
export function shownValue(value: unknown): string | null {
  if (value === undefined || value === null) return null;
  if (typeof value === "string") return value.trim() === "" ? "(empty)" : value;
  if (typeof value === "boolean") return value ? "Yes" : "No";
  if (Array.isArray(value)) return value.length === 1 ? "1 entry" : `${value.length} entries`;
  if (typeof value === "object") {
    return Object.values(value)
      .flatMap((member) => shownValue(member) ?? [])
      .join(", ");
  }
  return String(value);
}
