import { sql } from "drizzle-orm";
import { index, integer, json, pgTable, text } from "drizzle-orm/pg-core";
import type { Message, Params } from "#lib/failures/message.ts";
import { instant } from "../columns.ts";
import { integrations } from "./integrations.ts";
import { merchantId } from "./tenancy.ts";
import { webhooks } from "./webhooks.ts";

/** What is to be told to people by email, and what became of it. */
export const notices = pgTable(
  "notices",
  {
    id: text().primaryKey(),
    merchantId: merchantId(),
    integrationId: text("integration_id").references(() => integrations.id, { onDelete: "cascade" }),
    webhookId: text("webhook_id").references(() => webhooks.id, { onDelete: "cascade" }),
    recipient: text().notNull(),
    /** What is told, and what it is about: subject and body are made of them for each reader. */
    code: text().notNull(),
    params: json().$type<Params>().notNull(),
    /** What is said after the body. */
    further: json().$type<Message[]>(),
    /** unsent: no mail server is set up. */
    status: text({ enum: ["waiting", "sent", "failed", "unsent"] })
      .notNull()
      .default("waiting"),
    attempts: integer().notNull().default(0),
    dueAt: instant("due_at").notNull().defaultNow(),
    sentAt: instant("sent_at"),
    lastErrorCode: text("last_error_code"),
    lastErrorParams: json("last_error_params").$type<Params>(),
    /** When its recipient saw it in the app. */
    readAt: instant("read_at"),
    createdAt: instant("created_at").notNull().defaultNow(),
  },
  (table) => [
    index("notices_merchant").on(table.merchantId, table.id),
    index("notices_unread").on(table.merchantId, table.recipient).where(sql`${table.readAt} IS NULL`),
    index("notices_due").on(table.dueAt).where(sql`${table.status} = 'waiting'`),
  ],
);
