import { index, integer, json, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { instant } from "../columns.ts";
import { merchantId } from "./tenancy.ts";

/** Every change that a person or a key made. */
export const auditLog = pgTable(
  "audit_log",
  {
    id: text().primaryKey(),
    merchantId: merchantId(),
    actorKind: text("actor_kind").notNull(),
    actorId: text("actor_id").notNull(),
    action: text().notNull(),
    targetId: text("target_id").notNull(),
    detail: json().$type<Record<string, unknown>>().notNull(),
    requestId: text("request_id").notNull(),
    at: instant("at").notNull().defaultNow(),
  },
  (table) => [index("audit_log_merchant").on(table.merchantId, table.id)],
);

/** Answers kept for callers that repeat a POST under the same Idempotency-Key. */
export const idempotencyKeys = pgTable(
  "idempotency_keys",
  {
    merchantId: merchantId(),
    key: text().notNull(),
    fingerprint: text().notNull(),
    status: integer(),
    body: text(),
    startedAt: instant("started_at").notNull().defaultNow(),
  },
  (table) => [
    primaryKey({ columns: [table.merchantId, table.key] }),
    index("idempotency_keys_started").on(table.startedAt),
  ],
);
