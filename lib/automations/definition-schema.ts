import { z } from "zod";
import { platformEventTypes } from "#lib/events/catalogue/catalogue.ts";
import { currency } from "#lib/events/catalogue/fields.ts";
import { say } from "#lib/failures/say.ts";
import { saidParam } from "#lib/failures/values.ts";
import { shortText } from "#lib/text-schema.ts";
import { conditionSchema } from "./conditions/condition-schema.ts";
import { mappingSchema } from "./mapping/mapping-schema.ts";
import { stepKeySchema } from "./mapping/path-schema.ts";

/** More than any of the apps needs one after the other. */
const maxSteps = 20;

const actionFields = {
  integrationId: shortText(60).describe("Of the merchant's connection; empty = none is chosen yet"),
  action: shortText(100).describe("Of the app; empty = none is chosen yet"),
  mapping: mappingSchema,
};

/** A step that has to reach someone in time, and the second way to them. */
const mustReachSchema = z.strictObject({
  withinSeconds: z.int().min(10).max(86_400).describe("From the event's acceptance"),
  otherwise: z
    .strictObject(actionFields)
    .nullable()
    .default(null)
    .describe("What is done if the step has not succeeded by then; null = an email to the merchant's people"),
});

/** One thing that a connected app is to do. */
export const stepSchema = z.strictObject({
  key: stepKeySchema,
  ...actionFields,
  mode: z
    .enum(["live", "review", "off"])
    .default("live")
    .describe("review: prepared, and done once a person says yes; off: skipped"),
  limit: z
    .strictObject({
      amount: z.int().min(1).max(99_999_999_999).describe("In minor units such as cents"),
      currency,
    })
    .nullable()
    .default(null)
    .describe("For a step that moves money: up to this it is live, above it the step goes on review"),
  mustReach: mustReachSchema.nullable().default(null),
  condition: conditionSchema
    .nullable()
    .default(null)
    .describe("On the event and earlier steps: the step is skipped where it is not met; null = always done"),
  freshForSeconds: z
    .int()
    .min(1)
    .max(30 * 24 * 60 * 60)
    .nullable()
    .default(null)
    .describe(
      "Once the event was accepted longer ago, the step is skipped; null = it makes sense at any time",
    ),
});
export type Step = z.output<typeof stepSchema>;

/** The fields of a definition, each as it is sent. */
export const definitionFields = {
  eventType: z.enum(platformEventTypes).describe("An event of a platform service"),
  condition: conditionSchema.nullable(),
  steps: z
    .array(stepSchema)
    .max(maxSteps, { abort: true })
    .refine(
      (steps) => new Set(steps.map(({ key }) => key)).size === steps.length,
      saidParam(say("field_steps_of_one_key")),
    ),
};

/** What an automation does: of which event, on which condition, in which order. */
export const definitionSchema = z.strictObject(definitionFields);
export type Definition = z.output<typeof definitionSchema>;
