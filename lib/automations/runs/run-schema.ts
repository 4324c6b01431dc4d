import { z } from "zod";
import { deliveryStatusSchema, heldForSchema } from "#lib/deliveries/schema.ts";
import { say } from "#lib/failures/say.ts";
import { saidParam } from "#lib/failures/values.ts";
import { pageInput, pageOf } from "#lib/listing/page.ts";
import { shortText } from "#lib/text-schema.ts";

const id = shortText(60);

export const runIdInput = z.strictObject({ id });
const step = shortText(60)
  .min(1, saidParam(say("field_needed")))
  .describe("The step's key");
export const stepOfRunInput = z.strictObject({ id, step });
export const decideStepInput = z.strictObject({
  id,
  step,
  outcome: z.enum(["done", "not_done"]).describe("not_done: it is done now"),
});
export const listRunsInput = z.strictObject({
  id,
  ...pageInput,
  status: deliveryStatusSchema.optional(),
});

const data = z.record(z.string(), z.unknown());

const decisionDto = z.object({
  kind: z.enum(["approved", "rejected", "done", "not_done"]),
  by: z.string().describe("Who said so"),
  at: z.iso.datetime(),
});

const runStepDto = z.object({
  key: z.string(),
  position: z.int(),
  title: z.string().describe("What the action is called"),
  app: z.string().describe("The app's name; empty where the connection is gone"),
  provider: z.string().nullable().describe("The app's id"),
  integrationId: z.string(),
  action: z.string(),
  mode: z.enum(["live", "review", "off"]),
  status: z.enum(["waiting", "review", "held", "succeeded", "failed", "skipped", "unknown"]),
  message: z.string().nullable().describe("Why it is not done, or was skipped"),
  input: data.nullable().describe("What the action was given"),
  output: data.nullable().describe("What the app answered"),
  isDataKept: z.boolean().describe("false: input and output are so old that they are not kept any more"),
  callId: z.string().nullable().describe("The call in the connection's activity"),
  url: z.string().nullable().describe("Where what was made is looked at"),
  decision: decisionDto.nullable(),
  late: z
    .object({
      withinSeconds: z.int(),
      secondWay: z.string().nullable().describe("What came of it; null = it is being tried"),
      raisedAt: z.iso.datetime(),
      confirmedAt: z.iso.datetime().nullable().describe("null = nobody has said that it was seen to"),
    })
    .nullable()
    .describe("It had to reach someone and did not in time; null = it did, or need not"),
  updatedAt: z.iso.datetime().nullable().describe("null = it was not reached yet"),
  canDecide: z
    .enum(["approve", "outcome"])
    .nullable()
    .describe("approve: it waits for a yes or no; outcome: it waits for somebody to say what became of it"),
});
export type RunStepDto = z.infer<typeof runStepDto>;

export const runDto = z.object({
  id: z.string(),
  automationId: z.string(),
  automationName: z.string(),
  version: z.int().nullable().describe("The version that it goes by"),
  eventId: z.string(),
  eventType: z.string(),
  status: deliveryStatusSchema,
  heldFor: heldForSchema.nullable(),
  heldUntil: z.iso.datetime().nullable().describe("When a held one fails"),
  replayId: z.string().nullable().describe("The replay that made it; null = the event itself did"),
  message: z.string().nullable().describe("What the last attempt came to; null = none was made"),
  sameAsRunId: z
    .string()
    .nullable()
    .describe("The run that had done the same before, so that this one did nothing; null = there is none"),
  createdAt: z.iso.datetime(),
  completedAt: z.iso.datetime().nullable(),
  condition: z
    .object({
      isMet: z.boolean(),
      path: z.string().nullable().describe("What was compared, where it was not met"),
      message: z.string().nullable().describe("Why it was not met, in words"),
      comparison: z.string().nullable(),
      expected: z.unknown().describe("null = nothing is compared with"),
      actual: z.unknown().describe("The value that was met; null = nothing was there"),
    })
    .nullable()
    .describe("null = there is none, it was not asked yet, or the event's data is not kept any more"),
  steps: z.array(runStepDto),
});
export type RunDto = z.infer<typeof runDto>;

export const runPage = pageOf(runDto);
