import { index, integer, json, pgTable, primaryKey, text, timestamp } from "drizzle-orm/pg-core";
import { merchants } from "./tenancy.ts";

const instant = (name: string) => timestamp(name, { withTimezone: true, mode: "date", precision: 3 });

/** Every change that a person or a key made. */
export const auditLog = pgTable(
  "audit_log",
  {
    id: text().primaryKey(),
    merchantId: text("merchant_id")
      .notNull()
      .references(() => merchants.id, { onDelete: "cascade" }),
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
    merchantId: text("merchant_id")
      .notNull()
      .references(() => merchants.id, { onDelete: "cascade" }),
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
