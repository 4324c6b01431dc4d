import type { Comparison, Condition, ConditionSource } from "#lib/automations/conditions/condition-schema.ts";
import { fieldName, spoken } from "./field-name.ts";

const verbs = {
  equals: "is",
  not_equals: "is not",
  greater: "is more than",
  at_least: "is at least",
  less: "is less than",
  at_most: "is at most",
  contains: "contains",
  starts_with: "starts with",
  is_one_of: "is one of",
  is_true: "is true",
  is_false: "is false",
  is_present: "is there",
  is_missing: "is missing",
} as const satisfies Record<Comparison["comparison"], string>;

/** A condition as lines: one comparison each, or a group of which all or any must be met. */
export type ConditionLine =
  | { kind: "compare"; text: string }
  | { kind: "all" | "any"; of: readonly ConditionLine[] };

/** A condition in words: "Total amount is at least 5000". */
export function conditionLine(condition: Condition): ConditionLine {
  if (condition.kind !== "compare") return { kind: condition.kind, of: condition.of.map(conditionLine) };
  const { source, comparison } = condition;
  const expected = "value" in condition ? ` ${shownValue(condition.value)}` : "";
  return { kind: "compare", text: `${sourceName(source)} ${verbs[comparison]}${expected}` };
}

function sourceName(source: ConditionSource): string {
  const name =
    source.kind === "field" ? fieldName(source.path) : `${spoken(source.path)} of “${source.step}”`;
  const [transform] = source.transforms;
  switch (transform?.transform) {
    case "count":
      return `Number of ${name.toLowerCase()}`;
    case "sum":
      return `Sum of ${spoken(transform.path).toLowerCase()} over ${name.toLowerCase()}`;
    default:
      return name;
  }
}

function shownValue(value: unknown): string {
  if (Array.isArray(value)) return value.map(shownValue).join(", ");
  return typeof value === "string" ? `“${value}”` : String(value);
}
