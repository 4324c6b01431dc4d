import { z } from "zod";
import { say } from "#lib/failures/say.ts";
import { saidParam } from "#lib/failures/values.ts";
import { pageInput, pageOf } from "#lib/listing/page.ts";
import { shortText, trimmedText } from "#lib/text-schema.ts";
import { definitionFields, stepSchema } from "./definition-schema.ts";

const id = shortText(60);
const name = trimmedText(200).min(1, saidParam(say("field_needed")));
const revision = z.int().min(1).describe("The revision that the change is made to; another one is 409");

export const automationIdInput = z.strictObject({ id });

export const createAutomationInput = z.strictObject({
  name,
  eventType: definitionFields.eventType,
  condition: definitionFields.condition.default(null).describe("null = every event of the type"),
  steps: definitionFields.steps.default([]),
  enabled: z.boolean().default(false).describe("true = it is published at once, and runs"),
});

export const updateAutomationInput = z
  .strictObject({
    id,
    revision: revision.optional().describe("Needed with each change but of `enabled`; another one is 409"),
    name: name.optional(),
    eventType: definitionFields.eventType.optional(),
    condition: definitionFields.condition.optional(),
    steps: definitionFields.steps.optional().describe("All steps: they replace those of the draft"),
    enabled: z
      .boolean()
      .optional()
      .describe("false = its runs are held, true = they go on; 409 before the first version is published"),
  })
  .refine(
    ({ id: _id, enabled, revision: seen, ...changes }) => {
      const isChange = Object.values(changes).some((change) => change !== undefined);
      return seen !== undefined || (enabled !== undefined && !isChange);
    },
    { path: ["revision"], message: saidParam(say("field_needed")) },
  );

export const publishAutomationInput = z.strictObject({ id, revision });

export const restoreVersionInput = z.strictObject({
  id,
  number: shortText(7)
    .regex(/^[1-9]\d*$/, saidParam(say("field_version_number")))
    .transform(Number),
  revision,
});

export const listAutomationsInput = z.strictObject(pageInput);
export const listVersionsInput = z.strictObject({ id, ...pageInput });

const tree = z.record(z.string(), z.unknown());
const stepDto = z.object({
  ...stepSchema.shape,
  mapping: tree,
  condition: tree.nullable(),
  mode: z.enum(["live", "review", "off"]),
  limit: z.object({ amount: z.int(), currency: z.string() }).nullable(),
  mustReach: z
    .object({
      withinSeconds: z.int(),
      otherwise: z.object({ integrationId: z.string(), action: z.string(), mapping: tree }).nullable(),
    })
    .nullable(),
});
const definitionDto = z.object({
  eventType: z.string(),
  condition: tree.nullable(),
  steps: z.array(stepDto),
});

export const automationDto = z.object({
  id: z.string(),
  name: z.string(),
  recipeId: z.string().nullable().describe("The recipe that it was installed from; null = made by hand"),
  status: z
    .enum(["draft", "active", "paused", "disabled"])
    .describe("draft: never published, so nothing is run; paused and disabled: runs are held"),
  enabled: z.boolean().describe("It runs when its event happens: its status is active"),
  revision: z.int().describe("Moves with each change of the name or the draft"),
  draft: definitionDto,
  liveVersion: z.int().nullable().describe("The version that events go by; null = none was published"),
  hasUnpublishedChanges: z.boolean().describe("The draft is not what the live version does"),
  stoppedAt: z.iso.datetime().nullable().describe("Since when its runs are held"),
  failingSince: z.iso.datetime().nullable().describe("Since when no run has succeeded; null = well"),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
});
export type AutomationDto = z.infer<typeof automationDto>;

const versionDto = z.object({
  number: z.int(),
  isLive: z.boolean(),
  publishedAt: z.iso.datetime(),
  definition: definitionDto,
});
export type VersionDto = z.infer<typeof versionDto>;

export const automationPage = pageOf(automationDto);
export const versionPage = pageOf(versionDto);
