import { bigint, index, integer, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { instant } from "../columns.ts";
import { charges } from "./payments.ts";
import { merchants } from "./tenancy.ts";

function earnedBy() {
  return text("merchant_id")
    .notNull()
    .references(() => merchants.id);
}

function total(name: string) {
  return bigint(name, { mode: "number" }).notNull().default(0);
}

function soldColumns() {
  return {
    merchantId: earnedBy(),
    environment: text({ enum: ["live", "sandbox"] }).notNull(),
    currency: text().notNull(),
    dimension: text({ enum: ["all", "product", "code", "table"] }).notNull(),
    /** Of `all`: empty. */
    value: text().notNull(),
  };
}

function soldTotals() {
  return {
    gross: total("gross"),
    tips: total("tips"),
    orders: integer().notNull().default(0),
    quantity: total("quantity"),
  };
}

/**
 * Sums of the ledger's entries by quarter of an hour (which every time zone's hours and days are made of), written in the
 * transaction that books them. Signs as a merchant reads them: what came in above zero, what it cost below.
 */
export const revenueQuarters = pgTable(
  "revenue_quarters",
  {
    merchantId: earnedBy(),
    book: text({ enum: ["merchant", "platform"] }).notNull(),
    environment: text({ enum: ["live", "sandbox"] }).notNull(),
    provider: text().notNull(),
    currency: text().notNull(),
    quarterAt: instant("quarter_at").notNull(),
    payments: total("payments"),
    refunds: total("refunds"),
    disputes: total("disputes"),
    disputeFees: total("dispute_fees"),
    platformFees: total("platform_fees"),
    /** Of `platformFees`, what came back with refunds. */
    platformFeesReturned: total("platform_fees_returned"),
    providerFees: total("provider_fees"),
    taxes: total("taxes"),
    /** Adjustments, transfers, reserves, suspense: what is neither sale nor cost of one. */
    others: total("others"),
    /** Paid out to the bank, below zero. */
    bank: total("bank"),
    paymentCount: integer("payment_count").notNull().default(0),
    refundCount: integer("refund_count").notNull().default(0),
    disputeCount: integer("dispute_count").notNull().default(0),
  },
  (table) => [
    primaryKey({
      columns: [
        table.merchantId,
        table.book,
        table.environment,
        table.currency,
        table.quarterAt,
        table.provider,
      ],
    }),
    index("revenue_quarters_time").on(table.book, table.environment, table.currency, table.quarterAt),
  ],
);

/**
 * What a payment counts for in reports: a row for all of it, and one for each product, code and table. The roll-ups below
 * are sums of these, and change with them, in the same transaction.
 */
export const saleParts = pgTable(
  "sale_parts",
  {
    /** Our charge. */
    chargeId: text("charge_id")
      .notNull()
      .references(() => charges.id),
    ...soldColumns(),
    /** When it was paid. */
    soldAt: instant("sold_at").notNull(),
    ...soldTotals(),
  },
  (table) => [
    primaryKey({ columns: [table.chargeId, table.dimension, table.value] }),
    index("sale_parts_behind").on(
      table.merchantId,
      table.environment,
      table.currency,
      table.dimension,
      table.value,
      table.soldAt,
      table.chargeId,
    ),
  ],
);

/**
 * Sums of payments by what was sold, and by where it was ordered; `all` has every payment that succeeded. Partitioned by
 * dimension (0020): a year of `all` is few rows, and they lie together.
 */
export const salesQuarters = pgTable(
  "sales_quarters",
  { ...soldColumns(), quarterAt: instant("quarter_at").notNull(), ...soldTotals() },
  (table) => [
    primaryKey({
      columns: [
        table.merchantId,
        table.environment,
        table.currency,
        table.dimension,
        table.quarterAt,
        table.value,
      ],
    }),
  ],
);

/** The same by day of UTC: a long report adds up whole months and days, and quarters at its two ends. */
export const salesDays = pgTable(
  "sales_days",
  { ...soldColumns(), dayAt: instant("day_at").notNull(), ...soldTotals() },
  (table) => [
    primaryKey({
      name: "sales_days_pk",
      columns: [
        table.merchantId,
        table.environment,
        table.currency,
        table.dimension,
        table.dayAt,
        table.value,
      ],
    }),
  ],
);

/** The same by month of UTC: of a year by product, whole months are a twelfth of the rows that its days are. */
export const salesMonths = pgTable(
  "sales_months",
  { ...soldColumns(), monthAt: instant("month_at").notNull(), ...soldTotals() },
  (table) => [
    primaryKey({
      name: "sales_months_pk",
      columns: [
        table.merchantId,
        table.environment,
        table.currency,
        table.dimension,
        table.monthAt,
        table.value,
      ],
    }),
  ],
);
