import { z } from "zod";
import { triedDefinition } from "#lib/automations/checking/check-schema.ts";
import { shortText } from "#lib/text-schema.ts";

const id = shortText(60);

export const previewInput = z.strictObject({
  id,
  definition: triedDefinition,
  eventId: shortText(128)
    .optional()
    .describe("One of the merchant's events; default: the newest of the type, else the catalogue's example"),
  sample: z.literal(true).optional().describe("The catalogue's example, also where there are events"),
});

const data = z.record(z.string(), z.unknown());
const resultsFrom = z
  .enum(["run", "example"])
  .nullable()
  .describe(
    "run: what the step answered when the event was run. example: made from what the action answers, texts being the field's name in brackets. null = it has none",
  );

const comparisonDto = z.object({
  path: z.string().describe("What is compared: `customer.hasMarketingConsent`"),
  step: z.string().nullable().describe("Of whose result it is; null = of the event"),
  comparison: z.string(),
  expected: z.unknown().describe("null = nothing is compared with"),
  actual: z.unknown().describe("null = nothing is there"),
  isMet: z.boolean(),
});
const conditionOutcomeDto = z.object({
  isMet: z.boolean(),
  message: z.string().nullable().describe("The comparison that is not met, with the value that it met"),
  comparisons: z.array(comparisonDto),
});
export type ConditionOutcomeDto = z.infer<typeof conditionOutcomeDto>;

const triedProblemDto = z.object({
  path: z.string().describe("Into the action's input; empty = the step as a whole"),
  code: z.string(),
  message: z.string(),
  isCertain: z
    .boolean()
    .describe("false = it comes of a result that is only an example, and may be none with the real one"),
});
export type TriedProblemDto = z.infer<typeof triedProblemDto>;

const triedStepDto = z.object({
  key: z.string(),
  title: z.string().nullable().describe("What the action is called"),
  app: z.string().nullable(),
  integrationId: z.string(),
  action: z.string(),
  mode: z.enum(["live", "review", "off"]),
  outcome: z
    .enum(["sent", "review", "off", "not_met", "fails"])
    .describe(
      "As of the event's own moment, so nothing is too late. sent: at once; money whose amount only the app knows, up to the step's limit. review: once a person says yes. off, not_met: it is skipped. fails: the run ends with it",
    ),
  isReached: z.boolean().describe("false = the condition is not met or an earlier step fails"),
  condition: conditionOutcomeDto.nullable(),
  input: data.nullable().describe("What the app would be sent; null = none could be made, or it is skipped"),
  leftOut: z.array(z.object({ path: z.string(), message: z.string() })),
  problems: z.array(triedProblemDto),
  result: data.nullable().describe("What later steps are worked out with"),
  resultFrom: resultsFrom,
});
export type TriedStepDto = z.infer<typeof triedStepDto>;

export const previewDto = z.object({
  event: z.object({
    id: z.string(),
    type: z.string(),
    summary: z.string().nullable(),
    occurredAt: z.iso.datetime(),
    acceptedAt: z.iso.datetime().nullable(),
    from: z.enum(["history", "example"]).describe("example: the catalogue's"),
    data,
  }),
  olderEventId: z.string().nullable().describe("The one before it of the same type; null = none is kept"),
  newerEventId: z.string().nullable().describe("The one after it; null = it is the newest"),
  resultsFrom,
  condition: conditionOutcomeDto.nullable().describe("null = there is none"),
  steps: z.array(triedStepDto),
});
export type PreviewDto = z.infer<typeof previewDto>;

/** So many events are looked at, at most. */
export const mostEvents = 500;

export const dryRunInput = z.strictObject({
  id,
  definition: triedDefinition,
  events: z.int().min(1).max(mostEvents).default(100).describe("How many of the newest events are looked at"),
});

const fieldChangeDto = z.object({
  path: z.string().describe("Into what the app is sent"),
  before: z.unknown().describe("By the live version; null = nothing"),
  after: z.unknown().describe("By the draft; null = nothing"),
});

const dryRunTotalsDto = z.object({
  events: z.int().describe("How many were looked at"),
  same: z.int(),
  changed: z.int().describe("Something else would be sent"),
  failing: z.int().describe("A step of the draft would fail"),
  lost: z.int().describe("The live version sends something, and the draft would send nothing"),
  newlyRun: z.int().describe("The live version sends nothing, and the draft would"),
});

export const dryRunDto = z.object({
  totals: dryRunTotalsDto,
  isWhole: z.boolean().describe("false = time was up before all events were looked at"),
  liveVersion: z.int().nullable().describe("What the draft is held against; null = nothing is live"),
  events: z
    .array(
      z.object({
        eventId: z.string(),
        type: z.string(),
        summary: z.string().nullable(),
        occurredAt: z.iso.datetime(),
        outcome: z.enum(["changed", "failing", "lost", "newlyRun"]),
        run: z
          .object({
            id: z.string(),
            version: z.int().nullable(),
            status: z.enum(["pending", "delivered", "failed", "cancelled"]),
          })
          .nullable()
          .describe("What was made of the event; null = no run was"),
        resultsFrom,
        unmet: z.string().nullable().describe("The draft's condition, where it is not met"),
        steps: z.array(
          z.object({
            key: z.string(),
            title: z.string().nullable(),
            app: z.string().nullable(),
            change: z.enum(["added", "removed", "changed", "fails"]),
            fields: z.array(fieldChangeDto).describe("At most 30; long texts are cut"),
            problems: z.array(triedProblemDto),
          }),
        ),
      }),
    )
    .describe("Those of which something differs, the newest 100"),
});
export type DryRunDto = z.infer<typeof dryRunDto>;

export const differenceInput = z.strictObject({
  id,
  events: z.coerce
    .number()
    .int()
    .min(0)
    .max(mostEvents)
    .default(0)
    .describe("How many of the newest events the two are tried on; 0 = none"),
});

const definedDto = z.object({
  path: z.string(),
  title: z.string().describe("What the place is called"),
  before: z
    .string()
    .nullable()
    .describe("In words, with what is put in when it is run in [ ]; null = it is not there"),
  after: z.string().nullable(),
});
export const differenceDto = z.object({
  liveVersion: z.int().nullable().describe("null = nothing is live, so all is new"),
  hasChanges: z.boolean(),
  fields: z.array(definedDto).describe("What differs beside the steps: eventType, condition"),
  steps: z.array(
    z.object({
      key: z.string(),
      title: z.string().nullable(),
      app: z.string().nullable(),
      change: z.enum(["added", "removed", "changed", "moved"]),
      position: z.object({ before: z.int().nullable(), after: z.int().nullable() }),
      fields: z.array(definedDto),
    }),
  ),
  dryRun: dryRunTotalsDto.nullable().describe("null = it was not asked for"),
});
export type DifferenceDto = z.infer<typeof differenceDto>;
