import { sql } from "drizzle-orm";
import { boolean, index, integer, json, pgTable, primaryKey, text, uniqueIndex } from "drizzle-orm/pg-core";
import type { Definition } from "#lib/automations/definition-schema.ts";
import { exactInstant, instant } from "../columns.ts";
import { destinations } from "./destinations.ts";
import { merchantId } from "./tenancy.ts";

/** What a destination of the kind `automation` has beside: its name, and what it will be once it is published. */
export const automations = pgTable(
  "automations",
  {
    id: text()
      .primaryKey()
      .references(() => destinations.id, { onDelete: "cascade" }),
    merchantId: merchantId(),
    name: text().notNull(),
    draft: json().$type<Definition>().notNull(),
    /** Moves with each change of name or draft: whoever changes it says which one they have seen. */
    revision: integer().notNull().default(1),
    /** Whether the draft is what the live version does. */
    isDraftLive: boolean("is_draft_live").notNull().default(false),
    /** The recipe that it was made from; null = from scratch. */
    recipeId: text("recipe_id"),
    /** What the live version found at the apps as it was published, by the step's key; null = nothing was noted. */
    reliesOn: json("relies_on").$type<Record<string, unknown>>(),
    /** When what it relies on is compared again; null = never. */
    checkDueAt: instant("check_due_at"),
    /** The release that compared last. */
    checkedWith: text("checked_with"),
  },
  (table) => [
    index("automations_merchant").on(table.merchantId, table.id),
    index("automations_check_due").on(table.checkDueAt).where(sql`${table.checkDueAt} IS NOT NULL`),
  ],
);

/** What was published, for good: deliveries are pinned to one of them. */
export const automationVersions = pgTable(
  "automation_versions",
  {
    automationId: text("automation_id")
      .notNull()
      .references(() => automations.id, { onDelete: "cascade" }),
    /** From 1, without gaps. */
    number: integer().notNull(),
    merchantId: merchantId(),
    definition: json().$type<Definition>().notNull(),
    publishedAt: instant("published_at").notNull().defaultNow(),
  },
  (table) => [
    primaryKey({ columns: [table.automationId, table.number] }),
    index("automation_versions_merchant").on(table.merchantId),
  ],
);

type Params = Record<string, string | number | boolean | null>;

/** What an automation relies on and the app no longer has: one open row for each cause of a step. */
export const automationIssues = pgTable(
  "automation_issues",
  {
    id: text().primaryKey(),
    merchantId: merchantId(),
    automationId: text("automation_id")
      .notNull()
      .references(() => automations.id, { onDelete: "cascade" }),
    stepKey: text("step_key").notNull(),
    /** What is no longer there: a field, a permission, a channel. One issue is open for each. */
    subject: text().notNull(),
    code: text().notNull(),
    params: json().$type<Params>(),
    /** What one click would change in the draft; null = a person has to choose. */
    repair: json().$type<Record<string, unknown>>(),
    openedAt: instant("opened_at").notNull().defaultNow(),
    closedAt: instant("closed_at"),
  },
  (table) => [
    uniqueIndex("automation_issues_open")
      .on(table.merchantId, table.automationId, table.stepKey, table.subject)
      .where(sql`${table.closedAt} IS NULL`),
  ],
);

/** The facts of which an automation has made its run: a second event about the same one makes none. */
export const runKeys = pgTable(
  "run_keys",
  {
    merchantId: merchantId(),
    automationId: text("automation_id").notNull(),
    /** Made of the event type's own ids: an order and its payment. */
    key: text().notNull(),
    deliveryId: text("delivery_id").notNull(),
    createdAt: instant("created_at").notNull().default(sql`clock_timestamp()`),
  },
  (table) => [
    primaryKey({ columns: [table.merchantId, table.automationId, table.key] }),
    index("run_keys_age").on(table.createdAt),
  ],
);

/** Steps that have to reach someone in time: watched from the moment in which their run begins. */
export const mustReach = pgTable(
  "must_reach",
  {
    deliveryId: text("delivery_id").notNull(),
    position: integer().notNull(),
    merchantId: merchantId(),
    destinationId: text("destination_id").notNull(),
    eventId: text("event_id").notNull(),
    eventAt: exactInstant("event_at").notNull(),
    status: text({ enum: ["watching", "raised", "reached", "confirmed"] })
      .notNull()
      .default("watching"),
    dueAt: instant("due_at"),
    /** What came of the second way, as a code. */
    code: text(),
    params: json().$type<Params>(),
    raisedAt: instant("raised_at"),
    reachedAt: instant("reached_at"),
    confirmedAt: instant("confirmed_at"),
    confirmedBy: text("confirmed_by"),
  },
  (table) => [
    primaryKey({ columns: [table.deliveryId, table.position] }),
    index("must_reach_due").on(table.dueAt).where(sql`${table.dueAt} IS NOT NULL`),
    index("must_reach_raised").on(table.merchantId, table.raisedAt).where(sql`${table.status} = 'raised'`),
  ],
);

/** A replay that somebody asked for, with the plan that they were shown. Its deliveries name it. */
export const replays = pgTable(
  "replays",
  {
    id: text().primaryKey(),
    merchantId: merchantId(),
    automationId: text("automation_id")
      .notNull()
      .references(() => automations.id, { onDelete: "cascade" }),
    mode: text({ enum: ["same-version", "live-version", "from-start"] }).notNull(),
    runs: integer().notNull(),
    plan: json().$type<Record<string, unknown>>().notNull(),
    createdBy: text("created_by").notNull(),
    createdAt: instant("created_at").notNull().defaultNow(),
  },
  (table) => [index("replays_automation").on(table.merchantId, table.automationId, table.id)],
);
