import { boolean, index, integer, json, pgTable, text, timestamp } from "drizzle-orm/pg-core";
import { merchants } from "./tenancy.ts";

const instant = (name: string) => timestamp(name, { withTimezone: true, mode: "date", precision: 3 });

/** An endpoint of our own that a webhook can be pointed at, to see what arrives and to try out failures. */
export const sandboxInboxes = pgTable(
  "sandbox_inboxes",
  {
    id: text().primaryKey(),
    merchantId: text("merchant_id")
      .notNull()
      .references(() => merchants.id, { onDelete: "cascade" }),
    name: text().notNull(),
    /** How it answers: with a status, or not at all. */
    behaviour: text({ enum: ["answer", "hang"] })
      .notNull()
      .default("answer"),
    answerStatus: integer("answer_status").notNull().default(200),
    createdAt: instant("created_at").notNull().defaultNow(),
  },
  (table) => [index("sandbox_inboxes_merchant").on(table.merchantId)],
);

export const sandboxInboxRequests = pgTable(
  "sandbox_inbox_requests",
  {
    id: text().primaryKey(),
    merchantId: text("merchant_id")
      .notNull()
      .references(() => merchants.id, { onDelete: "cascade" }),
    inboxId: text("inbox_id")
      .notNull()
      .references(() => sandboxInboxes.id, { onDelete: "cascade" }),
    receivedAt: instant("received_at").notNull().defaultNow(),
    headers: json().$type<Record<string, string>>().notNull(),
    body: text().notNull(),
    isSignatureValid: boolean("is_signature_valid").notNull(),
    /** Why the signature does not verify. */
    signatureProblem: text("signature_problem"),
    /** null = it was left without an answer. */
    answeredStatus: integer("answered_status"),
  },
  (table) => [index("sandbox_inbox_requests_inbox").on(table.inboxId, table.id)],
);
