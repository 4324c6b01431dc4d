import { z } from "zod";
import { pageInput } from "#lib/listing/page.ts";
import { shortText } from "#lib/text-schema.ts";

const noticeStatusSchema = z.enum(["waiting", "sent", "failed", "unsent"]);

/** Something that one person was told, and whether the email went out. */
export const noticeDto = z.object({
  id: z.string(),
  integrationId: z.string().nullable(),
  webhookId: z.string().nullable().describe("The webhook it is about"),
  automationId: z.string().nullable().describe("The automation it is about"),
  runId: z.string().nullable().describe("The run it is about, of an automation"),
  provider: z.string().nullable().describe("The app it is about"),
  recipient: z.string(),
  subject: z.string(),
  body: z.string(),
  status: noticeStatusSchema.describe(
    "unsent: no mail server was set up at the time, or the address was not confirmed",
  ),
  attempts: z.int().describe("How often its email was tried"),
  lastError: z.string().nullable().describe("Why the last try failed"),
  createdAt: z.iso.datetime(),
  readAt: z.iso.datetime().nullable().describe("When its recipient read it in the app"),
  sentAt: z.iso.datetime().nullable(),
  nextTryAt: z.iso.datetime().nullable().describe("While waiting"),
});
export type NoticeDto = z.infer<typeof noticeDto>;

export const listNoticesInput = z.strictObject({
  ...pageInput,
  status: noticeStatusSchema.optional(),
  unread: z
    .enum(["true"])
    .optional()
    .describe("true = only what is unread by the person who asks; with a key, by its recipient"),
  search: shortText(200).optional().describe("Text of the notice, or of an address"),
});
