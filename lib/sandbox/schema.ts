import { z } from "zod";
import { say } from "#lib/failures/say.ts";
import { saidParam } from "#lib/failures/values.ts";
import { pageInput } from "#lib/listing/page.ts";
import { shortText } from "#lib/text-schema.ts";
import { faultKindSchema, faultTargetSchema } from "./fault-schema.ts";
import { sandboxId } from "./id-schema.ts";

const providerId = shortText(100);
const accountId = sandboxId;

export const sandboxProviderInput = z.strictObject({ provider: providerId });

export const sandboxAccountInput = z.strictObject({ provider: providerId, account: accountId });

export const addFaultInput = z.strictObject({
  provider: providerId,
  kind: faultKindSchema.describe("lost: does what was asked, and breaks the connection without an answer"),
  times: z
    .int(saidParam(say("field_enter_whole_number")))
    .min(1, saidParam(say("field_one_call_at_least")))
    .max(1_000, saidParam(say("field_calls_at_most"))),
  target: faultTargetSchema.default("api").describe("api: calls to the app. token: where access is renewed"),
  retryAfterSeconds: z
    .int(saidParam(say("field_enter_whole_seconds")))
    .min(0)
    .max(86_400, saidParam(say("field_day_at_most")))
    .optional()
    .describe("With rate_limited; default 30"),
  delayMs: z
    .int()
    .min(1)
    .max(60_000, saidParam(say("field_minute_at_most")))
    .optional()
    .describe("With slow; default 15,000"),
});

export const runCommandInput = z.strictObject({
  provider: providerId,
  command: shortText(100),
  account: accountId.optional().describe("Default: the first"),
  input: z
    .record(shortText(100), z.unknown())
    .optional()
    .describe("For commands that take some: when, what, how much. Each has a default"),
});

export const listSandboxObjectsInput = z.strictObject({
  ...pageInput,
  provider: providerId,
  kind: sandboxId,
  account: accountId.optional().describe("Only what this account holds"),
});

export const listSandboxCallsInput = z.strictObject({ ...pageInput, provider: providerId });

export const sandboxFaultDto = z.object({
  id: z.string(),
  kind: faultKindSchema,
  target: faultTargetSchema,
  remaining: z.int().describe("Calls that will go wrong yet"),
  retryAfterSeconds: z.int().nullable(),
  delayMs: z.int().nullable(),
  createdAt: z.iso.datetime(),
});
export type SandboxFaultDto = z.infer<typeof sandboxFaultDto>;

export const sandboxProviderDto = z.object({
  id: z.string(),
  name: z.string(),
  icon: z.string().nullable().describe("Slug of its mark at simpleicons.org"),
  accounts: z.int().describe("Accounts that the merchant has here"),
  faults: z.int().describe("Calls that will go wrong yet"),
  lastCallAt: z.iso.datetime().nullable(),
});
export type SandboxProviderDto = z.infer<typeof sandboxProviderDto>;

const sandboxKeyDto = z.object({
  account: z.string().describe("Id of the account that it opens"),
  fields: z.record(z.string(), z.string()).describe("As the connect form has them"),
  labels: z.array(z.object({ name: z.string(), title: z.string(), isSecret: z.boolean() })),
  scopes: z.array(z.string()),
});
export type SandboxKeyDto = z.infer<typeof sandboxKeyDto>;

const sandboxAccountDto = z.object({
  id: z.string(),
  externalId: z.string(),
  label: z.string(),
  createdAt: z.iso.datetime(),
  access: z.int().describe("Consents and keys by which apps get in now"),
  kinds: z.array(z.object({ kind: z.string(), count: z.int() })).describe("What it holds"),
});
export type SandboxAccountDto = z.infer<typeof sandboxAccountDto>;

export const sandboxStateDto = z.object({
  id: z.string(),
  name: z.string(),
  icon: z.string().nullable(),
  accounts: z.array(sandboxAccountDto).describe("Oldest first"),
  keys: z.array(sandboxKeyDto).describe("That work, to type when connecting; for those who may connect apps"),
  faults: z.array(sandboxFaultDto).describe("In the order in which they come"),
  commands: z
    .array(z.object({ id: z.string(), title: z.string() }))
    .describe("What can be done at the app's side"),
});
export type SandboxStateDto = z.infer<typeof sandboxStateDto>;

export const sandboxObjectDto = z.object({
  account: z.string(),
  kind: z.string(),
  id: z.string(),
  data: z.record(z.string(), z.unknown()),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
});
export type SandboxObjectDto = z.infer<typeof sandboxObjectDto>;

export const sandboxCallDto = z.object({
  id: z.string(),
  direction: z.enum(["received", "sent"]).describe("received: from Patchbay. sent: a webhook to it"),
  method: z.string(),
  url: z.string().describe("Without its query"),
  status: z.int().nullable().describe("null = nobody answered"),
  fault: faultKindSchema.nullable(),
  at: z.iso.datetime(),
});
export type SandboxCallDto = z.infer<typeof sandboxCallDto>;
