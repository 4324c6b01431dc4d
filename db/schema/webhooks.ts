import { index, integer, pgTable, text, timestamp } from "drizzle-orm/pg-core";
import { merchants } from "./tenancy.ts";

const instant = (name: string) => timestamp(name, { withTimezone: true, mode: "date", precision: 3 });

export const webhooks = pgTable(
  "webhooks",
  {
    id: text().primaryKey(),
    merchantId: text("merchant_id")
      .notNull()
      .references(() => merchants.id, { onDelete: "cascade" }),
    url: text().notNull(),
    description: text().notNull().default(""),
    eventTypes: text("event_types").array().notNull(),
    /** Signing secrets, custom headers and credentials, sealed together and bound to this row. */
    sealed: text().notNull(),
    retrySchedule: integer("retry_schedule").array().notNull(),
    timeoutMs: integer("timeout_ms").notNull(),
    maxPerSecond: integer("max_per_second"),
    maxInFlight: integer("max_in_flight"),
    /** With maxPerSecond: the time up to which requests have been handed out (GCRA). */
    pacedUntil: timestamp("paced_until", { withTimezone: true, mode: "date", precision: 6 }),
    status: text({ enum: ["active", "disabled"] })
      .notNull()
      .default("active"),
    disabledReason: text("disabled_reason", { enum: ["gone", "failing", "manual"] }),
    disabledAt: instant("disabled_at"),
    /** Since when no attempt has succeeded. */
    failingSince: instant("failing_since"),
    createdAt: instant("created_at").notNull().defaultNow(),
    updatedAt: instant("updated_at").notNull().defaultNow(),
    deletedAt: instant("deleted_at"),
  },
  (table) => [index("webhooks_merchant").on(table.merchantId, table.id)],
);
