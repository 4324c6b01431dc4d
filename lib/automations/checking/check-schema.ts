import { z } from "zod";
import { definitionSchema } from "#lib/automations/definition-schema.ts";
import { stepKeySchema } from "#lib/automations/mapping/path-schema.ts";
import { shortText } from "#lib/text-schema.ts";

/** What is tried in place of the draft, without being saved. */
export const triedDefinition = definitionSchema
  .optional()
  .describe("What is looked at in place of the draft; nothing of it is saved");

export const checkDraftInput = z.strictObject({ id: shortText(60), definition: triedDefinition });

export const suggestStepInput = z.strictObject({
  id: shortText(60),
  definition: triedDefinition,
  step: stepKeySchema,
});

const definitionProblemDto = z.object({
  path: z.string().describe("Into the definition: `steps[0].mapping.text`"),
  code: z.string(),
  message: z.string(),
  weight: z
    .enum(["refused", "unfinished", "warning"])
    .describe(
      "refused: it is not saved. unfinished: it is saved, and not published. warning: it may be published",
    ),
});
export type DefinitionProblemDto = z.infer<typeof definitionProblemDto>;

export const draftCheckDto = z.object({
  canBeSaved: z.boolean(),
  canBePublished: z.boolean(),
  problems: z.array(definitionProblemDto).describe("At most 200; empty = all is well"),
});
export type DraftCheckDto = z.infer<typeof draftCheckDto>;

const path = z.array(z.union([z.string(), z.int()]));
const json = z.unknown();
const baseRow = z.object({
  path,
  name: z.string().describe("The path as people read it: `customer.email`"),
  type: z.enum([
    "text",
    "number",
    "integer",
    "boolean",
    "date",
    "instant",
    "money",
    "object",
    "list",
    "lines",
    "any",
  ]),
  title: z.string().nullable(),
  description: z.string().nullable(),
  isRequired: z.boolean().describe("Of a source: it is there whenever the whole is"),
  meaning: z.string().nullable().describe("What it means whatever its name: email, paid_amount, lines"),
  example: json.describe("null = none is known"),
  values: z.array(json).nullable().describe("The only ones that it may have; null = any"),
  maxLength: z.int().nullable(),
  resource: z
    .object({ id: z.string(), title: z.string() })
    .nullable()
    .describe(
      "The list of the connection that its ids stand in: GET /api/integrations/{id}/resources/{resource}",
    ),
});
const shapeRowDto = baseRow.extend({
  item: z
    .object({ type: z.string(), fields: z.array(baseRow).describe("With paths within an item") })
    .nullable()
    .describe("Of a list: what stands in it"),
});
export type ShapeRowDto = z.infer<typeof shapeRowDto>;

export const stepSuggestionsDto = z.object({
  step: z.string(),
  app: z.object({ id: z.string(), name: z.string() }).nullable(),
  action: z
    .object({
      id: z.string(),
      title: z.string(),
      description: z.string(),
      effect: z.enum(["read", "write"]),
      movesMoney: z.boolean(),
    })
    .nullable()
    .describe("null = none is chosen, or the app has it no more"),
  fields: z.array(shapeRowDto).describe("Of the action's input, each object followed by what is in it"),
  sources: z.object({
    event: z.array(shapeRowDto).describe("Paths begin with id, type, occurredAt or data"),
    steps: z.array(
      z.object({
        step: z.string(),
        title: z.string().nullable(),
        app: z.string().nullable(),
        fields: z.array(shapeRowDto),
      }),
    ),
  }),
  suggestions: z.array(
    z.object({
      path,
      name: z.string(),
      value: z.record(z.string(), z.unknown()).describe("As a mapping has it"),
      reason: z.string(),
      confidence: z.number().min(0).max(1),
      isTaken: z.boolean().describe("The field is mapped already"),
    }),
  ),
});
export type StepSuggestionsDto = z.infer<typeof stepSuggestionsDto>;
