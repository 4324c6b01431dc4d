import { z } from "zod";
import { platformEventTypes } from "#lib/events/catalogue/catalogue.ts";
import { shortText } from "#lib/text-schema.ts";
import { conditionSchema } from "./conditions/condition-schema.ts";
import { mappingSchema } from "./mapping/mapping-schema.ts";
import { stepKeySchema } from "./mapping/path-schema.ts";

/** More than any of the apps needs one after the other. */
const maxSteps = 20;

/** One thing that a connected app is to do. */
export const stepSchema = z.strictObject({
  key: stepKeySchema,
  integrationId: shortText(60).min(1, "is needed"),
  action: shortText(100).min(1, "is needed"),
  mapping: mappingSchema,
  mode: z.enum(["live", "off"]).default("live").describe("off: the step is skipped"),
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
      "Two steps have the same key.",
    ),
};

/** What an automation does: of which event, on which condition, in which order. */
export const definitionSchema = z.strictObject(definitionFields);
export type Definition = z.output<typeof definitionSchema>;
