import { z } from "zod";
import { say } from "#lib/failures/say.ts";
import { saidParam } from "#lib/failures/values.ts";
import { instant } from "#lib/instant-schema.ts";
import { pageInput } from "#lib/listing/page.ts";
import { inOrder, periodInput } from "#lib/listing/period-schema.ts";
import { shortText } from "#lib/text-schema.ts";

export const maxEventsPerRequest = 1_000;
export const maxEventsBytes = 1024 * 1024;

/** No full stop: it parts the id from the rest in what a webhook's signature covers. */
export const eventIdSchema = shortText(200).regex(
  /^[A-Za-z0-9][A-Za-z0-9_:-]{0,127}$/,
  saidParam(say("field_event_id")),
);

/** One event as a sender gives it. `data` is checked against the schema of its type afterwards. */
export const eventInput = z.strictObject({
  id: eventIdSchema.optional().describe("Yours; the same id twice is one event"),
  type: shortText(100).min(1),
  data: z.record(shortText(200), z.unknown()),
  occurredAt: instant.optional(),
  cause: shortText(60)
    .min(1)
    .optional()
    .describe(
      "Id of the run of an automation that led to it, where you know it: that automation makes no run of it, and after three in a row none does",
    ),
});
export type EventInput = z.infer<typeof eventInput>;

export const acceptEventsInput = z.union([z.array(eventInput).min(1).max(maxEventsPerRequest), eventInput]);

export const acceptedEventDto = z.object({
  id: z.string(),
  duplicate: z.boolean(),
  deliveries: z.int().describe("How many destinations it goes to"),
});
export type AcceptedEventDto = z.infer<typeof acceptedEventDto>;

export const eventDto = z.object({
  id: z.string(),
  type: z.string(),
  data: z.record(shortText(200), z.unknown()),
  isDataKept: z.boolean().describe("false = the event is so old that data holds only what lists show of it"),
  occurredAt: z.iso.datetime(),
  acceptedAt: z.iso.datetime(),
  origin: z.enum(["api", "inngest", "patchbay", "test"]),
  cause: z
    .object({
      automations: z
        .array(z.object({ id: z.string(), name: z.string() }))
        .describe("Those that led to it, the first one first"),
      withoutRuns: z
        .enum(["these", "all"])
        .describe("Which automations make no run of it: these, or, after three in a row, all"),
    })
    .nullable()
    .describe("null = no automation is known to have led to it"),
  deliveries: z.object({
    total: z.int(),
    delivered: z.int(),
    pending: z.int().describe("pending or held"),
    held: z.int().describe("Those of the pending whose webhook or automation is paused or switched off"),
    failed: z.int(),
    cancelled: z.int(),
  }),
});
export type EventDto = z.infer<typeof eventDto>;

export const listEventsInput = z
  .strictObject({
    ...pageInput,
    type: shortText(100).optional(),
    ...periodInput,
    includeOwn: z
      .enum(["true", "false"])
      .optional()
      .describe(
        "true = also Patchbay's own events, which are left out unless one of their types is asked for",
      ),
    search: shortText(200).optional().describe("An order number, words of the event, or an id"),
  })
  .check(inOrder);

export const eventTypeDto = z.object({
  type: z.string(),
  version: z.int(),
  formerTopic: z.string().nullable(),
  source: z.enum(["platform", "patchbay"]),
  group: z.string(),
  title: z.string(),
  description: z.string(),
  schema: z.record(z.string(), z.unknown()).describe("JSON Schema 2020-12 of data"),
  example: z.record(z.string(), z.unknown()),
});
export type EventTypeDto = z.infer<typeof eventTypeDto>;
