import { z } from "zod";
import { type Transform, transformSchema } from "#lib/automations/transforms/transform-schema.ts";
import { shortText } from "#lib/text-schema.ts";
import { boundedTree } from "./bounded-tree-schema.ts";
import { eventPathSchema, type Path, pathSchema, stepKeySchema } from "./path-schema.ts";

/** What JSON can hold. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json };
const json: z.ZodType<Json> = z.json();

/** What becomes of a source that is not there, or null. */
const ifMissing = z.discriminatedUnion("rule", [
  /** The step fails, and the field is named. */
  z.strictObject({ rule: z.literal("fail") }),
  /** The property, the item or the part of the text is left out. */
  z.strictObject({ rule: z.literal("leave_out") }),
  /** This value stands in its place, as it is. */
  z.strictObject({ rule: z.literal("default"), value: json }),
]);
export type IfMissing = z.infer<typeof ifMissing>;

const transforms = z.array(transformSchema).max(10, { abort: true });
const worked = { transforms, ifMissing };

const fieldSource = z.strictObject({ kind: z.literal("field"), path: eventPathSchema, ...worked });
const resultSource = z.strictObject({
  kind: z.literal("result"),
  step: stepKeySchema,
  path: pathSchema,
  ...worked,
});
const lineSource = z.strictObject({ kind: z.literal("line"), path: pathSchema, ...worked });

/** Where a value comes from: a field of the event, of an earlier step's output, or of the order line at hand. */
const sourceSchema = z.discriminatedUnion("kind", [fieldSource, resultSource, lineSource]);
export type Source =
  | { kind: "field"; path: Path; transforms: readonly Transform[]; ifMissing: IfMissing }
  | { kind: "result"; step: string; path: Path; transforms: readonly Transform[]; ifMissing: IfMissing }
  | { kind: "line"; path: Path; transforms: readonly Transform[]; ifMissing: IfMissing };

/** One value of an action's input, as a tree. */
export type Value =
  | Source
  | { kind: "fixed"; value: Json }
  /** Literal texts and sources, one after the other. */
  | { kind: "text"; parts: readonly (string | Source)[] }
  | { kind: "object"; fields: Readonly<Record<string, Value>> }
  | { kind: "list"; items: readonly Value[] }
  /** A list with one item for each item of a list of the event; at most one in a mapping. */
  | { kind: "each_line"; over: Path; ifMissing: IfMissing; item: Value };

const fieldName = shortText(200).min(1);
/** A single text within a mapping, such as the HTML of an email. */
const maxText = 100_000;

export const valueSchema: z.ZodType<Value> = z.lazy(() =>
  z.discriminatedUnion("kind", [
    fieldSource,
    resultSource,
    lineSource,
    z.strictObject({ kind: z.literal("fixed"), value: json }),
    z.strictObject({
      kind: z.literal("text"),
      parts: z.array(z.union([shortText(maxText), sourceSchema])).max(100, { abort: true }),
    }),
    z.strictObject({ kind: z.literal("object"), fields: z.record(fieldName, valueSchema) }),
    z.strictObject({ kind: z.literal("list"), items: z.array(valueSchema).max(300, { abort: true }) }),
    z.strictObject({
      kind: z.literal("each_line"),
      over: eventPathSchema,
      ifMissing,
      item: valueSchema,
    }),
  ]),
);

/**
 * How one action's input is made: a Value for each field of it. A tree, never a template: nothing in it is read as a
 * pattern. Whether it fits the event and the action is for checkMapping.
 */
export const mappingSchema = boundedTree(z.record(fieldName, valueSchema));
export type Mapping = Readonly<Record<string, Value>>;
