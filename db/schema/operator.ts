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
 * Sums of `revenue_quarters` over longer spans (UTC): a month, all of the time. A trigger of `revenue_quarters` keeps them, in the transaction of whoever writes there, so that what is asked over all merchants
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
    /** Of `all`, as a balance is one at a provider; of a month it is empty: every provider together. */
    provider: text().notNull(),
    currency: text().notNull(),
    span: text({ enum: ["month", "all"] }).notNull(),
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

/**
 * What all merchants together did in a month (UTC), by the month in which they signed up: the sum of the rows that have
 * the same key. Triggers of `revenue_spans` add a row for each change, so that nobody who books waits for anybody else;
 * `foldMonths` makes one row of them.
 */
export const revenueMonths = pgTable(
  "revenue_months",
  {
    environment: text({ enum: ["live", "sandbox"] }).notNull(),
    currency: text().notNull(),
    startsOn: date("starts_on").notNull(),
    /** The first day of the month in which the merchants signed up. */
    signedUpIn: date("signed_up_in").notNull(),
    book: text({ enum: ["merchant", "platform"] }).notNull(),
    payments: total("payments"),
    refunds: total("refunds"),
    disputes: total("disputes"),
    disputeFees: total("dispute_fees"),
    platformFees: total("platform_fees"),
    platformFeesReturned: total("platform_fees_returned"),
    paymentCount: total("payment_count"),
    disputeCount: total("dispute_count"),
    /** Merchants with at least one payment in the month. */
    merchantCount: integer("merchant_count").notNull().default(0),
  },
  (table) => [index("revenue_months_time").on(table.environment, table.currency, table.startsOn)],
);

/**
 * What a merchant did in the weeks (from Monday, UTC) before a week, as it is asked for in that week. The triggers of
 * `revenue_quarters` that keep `revenue_spans` add a payment to its own week and to the eight after it, so that who ranks
 * all merchants reads one row of each. How many weeks count as what stands in these triggers and in `standingRule`.
 */
export const revenueStandings = pgTable(
  "revenue_standings",
  {
    environment: text({ enum: ["live", "sandbox"] }).notNull(),
    currency: text().notNull(),
    /** The Monday of the week in which one asks. */
    weekOn: date("week_on").notNull(),
    merchantId: text("merchant_id")
      .notNull()
      .references(() => merchants.id),
    /** Volume of the four weeks before it, and of the four before these. */
    recentVolume: total("recent_volume"),
    earlierVolume: total("earlier_volume"),
    /** Payments and disputes of the week and the four before it. */
    payments: integer().notNull().default(0),
    disputes: integer().notNull().default(0),
  },
  (table) => [
    primaryKey({
      name: "revenue_standings_key",
      columns: [table.environment, table.currency, table.weekOn, table.merchantId],
    }),
  ],
);
