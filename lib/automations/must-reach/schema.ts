import { z } from "zod";
import { say } from "#lib/failures/say.ts";
import { saidParam } from "#lib/failures/values.ts";
import { pageInput, pageOf } from "#lib/listing/page.ts";
import { shortText } from "#lib/text-schema.ts";

/** The id of a run, and the position of the step in it. */
const id = shortText(100).regex(/^[\w]{1,80}-\d{1,3}$/, saidParam(say("field_card_id")));

export const attentionIdInput = z.strictObject({ id });
export const listAttentionInput = z.strictObject(pageInput);

export const attentionDto = z.object({
  id: z.string(),
  status: z.enum(["open", "confirmed"]),
  runId: z.string().describe("The run, which is a delivery, too"),
  automationId: z.string(),
  automationName: z.string(),
  eventId: z.string(),
  eventType: z.string(),
  summary: z.string().nullable().describe("The event in one line"),
  step: z.object({
    key: z.string(),
    title: z.string().describe("What the app was to do"),
    provider: z.string().nullable().describe("The app; null = its connection is not there any more"),
  }),
  withinSeconds: z.int().describe("So soon after the event it was to be done"),
  message: z.string().describe("What happened"),
  secondWay: z.string().nullable().describe("What came of the second way; null = it is being tried"),
  raisedAt: z.iso.datetime(),
  reachedAt: z.iso
    .datetime()
    .nullable()
    .describe("When the step succeeded after all; the card stays until someone confirms it"),
  confirmedAt: z.iso.datetime().nullable(),
  confirmedBy: z.string().nullable().describe("Who has seen to it"),
});
export type AttentionDto = z.infer<typeof attentionDto>;

export const attentionPage = pageOf(attentionDto);
