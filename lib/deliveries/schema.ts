import { z } from "zod";
import { attemptFailureCodes } from "#lib/failures/consequences.ts";
import { pageInput } from "#lib/listing/page.ts";
import { inOrder, periodInput } from "#lib/listing/period-schema.ts";
import { shortText } from "#lib/text-schema.ts";

export const deliveryStatusSchema = z.enum(["pending", "held", "delivered", "failed", "cancelled"]);
export type DeliveryStatus = z.infer<typeof deliveryStatusSchema>;

/** What a delivery that is held waits for. */
export const heldForSchema = z
  .enum(["paused", "connection", "review", "decision"])
  .describe(
    "paused: its webhook or automation is off; connection: one is to work again; review: a person's yes; decision: a person's word on what became of a step",
  );
export type HeldFor = z.infer<typeof heldForSchema>;

/**
 * What came of an attempt. `delivered` and `failed` end the delivery; after `retrying` another attempt is due,
 * after `held` once what it waits for has come.
 */
const attemptOutcomeSchema = z.enum(["delivered", "retrying", "held", "failed"]);

/** Why an attempt did not succeed; null when it did. `http_status` stands beside `statusCode`. */
export const failureCodeSchema = z.enum(attemptFailureCodes);
export type FailureCode = z.infer<typeof failureCodeSchema>;

const timingDto = z.object({
  dnsMs: z.number().nullable().describe("null where a kept-alive connection was used, or not reached"),
  connectMs: z.number().nullable(),
  tlsMs: z.number().nullable(),
  firstByteMs: z.number().nullable().describe("From the request sent to the first byte of the answer"),
  totalMs: z.number(),
});
export type TimingDto = z.infer<typeof timingDto>;

const attemptTriggerSchema = z.enum(["schedule", "manual", "test"]);

const attemptDto = z.object({
  id: z.string(),
  deliveryId: z.string(),
  webhookId: z.string().describe("The destination: a webhook, or the automation of a run"),
  eventId: z.string(),
  eventType: z.string(),
  summary: z.string().nullable().describe("The event in one line; null where its data says nothing"),
  number: z.int(),
  trigger: attemptTriggerSchema,
  startedAt: z.iso.datetime(),
  outcome: attemptOutcomeSchema,
  failureCode: failureCodeSchema.nullable(),
  message: z.string().describe("What happened, in plain words"),
  statusCode: z.int().nullable(),
  timing: timingDto,
  nextAttemptAt: z.iso
    .datetime()
    .nullable()
    .describe("When it was to be tried again, as planned at the time"),
  isNextPlanned: z.boolean().describe("The delivery still waits for nextAttemptAt"),
});
export type AttemptDto = z.infer<typeof attemptDto>;

/** One attempt with what was sent and what came back. */
export const attemptDetailDto = attemptDto.extend({
  request: z
    .object({
      method: z.literal("POST"),
      url: z.string(),
      headers: z.record(z.string(), z.string()).describe("Secrets are masked"),
      body: z.string().nullable().describe("null = the event is so old that its data is not kept any more"),
    })
    .nullable()
    .describe("null = nothing was sent, or it is not kept any more"),
  response: z
    .object({
      headers: z.record(z.string(), z.string()),
      body: z.string().describe("At most the first 16 KiB"),
      isBodyCut: z.boolean(),
    })
    .nullable(),
});
export type AttemptDetailDto = z.infer<typeof attemptDetailDto>;

export const deliveryDto = z.object({
  id: z.string(),
  eventId: z.string(),
  eventType: z.string(),
  summary: z.string().nullable().describe("The event in one line; null where its data says nothing"),
  webhookId: z
    .string()
    .describe("The destination: the webhook, or of a run the automation. `destination.kind` says which"),
  destination: z.object({
    kind: z.enum(["webhook", "automation"]),
    id: z.string(),
    label: z.string().describe("The URL of a webhook, the name of an automation"),
    description: z.string().describe("What the merchant calls it; may be empty"),
    state: z.enum(["active", "paused", "disabled", "deleted"]).describe("Only an active one is sent to"),
  }),
  status: deliveryStatusSchema,
  attempts: z.int(),
  isTest: z.boolean(),
  isInFlight: z.boolean().describe("An attempt is under way now"),
  nextAttemptAt: z.iso.datetime().nullable(),
  heldFor: heldForSchema.nullable().describe("null = it is not held"),
  heldUntil: z.iso
    .datetime()
    .nullable()
    .describe("When a held one fails, unless what it waits for comes before; null = it is not held"),
  lastAttempt: z
    .object({
      at: z.iso.datetime(),
      statusCode: z.int().nullable(),
      failureCode: failureCodeSchema.nullable(),
      message: z.string(),
      totalMs: z.number(),
    })
    .nullable(),
  createdAt: z.iso.datetime(),
  completedAt: z.iso.datetime().nullable(),
});
export type DeliveryDto = z.infer<typeof deliveryDto>;

export const deliveryDetailDto = deliveryDto.extend({ attemptLog: z.array(attemptDetailDto) });
export type DeliveryDetailDto = z.infer<typeof deliveryDetailDto>;

export const deliveryIdInput = z.strictObject({ id: shortText(60) });

export const listDeliveriesInput = z
  .strictObject({
    ...pageInput,
    ...periodInput,
    status: deliveryStatusSchema.optional(),
    eventType: shortText(100).optional(),
    webhookId: shortText(60)
      .optional()
      .describe("Of this destination alone: the id of a webhook, or of an automation"),
    eventId: shortText(128).optional(),
    isTest: z.enum(["true", "false"]).optional().describe("true = only tests, false = all but tests"),
    search: shortText(200)
      .optional()
      .describe("An order number, words of the event or its destination, or an id"),
  })
  .check(inOrder);

export type ListDeliveriesInput = z.infer<typeof listDeliveriesInput>;

/** Attempts of one webhook, newest first. */
export const listWebhookLogsInput = z
  .strictObject({
    id: shortText(60),
    ...pageInput,
    ...periodInput,
    status: z
      .enum(["delivered", "failed"])
      .optional()
      .describe("failed = did not succeed, whether or not it was tried again"),
    eventType: shortText(100).optional(),
    search: shortText(200)
      .optional()
      .describe("An order number, words of the event or its destination, or an id"),
  })
  .check(inOrder);

export type ListWebhookLogsInput = z.infer<typeof listWebhookLogsInput>;
