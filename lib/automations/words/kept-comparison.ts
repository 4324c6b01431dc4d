import { z } from "zod";
import type { FailedComparison } from "#lib/automations/conditions/condition-outcome.ts";
import {
  type Comparison,
  type ComparisonName,
  type Condition,
  type ConditionSource,
  comparisonNames,
} from "#lib/automations/conditions/condition-schema.ts";
import { eventRoots } from "#lib/automations/mapping/path-schema.ts";
import { describePlace } from "#lib/automations/mapping/read-source.ts";
import type { Param, Params } from "#lib/failures/message.ts";
import { parsePath } from "./parse-path.ts";

type Kept = Omit<FailedComparison, "actual">;

/**
 * The comparison that a row keeps. With the condition at hand it is the whole of it, as what is done to the value is not
 * kept; else what the row says.
 */
export function keptComparison(params: Params, condition: Condition | null): Kept {
  const { from, field, step, comparison, expected } = params;
  const found = condition && listComparisons(condition).find((compared) => isKeptAs(compared, params));
  if (found) {
    return {
      source: found.source,
      comparison: found.comparison,
      expected: "value" in found ? found.value : null,
    };
  }
  return {
    source: sourceOfPlace(from, String(field ?? ""), typeof step === "string" ? step : null),
    comparison: toComparisonName(comparison),
    expected: keptValue(toComparisonName(comparison), expected ?? null),
  };
}

/** Rows keep texts: an amount was a number, and several values a list. */
function keptValue(comparison: ComparisonName, expected: Param): Kept["expected"] {
  if (typeof expected !== "string") return expected;
  if (comparison === "is_one_of") return parseList(expected);
  const isOrdered = ["greater", "at_least", "less", "at_most"].includes(comparison);
  return isOrdered && /^-?\d{1,15}(?:\.\d+)?$/.test(expected) ? Number(expected) : expected;
}

function parseList(text: string): Kept["expected"] {
  try {
    return z.array(z.union([z.string(), z.number(), z.boolean()])).parse(JSON.parse(text));
  } catch {
    return text;
  }
}

function listComparisons(condition: Condition): Comparison[] {
  return condition.kind === "compare" ? [condition] : condition.of.flatMap(listComparisons);
}

function isKeptAs(compared: Comparison, { from, field, step, comparison, expected }: Params): boolean {
  const place = describePlace(compared.source);
  const value = "value" in compared ? compared.value : null;
  return (
    compared.comparison === comparison &&
    place.from === from &&
    place.field === field &&
    place.step === step &&
    keptText(value) === (expected ?? null)
  );
}

/** What is compared with, as rows keep it. */
export function keptText(value: FailedComparison["expected"]): string | null {
  if (value === null) return null;
  return typeof value === "string" ? value : JSON.stringify(value);
}

/** The source of a place, as `describePlace` writes it: without the `data` that all fields of an event lie in. */
export function sourceOfPlace(from: Param | undefined, field: string, step: string | null): ConditionSource {
  const path = parsePath(field);
  if (from === "step" && step !== null) return { kind: "result", step, path, transforms: [] };
  const [root] = path;
  const isWhole = from !== "event" || (path.length === 1 && eventRoots.some((name) => name === root));
  return { kind: "field", path: isWhole ? path : ["data", ...path], transforms: [] };
}

function toComparisonName(comparison: Param | undefined): ComparisonName {
  return comparisonNames.find((name) => name === comparison) ?? "equals";
}
