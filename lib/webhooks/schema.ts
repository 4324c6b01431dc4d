import { z } from "zod";
import { failureCodeSchema } from "#lib/deliveries/schema.ts";
import { eventCatalogue } from "#lib/events/catalogue/catalogue.ts";
import type { Message } from "#lib/failures/message.ts";
import { say } from "#lib/failures/say.ts";
import { saidParam } from "#lib/failures/values.ts";
import { pageInput } from "#lib/listing/page.ts";
import { shortText } from "#lib/text-schema.ts";
import { maskedValue } from "../crypto/mask.ts";
import {
  basicTextProblem,
  headerNameProblem,
  headerSetTwice,
  headerValueProblem,
  maxCustomHeaders,
  maxHeaderValueLength,
} from "./headers.ts";
import { defaultRetryScheduleSeconds, maxRetries, maxRetryDelaySeconds } from "./retry-presets.ts";

const needed = saidParam(say("field_needed"));

const eventTypes = z
  .array(z.enum(["*", ...eventCatalogue.map((definition) => definition.type)]))
  .min(1, saidParam(say("field_no_event_chosen")))
  .max(50)
  .transform((types) => [...new Set(types)])
  .describe('Event types to receive; "*" is all but webhook.*, which are asked for by name');

function textWithout(findProblem: (text: string) => Message | null, text: z.ZodString) {
  return text.superRefine((value, check) => {
    const problem = findProblem(value);
    if (problem) check.addIssue({ code: "custom", message: saidParam(problem) });
  });
}

const headerName = textWithout(headerNameProblem, shortText(200));
const headerValue = textWithout(headerValueProblem, shortText(maxHeaderValueLength));
/** In a change, a value may come back masked, as it was shown: it stays what it is. */
const changedHeaderValue = z.union([z.literal(maskedValue), headerValue]);

const createHeadersSchema = (value: typeof headerValue | typeof changedHeaderValue) =>
  z
    .record(headerName, value)
    .refine(
      (record) => Object.keys(record).length <= maxCustomHeaders,
      saidParam(say("field_headers_at_most", { max: String(maxCustomHeaders) })),
    )
    .refine(
      (record) =>
        new Set(Object.keys(record).map((name) => name.toLowerCase())).size === Object.keys(record).length,
      saidParam(say("field_headers_of_one_name")),
    );

const credential = textWithout(headerValueProblem, shortText(maxHeaderValueLength).min(1, needed));
const basicText = textWithout(basicTextProblem, shortText(maxHeaderValueLength));

/** How Patchbay shows itself to the endpoint, beside the signature. */
export const webhookAuthSchema = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("none") }),
  z.strictObject({ type: z.literal("apiKey"), header: headerName.default("x-api-key"), value: credential }),
  z
    .strictObject({
      type: z.literal("basic"),
      username: basicText.refine((name) => !name.includes(":"), saidParam(say("field_colon"))).default(""),
      password: basicText.default("").describe("Sent in UTF-8. It or the user name may be empty"),
    })
    .refine(({ username, password }) => username !== "" || password !== "", {
      path: ["username"],
      message: saidParam(say("field_user_or_password")),
    }),
  z.strictObject({ type: z.literal("bearer"), token: credential }),
]);
export type WebhookAuth = z.output<typeof webhookAuthSchema>;

/** One message for whatever is wrong with the number: a person is told the range, not which bound was crossed. */
function wholeNumber(min: number, max: number, said: Message) {
  const message = saidParam(said);
  return z.int(message).min(min, message).max(max, message);
}

const fields = {
  url: shortText(2_000).min(1, needed),
  eventTypes,
  description: shortText(200, saidParam(say("field_longer_than", { max: "200" }))),
  headers: createHeadersSchema(headerValue).describe(
    "Further headers of each request. accept replaces */*; those that Patchbay sets itself are refused",
  ),
  auth: webhookAuthSchema,
  retrySchedule: z
    .array(wholeNumber(1, maxRetryDelaySeconds, say("field_wait_range")))
    .max(maxRetries, saidParam(say("field_attempts_at_most", { max: String(maxRetries) })))
    .describe("Seconds to wait before each further attempt; empty = one attempt only"),
  timeoutMs: wholeNumber(1_000, 30_000, say("field_timeout_range")),
  maxPerSecond: wholeNumber(1, 1_000, say("field_whole_number_range", { min: "1", max: "1,000" }))
    .nullable()
    .describe("At most this many requests a second"),
  maxInFlight: wholeNumber(1, 200, say("field_whole_number_range", { min: "1", max: "200" }))
    .nullable()
    .describe("At most this many requests at a time"),
};

