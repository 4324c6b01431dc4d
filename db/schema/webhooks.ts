import { sql } from "drizzle-orm";
import { index, integer, pgTable, text, timestamp, uniqueIndex } from "drizzle-orm/pg-core";
import { instant } from "../columns.ts";
import { merchantId } from "./tenancy.ts";

export const webhooks = pgTable(
  "webhooks",
  {
    id: text().primaryKey(),
    merchantId: merchantId(),
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
    /** The app that subscribed by itself and looks after this webhook; null = people and their programs do. */
    origin: text({ enum: ["zapier"] }),
    /** What the webhook belongs to over there, such as the id of a Zap. */
    originRef: text("origin_ref"),
    status: text({ enum: ["active", "disabled"] })
      .notNull()
      .default("active"),
    disabledReason: text("disabled_reason", { enum: ["gone", "failing", "manual"] }),
    disabledAt: instant("disabled_at"),
    /** Since when no attempt has succeeded. */
    failingSince: instant("failing_since"),
    /** What people were told last about its health; null = nothing, or that it is well again. */
    toldState: text("told_state", { enum: ["failing", "disabled"] }),
    createdAt: instant("created_at").notNull().defaultNow(),
    updatedAt: instant("updated_at").notNull().defaultNow(),
    deletedAt: instant("deleted_at"),
  },
  (table) => [
    index("webhooks_merchant").on(table.merchantId, table.id),
    index("webhooks_to_tell")
      .on(table.id)
      .where(
        sql`${table.failingSince} IS NOT NULL OR ${table.disabledReason} IN ('gone', 'failing') OR ${table.toldState} IS NOT NULL`,
      ),
    // Of the URL only a hash: an index cannot hold the longest ones.
    uniqueIndex("webhooks_subscription")
      .on(table.merchantId, sql`md5(${table.url})`, table.eventTypes)
      .where(sql`${table.origin} IS NOT NULL AND ${table.deletedAt} IS NULL`),
  ],
);
