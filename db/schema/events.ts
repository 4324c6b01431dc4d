import { sql } from "drizzle-orm";
import { date, index, json, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { bits, exactInstant, instant } from "../columns.ts";
import { merchantId } from "./tenancy.ts";

/**
 * The ids of events that were accepted, each with the moment that says where the rest of it lies. It outlives the
 * payload: an id that is sent again is still one event.
 */
export const eventKeys = pgTable(
  "event_keys",
  {
    merchantId: text("merchant_id").notNull(),
    id: text().notNull(),
    acceptedAt: exactInstant("accepted_at").notNull(),
  },
  (table) => [primaryKey({ columns: [table.merchantId, table.id] })],
);

/** What lists and search need of an event. A partition a day of `accepted_at` (`lib/history`). */
export const events = pgTable(
  "events",
  {
    merchantId: merchantId(),
    id: text().notNull(),
    /** No two of one call are alike: it is their order. */
    acceptedAt: exactInstant("accepted_at").notNull(),
    type: text().notNull(),
    occurredAt: instant("occurred_at").notNull(),
    origin: text({ enum: ["api", "inngest", "patchbay", "test"] }).notNull(),
    /** The part of the data that a row shows. */
    facts: json().$type<Record<string, unknown>>().notNull(),
    /** What search reads: `toSearchForm` of what rows show. */
    searchText: text("search_text").notNull().default(""),
    /** The number that people know it by, in search form: an order's. */
    reference: text(),
    /** Where it went: a search through deliveries asks one index for words and destinations together. */
    destinationIds: text("destination_ids").array().notNull().default([]),
    /** The automations that led to it, the first one first; null = none is known. */
    cause: text().array(),
    /** Patchbay's own events go to the Inngest server too; null = not yet told. */
    announcedAt: instant("announced_at"),
  },
  (table) => [
    primaryKey({ columns: [table.merchantId, table.acceptedAt, table.id] }),
    index("events_reference")
      .on(table.merchantId, table.reference)
      .where(sql`${table.reference} IS NOT NULL`),
    index("events_unannounced")
      .on(table.acceptedAt)
      .where(sql`${table.origin} = 'patchbay' AND ${table.announcedAt} IS NULL`),
  ],
);

/** What the sender sent. A partition a day of `accepted_at`, kept for a shorter time than the event. */
export const eventPayloads = pgTable(
  "event_payloads",
  {
    merchantId: text("merchant_id").notNull(),
    eventId: text("event_id").notNull(),
    acceptedAt: exactInstant("accepted_at").notNull(),
    occurredAt: instant("occurred_at").notNull(),
    /** `json`, not `jsonb`: a receiver gets the keys in the order in which the sender wrote them. */
    data: json().$type<Record<string, unknown>>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.merchantId, table.eventId, table.acceptedAt] })],
);

/**
 * Words that many of a merchant's events of a past day have, those that begin with one included, and which events that
 * are: a search for several asks first whether they meet (`patchbay_map_words`). It goes with the day.
 */
export const frequentWords = pgTable(
  "frequent_words",
  {
    day: date().notNull(),
    merchantId: text("merchant_id").notNull(),
    /** As in the index over words, without the merchant: "espresso", "=order-1=", ">order.paid". */
    word: text().notNull(),
    /** In any order, but the same for all words of a merchant's day. */
    events: bits().notNull(),
  },
  (table) => [primaryKey({ columns: [table.day, table.merchantId, table.word] })],
);
