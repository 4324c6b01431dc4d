import { sql } from "drizzle-orm";
import { index, integer, json, pgTable, text, timestamp } from "drizzle-orm/pg-core";
import { exactInstant, instant } from "../columns.ts";
import { merchantId } from "./tenancy.ts";

/** Whatever events are delivered to, of each kind. What is particular to a kind stands in its own table, by the same id. */
export const destinations = pgTable(
  "destinations",
  {
    id: text().primaryKey(),
    merchantId: merchantId(),
    kind: text().notNull(),
    eventTypes: text("event_types").array().notNull(),
    /** A condition on the event, for kinds that know one; null = every event of these types. */
    filter: json().$type<Record<string, unknown>>(),
    /** Of kinds that have versions: the one that is live. What is accepted from now on is pinned to it. */
    liveVersion: integer("live_version"),
    /** Only an active one is sent to. Deliveries to the others are made all the same, and wait. */
    state: text({ enum: ["active", "paused", "disabled"] })
      .notNull()
      .default("active"),
    stateReason: text("state_reason", { enum: ["gone", "failing", "manual"] }),
    stateSince: instant("state_since").notNull().defaultNow(),
    retrySchedule: integer("retry_schedule").array().notNull(),
    timeoutMs: integer("timeout_ms").notNull(),
    maxPerSecond: integer("max_per_second"),
    maxInFlight: integer("max_in_flight"),
    /** With maxPerSecond: the time up to which requests have been handed out (GCRA). */
    pacedUntil: timestamp("paced_until", { withTimezone: true, mode: "date", precision: 6 }),
    /** What waited when it was resumed and was due before this is sent one at a time, in order. */
    orderedUntil: exactInstant("ordered_until"),
    /** Since when no attempt has succeeded. */
    failingSince: instant("failing_since"),
    /** What people were told last about its health; null = nothing, or that it is well again. */
    toldState: text("told_state", { enum: ["failing", "disabled"] }),
    createdAt: instant("created_at").notNull().defaultNow(),
    /** Moves with each change of it or of its detail row: what was read of it before is out of date. */
    updatedAt: instant("updated_at").notNull().defaultNow(),
    deletedAt: instant("deleted_at"),
  },
  (table) => [
    index("destinations_merchant").on(table.merchantId, table.id),
    index("destinations_off").on(table.id).where(sql`${table.state} <> 'active'`),
    index("destinations_to_tell")
      .on(table.id)
      .where(
        sql`${table.failingSince} IS NOT NULL OR ${table.stateReason} IN ('gone', 'failing') OR ${table.toldState} IS NOT NULL`,
      ),
  ],
);