export const createWebhookInput = z
  .strictObject({
    url: fields.url,
    eventTypes: fields.eventTypes,
    description: fields.description.default(""),
    headers: fields.headers.default({}),
    auth: fields.auth.default({ type: "none" }),
    retrySchedule: fields.retrySchedule.default([...defaultRetryScheduleSeconds]),
    timeoutMs: fields.timeoutMs.default(15_000),
    maxPerSecond: fields.maxPerSecond.default(null),
    maxInFlight: fields.maxInFlight.default(null),
  })
  .superRefine(({ headers, auth }, check) => {
    const name = headerSetTwice(Object.keys(headers), auth);
    if (name === null) return;
    const message = saidParam(say("field_header_twice"));
    check.addIssue({ code: "custom", path: ["headers", name], message });
  });
export type CreateWebhookInput = z.input<typeof createWebhookInput>;
export type NewWebhook = z.output<typeof createWebhookInput>;

const webhookStatusSchema = z.enum(["active", "paused", "disabled"]);

export const checkWebhookUrlInput = z.strictObject({ url: fields.url });

/** What is to be said of a URL before it is saved. `unresolved` may pass with time, `refused` does not. */
export const webhookUrlVerdictDto = z.object({
  verdict: z.enum(["ok", "unresolved", "refused"]),
  message: z.string(),
});
export type WebhookUrlVerdictDto = z.infer<typeof webhookUrlVerdictDto>;

export const webhookId = shortText(60);
export const webhookIdInput = z.strictObject({ id: webhookId });

export const updateWebhookInput = z.strictObject({
  id: webhookId,
  ...z.strictObject(fields).partial().shape,
  headers: createHeadersSchema(changedHeaderValue).optional(),
  status: webhookStatusSchema
    .optional()
    .describe(
      "paused or disabled: events make deliveries, which are held; active sends them, the oldest first",
    ),
});
export type UpdateWebhookInput = z.input<typeof updateWebhookInput>;

export const listWebhooksInput = z.strictObject({
  ...pageInput,
  search: shortText(200).optional().describe("Part of the URL or description"),
  status: z
    .enum([...webhookStatusSchema.options, "failing"])
    .optional()
    .describe(
      "paused = also those that were switched off by hand; failing = active, and no attempt has succeeded since failingSince",
    ),
});

export type ListWebhooksStatus = NonNullable<z.output<typeof listWebhooksInput>["status"]>;

/** What is told of the credentials: their kind and the names, never the values. */
const webhookAuthDto = z.discriminatedUnion("type", [
  z.object({ type: z.literal("none") }),
  z.object({ type: z.literal("apiKey"), header: z.string() }),
  z.object({ type: z.literal("basic"), username: z.string() }),
  z.object({ type: z.literal("bearer") }),
]);

export const webhookDto = z.object({
  id: z.string(),
  url: z.string(),
  description: z.string(),
  eventTypes: z.array(z.string()),
  headers: z.record(z.string(), z.string()).describe("Values are masked"),
  auth: webhookAuthDto,
  retrySchedule: z.array(z.int()),
  timeoutMs: z.int(),
  maxPerSecond: z.int().nullable(),
  maxInFlight: z.int().nullable(),
  origin: z
    .enum(["zapier"])
    .nullable()
    .describe("zapier: a Zap subscribed, and ends it by itself; null: made by a person or a program"),
  status: webhookStatusSchema,
  disabledReason: z.enum(["gone", "failing", "manual"]).nullable(),
  disabledAt: z.iso.datetime().nullable(),
  pausedAt: z.iso.datetime().nullable().describe("Since when its deliveries are held, by someone's wish"),
  failingSince: z.iso.datetime().nullable().describe("Since when no attempt has succeeded; null = well"),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
});
export type WebhookDto = z.infer<typeof webhookDto>;

export const webhookWithSecretDto = webhookDto.extend({ secret: z.string().describe("whsec_…") });
export type WebhookWithSecretDto = z.infer<typeof webhookWithSecretDto>;

/** A webhook in the list, with how it did over the last 24 hours. */
export const webhookSummaryDto = webhookDto.extend({
  last24h: z.object({
    attempts: z.int(),
    succeeded: z.int(),
    p95Ms: z.int().nullable(),
    pending: z.int().describe("Deliveries that wait for an attempt"),
    held: z.int().describe("Deliveries that wait until the webhook is resumed"),
  }),
  heldUntil: z.iso
    .datetime()
    .nullable()
    .describe("When the first of the held deliveries will have been held for too long; null = none is held"),
  lastFailure: z
    .object({
      at: z.iso.datetime(),
      message: z.string(),
      failureCode: failureCodeSchema.nullable(),
      statusCode: z.int().nullable(),
    })
    .nullable(),
});
export type WebhookSummaryDto = z.infer<typeof webhookSummaryDto>;
