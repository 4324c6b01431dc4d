import { bigint, date, index, integer, json, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { instant } from "../columns.ts";
import { merchants } from "./tenancy.ts";

/** What operators did, and who became one: for good, also when the person is gone. */
export const operatorLog = pgTable("operator_log", {
  id: text().primaryKey(),
  /** The operator's user, or the command that was run on the server. */
  actorKind: text("actor_kind", { enum: ["operator", "command"] }).notNull(),
  actorId: text("actor_id").notNull(),
  action: text().notNull(),
  targetId: text("target_id").notNull(),
  detail: json().$type<Record<string, unknown>>().notNull(),
  requestId: text("request_id").notNull(),
  at: instant("at").notNull().defaultNow(),
});

function total(name: string) {
  return bigint(name, { mode: "number" }).notNull().default(0);
}

/**
 * Sums of `revenue_quarters` over longer spans (UTC): a month, a week from Monday, all of the time. A trigger of
 * `revenue_quarters` keeps them, in the transaction of whoever writes there, so that what is asked over all merchants
 * reads a row for each of them and not one for each quarter of an hour.
 */
export const revenueSpans = pgTable(
  "revenue_spans",
  {
    merchantId: text("merchant_id")
      .notNull()
      .references(() => merchants.id),
    book: text({ enum: ["merchant", "platform"] }).notNull(),
    environment: text({ enum: ["live", "sandbox"] }).notNull(),
    provider: text().notNull(),
    currency: text().notNull(),
    span: text({ enum: ["week", "month", "all"] }).notNull(),
    /** The first day; of `all` 1970-01-01. */
    startsOn: date("starts_on").notNull(),
    payments: total("payments"),
    refunds: total("refunds"),
    disputes: total("disputes"),
    disputeFees: total("dispute_fees"),
    platformFees: total("platform_fees"),
    platformFeesReturned: total("platform_fees_returned"),
    /** What everything together changed the balance by. */
    balance: total("balance"),
    paymentCount: integer("payment_count").notNull().default(0),
    disputeCount: integer("dispute_count").notNull().default(0),
  },
  (table) => [
    primaryKey({
      name: "revenue_spans_key",
      columns: [
        table.merchantId,
        table.book,
        table.environment,
        table.currency,
        table.span,
        table.startsOn,
        table.provider,
      ],
    }),
    index("revenue_spans_time").on(table.environment, table.currency, table.span, table.startsOn),
  ],
);
