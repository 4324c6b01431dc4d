import { sql } from "drizzle-orm";
import { index, json, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { instant } from "../columns.ts";
import { merchantId } from "./tenancy.ts";

export const events = pgTable(
  "events",
  {
    merchantId: merchantId(),
    id: text().notNull(),
    type: text().notNull(),
    /** `json`, not `jsonb`: a receiver gets the keys in the order in which the sender wrote them. */
    data: json().$type<Record<string, unknown>>().notNull(),
    occurredAt: instant("occurred_at").notNull(),
    acceptedAt: instant("accepted_at").notNull().default(sql`clock_timestamp()`),
    origin: text({ enum: ["api", "inngest", "patchbay", "test"] }).notNull(),
    /** What search reads: `toSearchForm` of what rows show. Null until `fillSearchTexts` has come by. */
    searchText: text("search_text"),
    /** The number that people know it by, in search form: an order's. */
    reference: text(),
    /** Patchbay's own events go to the Inngest server too; null = not yet told. */
    announcedAt: instant("announced_at"),
  },
  (table) => [
    primaryKey({ columns: [table.merchantId, table.id] }),
    index("events_merchant_accepted").on(table.merchantId, table.acceptedAt, table.id),
    index("events_reference")
      .on(table.merchantId, table.reference)
      .where(sql`${table.reference} IS NOT NULL`),
    index("events_unsearchable").on(table.acceptedAt).where(sql`${table.searchText} IS NULL`),
    index("events_unannounced")
      .on(table.acceptedAt)
      .where(sql`${table.origin} = 'patchbay' AND ${table.announcedAt} IS NULL`),
  ],
);
