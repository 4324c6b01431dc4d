import { sql } from "drizzle-orm";
import { bigint, index, integer, json, pgTable, primaryKey, text, uniqueIndex } from "drizzle-orm/pg-core";
import type { Message, Params } from "#lib/failures/message.ts";
import type { UnreadReason } from "#lib/providers/contract/unread.ts";
import { instant } from "../columns.ts";
import { merchantId } from "./tenancy.ts";

/** Which sentence is told of it, and what it is about: `lib/words` renders it. */
const said = { code: text().notNull(), params: json().$type<Params>().notNull() };

/** A merchant's connection to one account at a provider. */
export const integrations = pgTable(
  "integrations",
  {
    id: text().primaryKey(),
    merchantId: merchantId(),
    provider: text().notNull(),
    /** Whose consent it lives by: the provider itself, or our own sandbox of it. */
    environment: text({ enum: ["live", "sandbox"] }).notNull(),
    status: text({ enum: ["connected", "needs_attention", "disconnected"] }).notNull(),
    accountId: text("account_id").notNull(),
    accountLabel: text("account_label").notNull(),
    /** What is known beside the secrets: a shop's domain, a data centre. */
    settings: json().$type<Record<string, string>>().notNull(),
    scopes: text().array().notNull(),
    connectedBy: text("connected_by"),
    connectedAt: instant("connected_at").notNull().defaultNow(),
    disconnectedAt: instant("disconnected_at"),
    disconnectReason: text("disconnect_reason", { enum: ["merchant", "uninstalled", "revoked"] }),
    lastSuccessAt: instant("last_success_at"),
    lastErrorAt: instant("last_error_at"),
    lastErrorCode: text("last_error_code"),
    lastErrorParams: json("last_error_params").$type<Params>(),
    nextCheckAt: instant("next_check_at").notNull().defaultNow(),
    /** Checks in a row that found nobody at the other end. */
    unreachableChecks: integer("unreachable_checks").notNull().default(0),
    createdAt: instant("created_at").notNull().defaultNow(),
  },
  (table) => [
    index("integrations_merchant").on(table.merchantId, table.id),
    uniqueIndex("integrations_account").on(
      table.merchantId,
      table.provider,
      table.environment,
      table.accountId,
    ),
    index("integrations_provider_account").on(table.provider, table.accountId),
    index("integrations_check").on(table.nextCheckAt).where(sql`${table.status} <> 'disconnected'`),
  ],
);

/** The sealed secrets of an integration: OAuth tokens or API keys. Gone once it is disconnected. */
export const credentials = pgTable(
  "credentials",
  {
    integrationId: text("integration_id")
      .primaryKey()
      .references(() => integrations.id, { onDelete: "cascade" }),
    merchantId: merchantId(),
    sealed: text().notNull(),
    /** Grows with each change, so that whoever waited for a refresh sees that it has happened. */
    version: integer().notNull().default(1),
    /** When the access token ends; null = it does not, or nobody knows. */
    expiresAt: instant("expires_at"),
    refreshExpiresAt: instant("refresh_expires_at"),
    refreshedAt: instant("refreshed_at"),
    /** When a refresh ahead of time is next worth a try. */
    refreshDueAt: instant("refresh_due_at"),
  },
  (table) => [index("credentials_refresh").on(table.refreshDueAt)],
);

/** A consent that has been asked for. Its state may come back once, to the browser that asked. */
export const oauthStates = pgTable(
  "oauth_states",
  {
    /** SHA-256 of the state. */
    id: text().primaryKey(),
    merchantId: merchantId(),
    userId: text("user_id").notNull(),
    /** SHA-256 of a cookie that only the browser that asked has. */
    browserHash: text("browser_hash").notNull(),
    provider: text().notNull(),
    environment: text({ enum: ["live", "sandbox"] }).notNull(),
    input: json().$type<Record<string, string>>().notNull(),
    redirectUri: text("redirect_uri").notNull(),
    display: text({ enum: ["page", "popup"] }).notNull(),
    /** The integration that is connected again. */
    integrationId: text("integration_id"),
    /** The PKCE verifier; once another account came back, also its tokens, until the merchant confirms it. */
    sealed: text().notNull(),
    usedAt: instant("used_at"),
    /** The account that waits for the merchant's word. */
    pendingAccount: json("pending_account").$type<{ id: string; label: string }>(),
    expiresAt: instant("expires_at").notNull(),
    createdAt: instant("created_at").notNull().defaultNow(),
  },
  (table) => [index("oauth_states_expires").on(table.expiresAt)],
);

/** What is wrong with an integration: one open row for each cause. */
export const integrationIssues = pgTable(
  "integration_issues",
  {
    id: text().primaryKey(),
    merchantId: merchantId(),
    integrationId: text("integration_id")
      .notNull()
      .references(() => integrations.id, { onDelete: "cascade" }),
    cause: text({
      enum: [
        "expired",
        "revoked",
        "scope_missing",
        "account_closed",
        "account_incomplete",
        "rate_limited",
        "unreachable",
      ],
    }).notNull(),
    ...said,
    /** What the provider said, for the engineer. */
    detail: text(),
    openedAt: instant("opened_at").notNull().defaultNow(),
    closedAt: instant("closed_at"),
    /** When its email is due; null = it is dealt with. */
    noticeDueAt: instant("notice_due_at"),
  },
  (table) => [
    uniqueIndex("integration_issues_open")
      .on(table.integrationId, table.cause)
      .where(sql`${table.closedAt} IS NULL`),
    index("integration_issues_merchant").on(table.merchantId, table.id),
    index("integration_issues_notice").on(table.noticeDueAt).where(sql`${table.noticeDueAt} IS NOT NULL`),
  ],
);

