import { findSource, type SourceShapes } from "#lib/automations/mapping/find-source.ts";
import type { Path } from "#lib/automations/mapping/path-schema.ts";
import type { CheckProblem } from "#lib/automations/mapping/scope.ts";
import { isOfType } from "#lib/automations/shapes/fits.ts";
import type { Shape, ValueType } from "#lib/automations/shapes/shape.ts";
import { readMoment } from "#lib/automations/transforms/date-transform.ts";
import { listParam } from "#lib/failures/values.ts";
import type { Comparison, Condition, Scalar } from "./condition-schema.ts";

const plain: readonly ValueType[] = ["text", "number", "boolean"];
const ordered: readonly ValueType[] = ["number", "date", "instant"];

/** The types that a comparison can be made with. */
const comparable: Readonly<Record<Comparison["comparison"], readonly ValueType[]>> = {
  equals: plain,
  not_equals: plain,
  is_one_of: plain,
  greater: ordered,
  at_least: ordered,
  less: ordered,
  at_most: ordered,
  contains: ["text", "list"],
  starts_with: ["text"],
  is_true: ["boolean"],
  is_false: ["boolean"],
  is_present: ["any"],
  is_missing: ["any"],
};

/** What is wrong with a condition by the shapes alone. @returns problems with paths into the condition: `["of", 0]` */
export function checkCondition(condition: Condition, shapes: SourceShapes, path: Path = []): CheckProblem[] {
  if (condition.kind === "compare") return checkComparison(condition, shapes, path);
  return condition.of.flatMap((part, at) => checkCondition(part, shapes, [...path, "of", at]));
}

function checkComparison(compared: Comparison, shapes: SourceShapes, path: Path): CheckProblem[] {
  const outcome = findSource(compared.source, shapes, null);
  if ("problem" in outcome) return [{ ...outcome.problem, path: [...path, "source"], isWarning: false }];
  const { shape } = outcome.found;
  const choices = shape.oneOf.length > 0 ? shape.oneOf : [shape];
  const types = comparable[compared.comparison];
  const isComparable = choices.some(
    ({ type }) => type === "any" || types.some((taken) => isOfType(type, taken)),
  );
  if (!isComparable) {
    const params = { comparison: compared.comparison, found: shape.type };
    return [{ code: "condition_does_not_fit", params, path: [...path, "comparison"], isWarning: false }];
  }
  if (!("value" in compared) || shape.oneOf.length > 0) return [];
  const values: readonly Scalar[] = Array.isArray(compared.value) ? compared.value : [compared.value];
  const isPart = compared.comparison === "contains" || compared.comparison === "starts_with";
  return values.flatMap((value) => checkValue(value, shape, isPart, [...path, "value"]));
}

function checkValue(value: Scalar, shape: Shape, isPart: boolean, path: Path): CheckProblem[] {
  const wanted = isPart && shape.item ? shape.item : shape;
  if (!isComparableWith(value, wanted.type)) {
    const params = { expected: wanted.type };
    return [{ code: "condition_value_does_not_fit", params, path, isWarning: false }];
  }
  if (wanted.values === null || isPart || wanted.values.includes(value)) return [];
  const params = { values: listParam(wanted.values.map(String), "commas") };
  return [{ code: "condition_not_among", params, path, isWarning: false }];
}

function isComparableWith(value: Scalar, type: ValueType): boolean {
  switch (type) {
    case "text":
      return typeof value === "string";
    case "integer":
    case "number":
      return typeof value === "number";
    case "boolean":
      return typeof value === "boolean";
    case "date":
    case "instant":
      return typeof value === "string" && (/^\d{4}-\d{2}-\d{2}$/.test(value) || readMoment(value) !== null);
    default:
      return true;
  }
}
