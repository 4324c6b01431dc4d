import { sql } from "drizzle-orm";
import {
  bigint,
  bigserial,
  boolean,
  index,
  integer,
  json,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
} from "drizzle-orm/pg-core";
import { instant } from "../columns.ts";
import { merchantId } from "./tenancy.ts";

/** An endpoint of our own that a webhook can be pointed at, to see what arrives and to try out failures. */
export const sandboxInboxes = pgTable(
  "sandbox_inboxes",
  {
    id: text().primaryKey(),
    merchantId: merchantId(),
    name: text().notNull(),
    /** How it answers: with a status, or not at all. */
    behaviour: text({ enum: ["answer", "hang"] })
      .notNull()
      .default("answer"),
    answerStatus: integer("answer_status").notNull().default(200),
    createdAt: instant("created_at").notNull().defaultNow(),
  },
  (table) => [index("sandbox_inboxes_merchant").on(table.merchantId)],
);

export const sandboxInboxRequests = pgTable(
  "sandbox_inbox_requests",
  {
    id: text().primaryKey(),
    merchantId: merchantId(),
    inboxId: text("inbox_id")
      .notNull()
      .references(() => sandboxInboxes.id, { onDelete: "cascade" }),
    receivedAt: instant("received_at").notNull().defaultNow(),
    headers: json().$type<Record<string, string>>().notNull(),
    body: text().notNull(),
    isSignatureValid: boolean("is_signature_valid").notNull(),
    /** Why the signature does not verify. */
    signatureProblem: text("signature_problem"),
    /** null = it was left without an answer. */
    answeredStatus: integer("answered_status"),
  },
  (table) => [index("sandbox_inbox_requests_inbox").on(table.inboxId, table.id)],
);

/** An account at a provider that exists only here. */
export const sandboxAccounts = pgTable(
  "sandbox_accounts",
  {
    id: text().primaryKey(),
    merchantId: merchantId(),
    provider: text().notNull(),
    /** What the provider calls it: a team's id, a shop's domain. */
    externalId: text("external_id").notNull(),
    label: text().notNull(),
    createdAt: instant("created_at").notNull().defaultNow(),
  },
  (table) => [
    uniqueIndex("sandbox_accounts_external").on(table.merchantId, table.provider, table.externalId),
  ],
);

/** What such an account holds: channels, products, messages. */
export const sandboxObjects = pgTable(
  "sandbox_objects",
  {
    accountId: text("account_id")
      .notNull()
      .references(() => sandboxAccounts.id, { onDelete: "cascade" }),
    kind: text().notNull(),
    id: text().notNull(),
    data: jsonb().$type<Record<string, unknown>>().notNull(),
    position: bigserial({ mode: "number" }).notNull(),
    /** When it happened at the provider, in seconds; null for kinds that are not asked for page by page. */
    happenedAt: bigint("happened_at", { mode: "number" }),
    /** What it is asked for by: `charge:ch_1`. */
    labels: text().array().notNull().default(sql`'{}'::text[]`),
    createdAt: instant("created_at").notNull().defaultNow(),
    updatedAt: instant("updated_at").notNull().defaultNow(),
  },
  (table) => [
    primaryKey({ columns: [table.accountId, table.kind, table.id] }),
    index("sandbox_objects_position").on(table.accountId, table.kind, table.position),
    index("sandbox_objects_happened").on(table.accountId, table.kind, table.happenedAt, table.position),
    index("sandbox_objects_everywhere")
      .on(table.kind, table.happenedAt, table.position)
      .where(sql`happened_at IS NOT NULL`),
    index("sandbox_objects_labels").using("gin", table.labels),
  ],
);

/** A consent page that waits for an answer. */
export const sandboxConsents = pgTable("sandbox_consents", {
  id: text().primaryKey(),
  provider: text().notNull(),
  /** What the consent was asked for, as the provider understood it. */
  request: jsonb().$type<Record<string, unknown>>().notNull(),
  answeredAt: instant("answered_at"),
  expiresAt: instant("expires_at").notNull(),
});

/** Codes, tokens and keys that the sandbox gave out, by their SHA-256. */
export const sandboxTokens = pgTable(
  "sandbox_tokens",
  {
    hash: text().primaryKey(),
    accountId: text("account_id")
      .notNull()
      .references(() => sandboxAccounts.id, { onDelete: "cascade" }),
    provider: text().notNull(),
    kind: text({ enum: ["code", "access", "refresh", "key"] }).notNull(),
    /** All that came of one consent; revoking one of them revokes all. */
    grantId: text("grant_id").notNull(),
    scopes: text().array().notNull(),
    data: jsonb().$type<Record<string, string>>().notNull(),
    expiresAt: instant("expires_at"),
    usedAt: instant("used_at"),
    revokedAt: instant("revoked_at"),
    createdAt: instant("created_at").notNull().defaultNow(),
  },
  (table) => [index("sandbox_tokens_grant").on(table.grantId)],
);

/** How the next calls of a merchant to a provider's sandbox go wrong. */
export const sandboxFaults = pgTable(
  "sandbox_faults",
  {
    id: text().primaryKey(),
    merchantId: merchantId(),
    provider: text().notNull(),
    kind: text().notNull(),
    /** Calls to the API, or to where tokens are given out. */
    target: text({ enum: ["api", "token"] })
      .notNull()
      .default("api"),
    remaining: integer().notNull(),
    retryAfterSeconds: integer("retry_after_seconds"),
    delayMs: integer("delay_ms"),
    createdAt: instant("created_at").notNull().defaultNow(),
  },
  (table) => [index("sandbox_faults_merchant").on(table.merchantId, table.provider)],
);

/** Calls that the sandbox answered, newest last; what the state page shows. */
export const sandboxCalls = pgTable(
  "sandbox_calls",
  {
    id: text().primaryKey(),
    merchantId: merchantId(),
    provider: text().notNull(),
    direction: text({ enum: ["received", "sent"] }).notNull(),
    method: text().notNull(),
    url: text().notNull(),
    status: integer(),
    fault: text(),
    at: instant("at").notNull().defaultNow(),
  },
  (table) => [index("sandbox_calls_merchant").on(table.merchantId, table.provider, table.id)],
);
