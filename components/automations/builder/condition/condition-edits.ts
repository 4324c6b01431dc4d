import type {
  Comparison,
  ComparisonName,
  Condition,
  ConditionSource,
  Scalar,
} from "#lib/automations/conditions/condition-schema.ts";
import { isOfType } from "#lib/automations/shapes/fits.ts";
import type { Shape } from "#lib/automations/shapes/shape.ts";

export type Group = Extract<Condition, { kind: "all" | "any" }>;

/** A condition as a group, which is how it is edited: one comparison alone is a group of one. */
export function asGroup(condition: Condition | null): Group {
  if (condition === null) return { kind: "all", of: [] };
  return condition.kind === "compare" ? { kind: "all", of: [condition] } : condition;
}

/** A group as a condition: of none there is none, and empty groups within are dropped. */
export function ofGroup(group: Group): Condition | null {
  const of = group.of.flatMap((part) => (part.kind === "compare" ? [part] : (ofGroup(part) ?? [])));
  const [only] = of;
  if (only === undefined) return null;
  return of.length === 1 && only.kind === "compare" ? only : { kind: group.kind, of };
}

const ordered: readonly ComparisonName[] = ["greater", "at_least", "less", "at_most"];
const always: readonly ComparisonName[] = ["is_present", "is_missing"];

/** The comparisons that make sense for values of a shape, the most usual first. */
export function comparisonsFor({ type, values, oneOf }: Shape): ComparisonName[] {
  if (type === "any" || oneOf.length > 0) return ["equals", "not_equals", "contains", ...ordered, ...always];
  if (type === "boolean") return ["is_true", "is_false", ...always];
  if (values !== null) return ["equals", "not_equals", "is_one_of", ...always];
  if (isOfType(type, "number")) return [...ordered, "equals", "not_equals", ...always];
  if (type === "date" || type === "instant") return [...ordered, ...always];
  if (isOfType(type, "text")) {
    return ["equals", "not_equals", "contains", "starts_with", "is_one_of", ...always];
  }
  return isOfType(type, "list") ? ["contains", ...always] : always.slice();
}

/** A comparison of another kind, with as much of the old value as it can keep. */
export function withComparison(
  source: ConditionSource,
  name: ComparisonName,
  shape: Shape,
  before?: Comparison,
): Comparison {
  const value = before && "value" in before ? before.value : undefined;
  const first = Array.isArray(value) ? value[0] : value;
  const compared = { kind: "compare", source } as const;
  switch (name) {
    case "equals":
    case "not_equals":
    case "contains":
      return { ...compared, comparison: name, value: fitting(first, shape) };
    case "greater":
    case "at_least":
    case "less":
    case "at_most": {
      const kept = fitting(first, shape);
      return { ...compared, comparison: name, value: typeof kept === "boolean" ? "" : kept };
    }
    case "starts_with":
      return { ...compared, comparison: name, value: String(first ?? "") };
    case "is_one_of": {
      const list = Array.isArray(value) ? value : value === undefined || value === "" ? [] : [value];
      return { ...compared, comparison: name, value: list };
    }
    default:
      return { ...compared, comparison: name };
  }
}

function fitting(value: Scalar | undefined, shape: Shape): Scalar {
  const wanted = shape.type === "list" ? (shape.item ?? shape) : shape;
  if (wanted.values !== null) {
    const [first] = wanted.values;
    const known = value !== undefined && wanted.values.includes(value) ? value : first;
    return typeof known === "string" || typeof known === "number" ? known : "";
  }
  if (isOfType(wanted.type, "number")) return typeof value === "number" ? value : 0;
  return value === undefined ? "" : typeof value === "boolean" ? value : String(value);
}
