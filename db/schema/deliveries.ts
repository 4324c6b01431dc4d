import { sql } from "drizzle-orm";
import {
  boolean,
  foreignKey,
  index,
  integer,
  json,
  pgTable,
  real,
  text,
  uniqueIndex,
} from "drizzle-orm/pg-core";
import { instant } from "../columns.ts";
import { events } from "./events.ts";
import { merchantId } from "./tenancy.ts";

export const deliveries = pgTable(
  "deliveries",
  {
    id: text().primaryKey(),
    merchantId: merchantId(),
    eventId: text("event_id").notNull(),
    eventType: text("event_type").notNull(),
    /** The webhook; later also an automation. */
    destinationId: text("destination_id").notNull(),
    status: text({ enum: ["pending", "held", "delivered", "failed", "cancelled"] })
      .notNull()
      .default("pending"),
    isTest: boolean("is_test").notNull().default(false),
    attempts: integer().notNull().default(0),
    /** How many waits of the webhook's schedule are used up. Attempts by hand use none. */
    scheduleStep: integer("schedule_step").notNull().default(0),
    /** While an attempt by hand goes before it: when the schedule's next attempt is. */
    plannedAt: instant("planned_at"),
    nextTrigger: text("next_trigger", { enum: ["schedule", "manual", "test"] })
      .notNull()
      .default("schedule"),
    /** When it may be claimed. A claim moves it past the end of the lease, so that a lost lease is just due again. */
    dueAt: instant("due_at").notNull().default(sql`clock_timestamp()`),
    leaseId: text("lease_id"),
    /** The leased delivery counts against its destination's maxInFlight. */
    isCounted: boolean("is_counted").notNull().default(false),
    createdAt: instant("created_at").notNull().default(sql`clock_timestamp()`),
    completedAt: instant("completed_at"),
    lastAttemptAt: instant("last_attempt_at"),
    lastStatusCode: integer("last_status_code"),
    lastFailureCode: text("last_failure_code"),
    lastMessage: text("last_message"),
    lastTotalMs: real("last_total_ms"),
  },
  (table) => [
    foreignKey({
      columns: [table.merchantId, table.eventId],
      foreignColumns: [events.merchantId, events.id],
    }).onDelete("cascade"),
    index("deliveries_merchant").on(table.merchantId, table.id),
    index("deliveries_destination").on(table.destinationId, table.id),
    uniqueIndex("deliveries_event_destination").on(table.merchantId, table.eventId, table.destinationId),
    index("deliveries_due")
      .on(table.destinationId, table.dueAt, table.id)
      .where(sql`${table.status} = 'pending'`),
    index("deliveries_counted").on(table.destinationId).where(sql`${table.isCounted}`),
    index("deliveries_unwell")
      .on(table.merchantId, table.id)
      .where(sql`${table.status} IN ('failed', 'held')`),
  ],
);

export const attempts = pgTable(
  "attempts",
  {
    id: text().primaryKey(),
    merchantId: text("merchant_id").notNull(),
    deliveryId: text("delivery_id")
      .notNull()
      .references(() => deliveries.id, { onDelete: "cascade" }),
    destinationId: text("destination_id").notNull(),
    eventType: text("event_type").notNull(),
    number: integer().notNull(),
    trigger: text({ enum: ["schedule", "manual", "test"] }).notNull(),
    startedAt: instant("started_at").notNull(),
    outcome: text({ enum: ["delivered", "retrying", "failed"] }).notNull(),
    failureCode: text("failure_code"),
    message: text().notNull(),
    statusCode: integer("status_code"),
    url: text().notNull(),
    /** Secrets are masked before they come here. The body is that of the event, which never changes. */
    requestHeaders: json("request_headers").$type<Record<string, string>>().notNull(),
    responseHeaders: json("response_headers").$type<Record<string, string>>(),
    responseBody: text("response_body"),
    isResponseCut: boolean("is_response_cut").notNull().default(false),
    dnsMs: real("dns_ms"),
    connectMs: real("connect_ms"),
    tlsMs: real("tls_ms"),
    firstByteMs: real("first_byte_ms"),
    totalMs: real("total_ms").notNull(),
    nextAttemptAt: instant("next_attempt_at"),
  },
  (table) => [
    index("attempts_delivery").on(table.deliveryId, table.id),
    index("attempts_destination").on(table.destinationId, table.id),
  ],
);
