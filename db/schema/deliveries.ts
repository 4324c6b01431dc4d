import { sql } from "drizzle-orm";
import { boolean, date, index, integer, json, pgTable, primaryKey, real, text } from "drizzle-orm/pg-core";
import { exactInstant, instant } from "../columns.ts";
import { destinations } from "./destinations.ts";

type Params = Record<string, string | number | boolean | null>;

function destinationId() {
  return text("destination_id")
    .notNull()
    .references(() => destinations.id, { onDelete: "cascade" });
}

/**
 * One event on its way to one destination. A partition a day of the time in `id`, which is made of the event's moment,
 * the event, the destination and the replay: there is one of each by the primary key.
 */
export const deliveries = pgTable(
  "deliveries",
  {
    id: text().primaryKey(),
    merchantId: text("merchant_id").notNull(),
    destinationId: destinationId(),
    eventId: text("event_id").notNull(),
    /** The event's `accepted_at`. */
    eventAt: exactInstant("event_at").notNull(),
    eventType: text("event_type").notNull(),
    /** The replay that made it; null = the event itself did. */
    replayId: text("replay_id"),
    /** The version of its destination that was live when it was made: each attempt goes by it. Null = its kind has none. */
    version: integer(),
    /** While it is pending it stands in `delivery_queue`. */
    status: text({ enum: ["pending", "delivered", "failed", "cancelled"] })
      .notNull()
      .default("pending"),
    isTest: boolean("is_test").notNull().default(false),
    attempts: integer().notNull().default(0),
    createdAt: instant("created_at").notNull().default(sql`clock_timestamp()`),
    completedAt: instant("completed_at"),
    /** Set with the status `failed` alone, for the index: what is delivered touches no index a second time. */
    failedAt: instant("failed_at"),
    /** Set with the status `cancelled` alone, on its own, for the index. */
    cancelledAt: instant("cancelled_at").generatedAlwaysAs(
      sql`CASE WHEN status = 'cancelled' THEN coalesce(completed_at, created_at) END`,
    ),
    lastAttemptAt: instant("last_attempt_at"),
    /** What the last attempt came to, as in `attempts`. */
    lastCode: text("last_code"),
    lastParams: json("last_params").$type<Params>(),
    lastTotalMs: real("last_total_ms"),
  },
  (table) => [
    index("deliveries_merchant").on(table.merchantId, table.id),
    index("deliveries_destination").on(table.destinationId, table.id),
    index("deliveries_failed").on(table.merchantId, table.id).where(sql`${table.failedAt} IS NOT NULL`),
    index("deliveries_failed_type")
      .on(table.merchantId, table.eventType, table.id)
      .where(sql`${table.failedAt} IS NOT NULL`),
    index("deliveries_cancelled").on(table.merchantId, table.id).where(sql`${table.cancelledAt} IS NOT NULL`),
    index("deliveries_tests").on(table.merchantId, table.id).where(sql`${table.isTest}`),
    index("deliveries_event").on(table.merchantId, table.eventId),
  ],
);

/** The deliveries that have not ended: small, and the only table that a claim reads and changes. */
export const deliveryQueue = pgTable(
  "delivery_queue",
  {
    deliveryId: text("delivery_id").primaryKey(),
    merchantId: text("merchant_id").notNull(),
    destinationId: destinationId(),
    eventId: text("event_id").notNull(),
    eventAt: exactInstant("event_at").notNull(),
    eventType: text("event_type").notNull(),
    version: integer(),
    isTest: boolean("is_test").notNull().default(false),
    attempts: integer().notNull().default(0),
    /** How many waits of the destination's schedule are used up. Attempts by hand use none. */
    scheduleStep: integer("schedule_step").notNull().default(0),
    /** While an attempt by hand goes before it: when the schedule's next attempt is. */
    plannedAt: instant("planned_at"),
    nextTrigger: text("next_trigger", { enum: ["schedule", "manual", "test"] })
      .notNull()
      .default("schedule"),
    dueAt: exactInstant("due_at").notNull(),
    leaseId: text("lease_id"),
    /** While it lies ahead the row is someone's. In no index, so that a claim touches none. */
    leasedUntil: instant("leased_until"),
    /** What it waits for beside its time: a connection to heal, a person's yes, a person's word. Then `due_at` is when waiting ends. */
    heldFor: text("held_for", { enum: ["connection", "review", "decision"] }),
    /** The integration that is to heal. */
    heldId: text("held_id"),
    /** The leased delivery counts against its destination's limit at a time. */
    isCounted: boolean("is_counted").notNull().default(false),
  },
  (table) => [
    // In bytes' order, which sorts and cannot be looked an id up by: else a plan made while the queue was empty looks
    // them up here, and reads all of it once there is a backlog.
    index("delivery_queue_due").on(table.destinationId, table.dueAt, sql`${table.deliveryId} COLLATE "C"`),
    index("delivery_queue_counted").on(table.destinationId).where(sql`${table.isCounted}`),
    index("delivery_queue_held").on(table.merchantId, table.heldId).where(sql`${table.heldFor} IS NOT NULL`),
  ],
);

