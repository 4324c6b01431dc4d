import type { ValueType } from "#lib/automations/shapes/shape.ts";
import type { Json } from "./mapping-schema.ts";

/** The type of a value, as far as it alone tells. */
export function typeOfValue(value: Json): ValueType {
  if (typeof value === "string") return "text";
  if (typeof value === "boolean") return "boolean";
  if (typeof value === "number") return Number.isSafeInteger(value) ? "integer" : "number";
  if (value === null) return "any";
  return Array.isArray(value) ? "list" : "object";
}
