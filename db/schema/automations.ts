import { boolean, index, integer, json, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import type { Definition } from "#lib/automations/definition-schema.ts";
import { instant } from "../columns.ts";
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
  },
  (table) => [index("automations_merchant").on(table.merchantId, table.id)],
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
