import { z } from "zod";
import { pageInput, pageOf } from "#lib/listing/page.ts";
import { unreadCodes } from "#lib/providers/contract/unread.ts";
import { shortText, trimmedText } from "#lib/text-schema.ts";

export const environmentSchema = z.enum(["live", "sandbox"]);
const integrationStatusSchema = z.enum(["connected", "needs_attention", "disconnected"]);
export const issueCauseSchema = z.enum([
  "expired",
  "revoked",
  "scope_missing",
  "account_closed",
  "account_incomplete",
  "rate_limited",
  "unreachable",
]);
export type IssueCause = z.infer<typeof issueCauseSchema>;

const issueDto = z.object({
  id: z.string(),
  cause: issueCauseSchema,
  message: z.string().describe("What is wrong, and what to do, in plain words"),
  detail: z.string().nullable().describe("The app's own words, for an engineer"),
  fix: z
    .enum(["reconnect", "at_app", "wait"])
    .describe("What puts it right: connecting again, something to do at the app itself, or time"),
  openedAt: z.iso.datetime(),
  closedAt: z.iso.datetime().nullable(),
});
export type IssueDto = z.infer<typeof issueDto>;

export const integrationDto = z.object({
  id: z.string(),
  provider: z.string(),
  providerName: z.string(),
  environment: environmentSchema.describe(
    "live: the app itself. sandbox: our own copy of it, for trying out",
  ),
  status: integrationStatusSchema,
  account: z.object({ id: z.string(), label: z.string() }),
  settings: z.record(z.string(), z.string()),
  scopes: z.array(z.string()).describe("What the account granted"),
  missingScopes: z.array(z.string()).describe("What Patchbay asks for by now and was not granted"),
  issues: z.array(issueDto).describe("What is wrong now; empty when all is well"),
  connectedAt: z.iso.datetime(),
  disconnectedAt: z.iso.datetime().nullable(),
  disconnectReason: z.enum(["merchant", "uninstalled", "revoked"]).nullable(),
  access: z.object({
    expiresAt: z.iso
      .datetime()
      .nullable()
      .describe("When the access that is held ends; null = it does not, or nobody knows"),
    isRenewedByItself: z.boolean(),
    renewableUntil: z.iso.datetime().nullable(),
  }),
  lastSuccessAt: z.iso.datetime().nullable(),
  lastErrorAt: z.iso.datetime().nullable(),
  lastErrorMessage: z.string().nullable(),
});
export type IntegrationDto = z.infer<typeof integrationDto>;

/** One connection, with what rests on it. */
export const integrationDetailDto = integrationDto.extend({
  automations: z
    .array(
      z.object({
        id: z.string(),
        name: z.string(),
        status: z.enum(["draft", "active", "paused", "disabled"]),
        isInLive: z.boolean().describe("false: only the draft uses the connection"),
      }),
    )
    .describe("The automations that use the connection"),
});

export const listIntegrationsInput = z.strictObject({
  ...pageInput,
  provider: shortText(100).optional(),
  status: integrationStatusSchema.optional(),
  search: trimmedText(200).optional().describe("Part of the account's name"),
});

export const integrationIdInput = z.strictObject({ id: shortText(100) });

export const connectWithKeysInput = z.strictObject({
  provider: shortText(100),
  credentials: z
    .record(shortText(100), z.unknown())
    .describe("The fields of the app's connect form, as the catalogue lists them"),
  environment: environmentSchema.optional().describe("Default: the sandbox where it is on, otherwise live"),
  integrationId: shortText(100).optional().describe("Connect this integration again"),
  isOtherAccountFine: z
    .boolean()
    .default(false)
    .describe("With integrationId: let it move to another account"),
});

export const disconnectPreviewDto = z.object({
  automations: z
    .array(z.object({ id: z.string(), name: z.string() }))
    .describe("Automations that are on and need this connection: their runs are held from then on"),
  deleted: z.array(z.string()).describe("What is gone for good, in plain words"),
  kept: z.array(z.string()).describe("What stays, in plain words"),
  revokesAtProvider: z.boolean(),
  byHand: z
    .string()
    .nullable()
    .describe("What the merchant has to do at the app, where it cannot be done from here"),
});
export type DisconnectPreviewDto = z.infer<typeof disconnectPreviewDto>;

export const disconnectedDto = integrationDto.extend({
  stoppedAutomations: z
    .array(z.object({ id: z.string(), name: z.string() }))
    .describe("Automations that were on and need this connection"),
  isRevokedAtProvider: z.boolean(),
});