/** What was asked of a provider, or what it told us. */
export const integrationCalls = pgTable(
  "integration_calls",
  {
    id: text().primaryKey(),
    merchantId: merchantId(),
    integrationId: text("integration_id")
      .notNull()
      .references(() => integrations.id, { onDelete: "cascade" }),
    kind: text({
      enum: ["action", "resource", "check", "refresh", "sync", "inbound", "connection"],
    }).notNull(),
    /** The action, the resource, the topic. */
    name: text().notNull(),
    outcome: text({ enum: ["ok", "failed"] }).notNull(),
    failureKind: text("failure_kind"),
    ...said,
    /** What is said after it. */
    further: json().$type<Message[]>(),
    /** What the provider said, for the engineer. */
    detail: text(),
    /** Method, host and path, status and time of each request, without secrets. */
    requests: json().$type<{ method: string; url: string; status: number | null; ms: number }[]>().notNull(),
    startedAt: instant("started_at").notNull().defaultNow(),
    durationMs: integer("duration_ms").notNull(),
  },
  (table) => [
    index("integration_calls_integration").on(table.integrationId, table.id),
    index("integration_calls_started").on(table.startedAt),
  ],
);

/** Messages from providers that were taken in, so that a repetition does nothing. */
export const inboundReceipts = pgTable(
  "inbound_receipts",
  {
    provider: text().notNull(),
    /** The provider's id of the message, or a digest of it. */
    messageId: text("message_id").notNull(),
    /** Why it could not be read, or some of it; null = all was. */
    unread: json().$type<UnreadReason>(),
    receivedAt: instant("received_at").notNull().defaultNow(),
  },
  (table) => [
    primaryKey({ columns: [table.provider, table.messageId] }),
    index("inbound_receipts_received").on(table.receivedAt),
  ],
);

/** The local copy of what an account holds: products, and orders without the people who placed them. */
export const syncedRecords = pgTable(
  "synced_records",
  {
    integrationId: text("integration_id")
      .notNull()
      .references(() => integrations.id, { onDelete: "cascade" }),
    merchantId: merchantId(),
    kind: text({ enum: ["product", "order"] }).notNull(),
    externalId: text("external_id").notNull(),
    title: text().notNull(),
    /** The provider's own word for how it stands: ACTIVE, processing. */
    state: text().notNull(),
    amountMinor: bigint("amount_minor", { mode: "number" }),
    currency: text(),
    stock: integer(),
    details: json().$type<Record<string, string | Message>>().notNull(),
    /** By the provider's clock: what is older than the copy does not overwrite it. */
    changedAt: instant("changed_at").notNull(),
    /** The sync job that saw it last: what a whole run did not see is gone. */
    seenByJob: text("seen_by_job"),
    syncedAt: instant("synced_at").notNull().defaultNow(),
  },
  (table) => [
    primaryKey({ columns: [table.integrationId, table.kind, table.externalId] }),
    index("synced_records_merchant").on(table.merchantId, table.kind, table.title),
  ],
);

/**
 * What an account holds and could not be read, with the reason: a record of a copy, or of a list that was asked for. A
 * readable version of it takes its place.
 */
export const unreadRecords = pgTable(
  "unread_records",
  {
    integrationId: text("integration_id")
      .notNull()
      .references(() => integrations.id, { onDelete: "cascade" }),
    merchantId: merchantId(),
    /** copy: `list` is the kind that is copied. list: the resource's id. */
    source: text({ enum: ["copy", "list"] }).notNull(),
    list: text().notNull(),
    /** The provider's id of it; `#` and a digest where it has none. */
    key: text().notNull(),
    externalId: text("external_id"),
    label: text(),
    code: text().notNull(),
    /** Where in the record: `line_items[0].quantity`. */
    field: text().notNull(),
    params: json().$type<Params>().notNull(),
    /** The sync job that met it last. */
    seenByJob: text("seen_by_job"),
    seenAt: instant("seen_at").notNull().defaultNow(),
  },
  (table) => [
    primaryKey({ columns: [table.integrationId, table.source, table.list, table.key] }),
    index("unread_records_merchant").on(table.merchantId),
    index("unread_records_seen").on(table.seenAt),
  ],
);

/** A run over all of an account's products or orders. The cursor is kept page by page. */
export const syncJobs = pgTable(
  "sync_jobs",
  {
    id: text().primaryKey(),
    merchantId: merchantId(),
    integrationId: text("integration_id")
      .notNull()
      .references(() => integrations.id, { onDelete: "cascade" }),
    kind: text({ enum: ["product", "order"] }).notNull(),
    status: text({ enum: ["waiting", "running", "done", "failed", "cancelled"] })
      .notNull()
      .default("waiting"),
    cursor: text(),
    /** Only what has changed since; null = all. */
    since: instant("since"),
    doneCount: integer("done_count").notNull().default(0),
    /** Of `done_count`: those that could not be read. */
    unreadCount: integer("unread_count").notNull().default(0),
    totalCount: integer("total_count"),
    attempts: integer().notNull().default(0),
    code: text(),
    params: json().$type<Params>(),
    /** When it may be taken on; a claim moves it past the end of the lease. */
    dueAt: instant("due_at").notNull().defaultNow(),
    createdAt: instant("created_at").notNull().defaultNow(),
    startedAt: instant("started_at"),
    finishedAt: instant("finished_at"),
  },
  (table) => [
    index("sync_jobs_integration").on(table.integrationId, table.id),
    uniqueIndex("sync_jobs_open")
      .on(table.integrationId, table.kind)
      .where(sql`${table.status} IN ('waiting', 'running')`),
    index("sync_jobs_due").on(table.dueAt).where(sql`${table.status} IN ('waiting', 'running')`),
  ],
);
