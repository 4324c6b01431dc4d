import type { ComparisonName } from "#lib/automations/conditions/condition-schema.ts";

type Ordered = "greater" | "at_least" | "less" | "at_most";

const comparisons: Record<`comparison_${ComparisonName}` | `comparison_${Ordered}_time`, string> = {
  comparison_equals: "is",
  comparison_not_equals: "is not",
  comparison_greater: "is more than",
  comparison_at_least: "is at least",
  comparison_less: "is less than",
  comparison_at_most: "is at most",
  comparison_contains: "contains",
  comparison_starts_with: "starts with",
  comparison_is_one_of: "is one of",
  comparison_is_true: "is yes",
  comparison_is_false: "is no",
  comparison_is_present: "is there",
  comparison_is_missing: "is missing",
  comparison_greater_time: "is after",
  comparison_at_least_time: "is on or after",
  comparison_less_time: "is before",
  comparison_at_most_time: "is on or before",
};

/** How fields, their values and comparisons of them are told, on screens and in sentences. */
export const comparisonWords = {
  ...comparisons,
  compared_with: "{field} {comparison} {value}",
  compared_alone: "{field} {comparison}",
  /** Several comparisons in one sentence. */
  compared_and: "{one} and {other}",
  compared_or: "{one} or {other}",

  field_of_step: "{field} of “{step}”",
  field_of_line: "{field} of the line",
  field_count: "Number of {field}",
  field_sum: "Sum of {part} over {field}",

  value_text: "“{text}”",
  value_yes: "yes",
  value_no: "no",
  value_nothing: "nothing",

  subject_unknown: "This",
  subject_order: "Order {number}",
  span_about: "about {span}",
};
