import { z } from "zod";
import { say } from "#lib/failures/say.ts";
import { saidParam } from "#lib/failures/values.ts";
import { inOrder, periodInput } from "#lib/listing/period-schema.ts";
import { shortText } from "#lib/text-schema.ts";

const id = shortText(60);

const replayModeSchema = z
  .enum(["same-version", "live-version", "from-start"])
  .describe(
    "same-version, live-version: what has succeeded is kept, and the run goes on from the step that failed, by the version that it began with or by the live one. from-start: all anew, by the live version",
  );
export type ReplayMode = z.infer<typeof replayModeSchema>;

const plan = z.literal(true).optional().describe("Nothing is begun: the answer is what would be done");

export const replayRunInput = z.strictObject({ id, mode: replayModeSchema, plan });

export const replayRunsInput = z
  .strictObject({
    id,
    mode: replayModeSchema,
    status: z.literal("failed").default("failed"),
    ...periodInput,
    plan,
    planId: shortText(400)
      .min(1, saidParam(say("field_needed")))
      .optional()
      .describe("Of the plan that is carried out"),
  })
  .check(inOrder)
  .refine((input) => (input.plan === true) !== (input.planId !== undefined), {
    path: ["planId"],
    message: saidParam(say("field_plan_needed")),
  });

const stepEffectSchema = z
  .enum(["reuses", "runs", "mayRepeat", "finds", "skips"])
  .describe(
    "reuses: it has succeeded, and its receipt is kept. runs: it is done for the first time, or only reads. mayRepeat: the app may do again what it has done. finds: what the app has done already is found, and not done twice. skips: it is off, too late, or was skipped",
  );
export type StepEffect = z.infer<typeof stepEffectSchema>;

const step = {
  key: z.string(),
  title: z.string().nullable().describe("What the action is called"),
  app: z.string().nullable(),
};

export const replayDto = z.object({
  mode: replayModeSchema,
  version: z.int().describe("The version that it goes by"),
  steps: z.array(z.object({ ...step, effect: stepEffectSchema, message: z.string() })),
  replayId: z.string().nullable().describe("null = it was a plan only"),
  runId: z.string().nullable().describe("Of the new run; null = it was a plan only"),
});
export type ReplayDto = z.infer<typeof replayDto>;

export const bulkReplayDto = z.object({
  mode: replayModeSchema,
  runs: z.int().describe("How many failed runs are replayed, at most 500"),
  hasMore: z.boolean().describe("There are more: these are the newest"),
  withoutData: z
    .int()
    .describe("Failed runs that cannot be replayed, as their events' data is not kept any more"),
  steps: z.array(
    z.object({
      ...step,
      reuses: z.int(),
      runs: z.int(),
      mayRepeat: z.int(),
      finds: z.int(),
      skips: z.int(),
    }),
  ),
  planId: z.string().describe("Good for 15 minutes, and as long as the runs stay as they are"),
  expiresAt: z.iso.datetime(),
  replayId: z.string().nullable().describe("null = it was a plan only"),
});
export type BulkReplayDto = z.infer<typeof bulkReplayDto>;