export const runActionInput = z.strictObject({
  id: shortText(100),
  action: shortText(100),
  input: z.unknown().describe("As the catalogue's inputSchema of the action says"),
});

export const actionResultDto = z.object({
  id: z.string().describe("Of the entry in the activity"),
  action: z.string(),
  output: z.record(z.string(), z.unknown()),
  durationMs: z.int(),
});
export type ActionResultDto = z.infer<typeof actionResultDto>;

export const listResourceInput = z.strictObject({
  id: shortText(100),
  resource: shortText(100),
  limit: z.coerce.number().int().min(1).max(100).default(50),
  cursor: shortText(4_000).optional(),
  search: trimmedText(200).optional(),
});

const resourceItemDto = z.object({
  id: z.string(),
  label: z.string(),
  details: z.record(z.string(), z.string()),
});
export type ResourceItemDto = z.infer<typeof resourceItemDto>;

const unreadReason = {
  code: z.enum(unreadCodes).describe("What was wrong, for programs"),
  field: z.string().describe("Where in the record: `line_items[0].quantity`; empty for the whole of it"),
  message: z.string().describe("The reason in plain words"),
};

/** Something that an account holds and that could not be read. */
const unreadItemDto = z.object({
  id: z.string().nullable().describe("By the app; null where it has none that can be kept"),
  label: z.string().nullable(),
  ...unreadReason,
});

export const resourcePageDto = pageOf(resourceItemDto).extend({
  unread: z.array(unreadItemDto).describe("What stood on this page and could not be read; often empty"),
});
export type ResourcePageDto = z.infer<typeof resourcePageDto>;

const unreadRecordDto = unreadItemDto.extend({
  source: z.enum(["copy", "list"]).describe("copy: of products or orders. list: one that was asked for"),
  list: z.string().describe("The kind that is copied, or the id of the list"),
  listTitle: z.string(),
  seenAt: z.iso.datetime().describe("When it was met last"),
});
export type UnreadRecordDto = z.infer<typeof unreadRecordDto>;

export const listUnreadInput = z.strictObject({ ...pageInput, id: shortText(100) });

export const unreadPageDto = pageOf(unreadRecordDto).extend({
  total: z.int().describe("How many there are in all"),
});

export const callDto = z.object({
  id: z.string(),
  kind: z.enum(["action", "resource", "check", "refresh", "sync", "inbound", "connection"]),
  name: z.string().describe("The action, the resource, the topic"),
  title: z.string().describe("In plain words"),
  outcome: z.enum(["ok", "failed"]),
  failureKind: z.string().nullable(),
  message: z.string(),
  detail: z.string().nullable(),
  requests: z.array(
    z.object({
      method: z.string(),
      url: z.string(),
      status: z.int().nullable(),
      ms: z.int(),
    }),
  ),
  startedAt: z.iso.datetime(),
  durationMs: z.int(),
});
export type CallDto = z.infer<typeof callDto>;

export const listCallsInput = z.strictObject({
  ...pageInput,
  id: shortText(100),
  outcome: z.enum(["ok", "failed"]).optional(),
});

const syncedKindSchema = z.enum(["product", "order"]);

export const startSyncInput = z.strictObject({ id: shortText(100), kind: syncedKindSchema });

export const syncJobDto = z.object({
  id: z.string(),
  kind: syncedKindSchema,
  status: z.enum(["waiting", "running", "done", "failed", "cancelled"]),
  done: z.int().describe("Records that were met"),
  unread: z.int().describe("Of these, the ones that could not be read"),
  total: z.int().nullable(),
  message: z.string().nullable(),
  createdAt: z.iso.datetime(),
  startedAt: z.iso.datetime().nullable(),
  finishedAt: z.iso.datetime().nullable(),
});
export type SyncJobDto = z.infer<typeof syncJobDto>;

export const listRecordsInput = z.strictObject({
  ...pageInput,
  id: shortText(100),
  kind: syncedKindSchema,
  search: trimmedText(200).optional(),
});

export const syncedRecordDto = z.object({
  externalId: z.string(),
  kind: syncedKindSchema,
  title: z.string(),
  state: z.string(),
  amount: z.object({ minor: z.int(), currency: z.string() }).nullable(),
  stock: z.int().nullable(),
  details: z.record(z.string(), z.string()),
  changedAt: z.iso.datetime(),
  syncedAt: z.iso.datetime(),
});
export type SyncedRecordDto = z.infer<typeof syncedRecordDto>;
