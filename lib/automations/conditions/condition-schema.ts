import { z } from "zod";
import { boundedTree } from "#lib/automations/mapping/bounded-tree-schema.ts";
import {
  eventPathSchema,
  type Path,
  pathSchema,
  stepKeySchema,
} from "#lib/automations/mapping/path-schema.ts";
import { type Transform, transformSchema } from "#lib/automations/transforms/transform-schema.ts";
import { shortText } from "#lib/text-schema.ts";

const transforms = z.array(transformSchema).max(10, { abort: true });

/** What is compared: a field of the event, or of an earlier step's output. */
const conditionSourceSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("field"), path: eventPathSchema, transforms }),
  z.strictObject({ kind: z.literal("result"), step: stepKeySchema, path: pathSchema, transforms }),
]);
export type ConditionSource =
  | { kind: "field"; path: Path; transforms: readonly Transform[] }
  | { kind: "result"; step: string; path: Path; transforms: readonly Transform[] };

const text = shortText(2_000);
const scalar = z.union([text, z.number(), z.boolean()]);
export type Scalar = z.infer<typeof scalar>;

const compared = { kind: z.literal("compare"), source: conditionSourceSchema };

/** Each comparison with what it compares with. Numbers compare as numbers, moments and days by time. */
const comparisonSchema = z.discriminatedUnion("comparison", [
  z.strictObject({ ...compared, comparison: z.literal("equals"), value: scalar }),
  /** Also met where there is no value: nothing is not equal to something. */
  z.strictObject({ ...compared, comparison: z.literal("not_equals"), value: scalar }),
  z.strictObject({ ...compared, comparison: z.literal("greater"), value: z.union([z.number(), text]) }),
  z.strictObject({ ...compared, comparison: z.literal("at_least"), value: z.union([z.number(), text]) }),
  z.strictObject({ ...compared, comparison: z.literal("less"), value: z.union([z.number(), text]) }),
  z.strictObject({ ...compared, comparison: z.literal("at_most"), value: z.union([z.number(), text]) }),
  /** A text within a text, in whichever case; an item in a list. */
  z.strictObject({ ...compared, comparison: z.literal("contains"), value: scalar }),
  /** In whichever case. */
  z.strictObject({ ...compared, comparison: z.literal("starts_with"), value: text.min(1) }),
  z.strictObject({
    ...compared,
    comparison: z.literal("is_one_of"),
    value: z.array(scalar).min(1).max(200, { abort: true }),
  }),
  z.strictObject({ ...compared, comparison: z.literal("is_true") }),
  z.strictObject({ ...compared, comparison: z.literal("is_false") }),
  z.strictObject({ ...compared, comparison: z.literal("is_present") }),
  z.strictObject({ ...compared, comparison: z.literal("is_missing") }),
]);
export type ComparisonName = z.infer<typeof comparisonSchema>["comparison"];
export const comparisonNames: readonly ComparisonName[] = comparisonSchema.options.flatMap(
  ({ shape }) => shape.comparison.value,
);

/** One comparison. `value` is absent where there is nothing to compare with. */
export type Comparison = {
  kind: "compare";
  source: ConditionSource;
} & (
  | { comparison: "equals" | "not_equals" | "contains"; value: Scalar }
  | { comparison: "greater" | "at_least" | "less" | "at_most"; value: number | string }
  | { comparison: "starts_with"; value: string }
  | { comparison: "is_one_of"; value: readonly Scalar[] }
  | { comparison: "is_true" | "is_false" | "is_present" | "is_missing" }
);

export type Condition =
  | Comparison
  | { kind: "all"; of: readonly Condition[] }
  | { kind: "any"; of: readonly Condition[] };

const conditionNode: z.ZodType<Condition> = z.lazy(() => {
  const of = z.array(conditionNode).min(1).max(20, { abort: true });
  return z.union([
    comparisonSchema,
    z.strictObject({ kind: z.literal("all"), of }),
    z.strictObject({ kind: z.literal("any"), of }),
  ]);
});

/** Whether a run goes on: comparisons, and groups of them of which all or any must be met. */
export const conditionSchema = boundedTree(conditionNode);