/** The steps of deliveries that have several: one that succeeded is never run again. A partition a day of `delivery_id`. */
export const deliverySteps = pgTable(
  "delivery_steps",
  {
    deliveryId: text("delivery_id").notNull(),
    position: integer().notNull(),
    merchantId: text("merchant_id").notNull(),
    status: text({
      enum: ["waiting", "review", "held", "succeeded", "failed", "skipped", "unknown"],
    }).notNull(),
    /** What proves at the other side that it was done: the id of what was made, the key that was given. */
    receipt: json().$type<Record<string, string>>(),
    /** What a person said of it: yes or no to what was prepared, or what became of it where nobody else knows. */
    decision: json().$type<StepDecision>(),
    /** Why it is not done, or why it was skipped. */
    code: text(),
    params: json().$type<Params>(),
    updatedAt: instant("updated_at").notNull().default(sql`clock_timestamp()`),
  },
  (table) => [primaryKey({ columns: [table.deliveryId, table.position] })],
);

/** @param amount what it was said to move when somebody said yes, as `moneyParam` writes it; undefined = nobody knew */
export type StepDecision = {
  kind: "approved" | "rejected" | "done" | "not_done";
  by: string;
  at: string;
  amount?: string | undefined;
};

/** What a step was given and what it answered: a partition a day of `delivery_id`, kept as long as the events' data. */
export const deliveryStepPayloads = pgTable(
  "delivery_step_payloads",
  {
    deliveryId: text("delivery_id").notNull(),
    position: integer().notNull(),
    merchantId: text("merchant_id").notNull(),
    input: json().$type<Record<string, unknown>>(),
    output: json().$type<Record<string, unknown>>(),
    updatedAt: instant("updated_at").notNull().default(sql`clock_timestamp()`),
  },
  (table) => [primaryKey({ columns: [table.deliveryId, table.position] })],
);

/** One try at a delivery. A partition a day of the time in `id`. */
export const attempts = pgTable(
  "attempts",
  {
    id: text().primaryKey(),
    merchantId: text("merchant_id").notNull(),
    deliveryId: text("delivery_id").notNull(),
    destinationId: destinationId(),
    eventId: text("event_id").notNull(),
    eventAt: exactInstant("event_at").notNull(),
    eventType: text("event_type").notNull(),
    number: integer().notNull(),
    /** The step that was tried, of a delivery that has steps. */
    step: integer(),
    trigger: text({ enum: ["schedule", "manual", "test"] }).notNull(),
    startedAt: instant("started_at").notNull(),
    outcome: text({ enum: ["delivered", "retrying", "held", "failed"] }).notNull(),
    /** What happened; null params = it needs none. */
    code: text().notNull(),
    params: json().$type<Params>(),
    totalMs: real("total_ms").notNull(),
    nextAttemptAt: instant("next_attempt_at"),
  },
  (table) => [
    index("attempts_delivery").on(table.deliveryId, table.id),
    index("attempts_destination").on(table.destinationId, table.id),
    index("attempts_unsuccessful")
      .on(table.destinationId, table.id)
      .where(sql`${table.outcome} <> 'delivered'`),
  ],
);

/** The HTTP request of an attempt and its answer, where there was one. A partition a day of `attempt_id`. */
export const attemptExchanges = pgTable("attempt_exchanges", {
  attemptId: text("attempt_id").primaryKey(),
  merchantId: text("merchant_id").notNull(),
  url: text().notNull(),
  statusCode: integer("status_code"),
  /** Secrets are masked before they come here. */
  requestHeaders: json("request_headers").$type<Record<string, string>>().notNull(),
  responseHeaders: json("response_headers").$type<Record<string, string>>(),
  responseBody: text("response_body"),
  isResponseCut: boolean("is_response_cut").notNull().default(false),
  dnsMs: real("dns_ms"),
  connectMs: real("connect_ms"),
  tlsMs: real("tls_ms"),
  firstByteMs: real("first_byte_ms"),
});

/** What became of a day's deliveries and attempts, by destination: written as the day is dropped, and kept. */
export const deliveryCounts = pgTable(
  "delivery_counts",
  {
    merchantId: text("merchant_id").notNull(),
    destinationId: destinationId(),
    /** In UTC. */
    day: date().notNull(),
    delivered: integer().notNull().default(0),
    failed: integer().notNull().default(0),
    cancelled: integer().notNull().default(0),
    attempts: integer().notNull().default(0),
    succeededAttempts: integer("succeeded_attempts").notNull().default(0),
  },
  (table) => [primaryKey({ columns: [table.merchantId, table.destinationId, table.day] })],
);
