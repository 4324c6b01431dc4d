import { z } from "zod";
import { say } from "#lib/failures/say.ts";
import { saidParam } from "#lib/failures/values.ts";
import { pageInput } from "#lib/listing/page.ts";
import { trimmedText } from "#lib/text-schema.ts";
import { sandboxId } from "../sandbox/id-schema.ts";

const inboxBehaviourSchema = z.enum(["answer", "hang"]);

export const inboxDto = z.object({
  id: z.string(),
  name: z.string(),
  url: z.string().describe("Where a webhook sends to, to reach this inbox"),
  behaviour: inboxBehaviourSchema,
  answerStatus: z.int(),
  createdAt: z.iso.datetime(),
});
export type InboxDto = z.infer<typeof inboxDto>;

export const createInboxInput = z.strictObject({
  name: trimmedText(100).min(1, saidParam(say("field_name_the_inbox"))),
});

export const inboxIdInput = z.strictObject({ id: sandboxId });

export const updateInboxInput = z.strictObject({
  id: sandboxId,
  behaviour: inboxBehaviourSchema.optional(),
  answerStatus: z.int().min(200).max(599).optional(),
});

export const listInboxRequestsInput = z.strictObject({ id: sandboxId, ...pageInput });

export const inboxRequestDto = z.object({
  id: z.string(),
  receivedAt: z.iso.datetime(),
  headers: z.record(z.string(), z.string()),
  body: z.string(),
  isSignatureValid: z.boolean(),
  signatureProblem: z.string().nullable(),
  answeredStatus: z.int().nullable().describe("null = it was left without an answer"),
  isTest: z.boolean().describe("It carries an event that was sent as a test"),
});
export type InboxRequestDto = z.infer<typeof inboxRequestDto>;
