import type { Json } from "#lib/automations/mapping/mapping-schema.ts";
import type { ComparisonName, ConditionSource, Scalar } from "./condition-schema.ts";

/** The comparison that was not met. @param expected null where there is nothing to compare with @param actual null = nothing was there */
export type FailedComparison = {
  source: ConditionSource;
  comparison: ComparisonName;
  expected: Scalar | readonly Scalar[] | null;
  actual: Json;
};

export type ConditionOutcome = { isMet: true } | { isMet: false; failed: FailedComparison };
