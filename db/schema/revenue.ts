import { bigint, index, integer, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { instant } from "../columns.ts";
import { merchants } from "./tenancy.ts";

function earnedBy() {
  return text("merchant_id")
    .notNull()
    .references(() => merchants.id);
}

function total(name: string) {
  return bigint(name, { mode: "number" }).notNull().default(0);
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

/** Sums of payments by what was sold, and by where it was ordered; `all` has every payment that succeeded. */
export const salesQuarters = pgTable(
  "sales_quarters",
  {
    merchantId: earnedBy(),
    environment: text({ enum: ["live", "sandbox"] }).notNull(),
    currency: text().notNull(),
    dimension: text({ enum: ["all", "product", "code", "table"] }).notNull(),
    /** Of `all`: empty. */
    value: text().notNull(),
    quarterAt: instant("quarter_at").notNull(),
    gross: total("gross"),
    tips: total("tips"),
    orders: integer().notNull().default(0),
    quantity: integer().notNull().default(0),
  },
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
