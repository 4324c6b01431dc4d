import { sql } from "drizzle-orm";
import { bigint, check, index, integer, json, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import type { FeeArithmetic } from "#lib/fees/compute-fee.ts";
import { instant } from "../columns.ts";
import { merchants } from "./tenancy.ts";

/**
 * What the platform takes of a payment, from a moment on. A row is never changed: another rule is another row, so that
 * each charge can say by which it was made. The most particular one that is valid counts: of the merchant before that of
 * everybody, of the currency before that of all.
 */
export const feePolicies = pgTable(
  "fee_policies",
  {
    id: text().primaryKey(),
    /** null = everybody's. */
    merchantId: text("merchant_id").references(() => merchants.id),
    /** ISO 4217, in capitals; null = every currency. */
    currency: text(),
    /** Hundredths of a per cent: 200 to 500, or 0 for a plan without a share. */
    basisPoints: integer("basis_points").notNull(),
    /** At least so much of each payment, in the smallest unit; only where there is a currency. */
    minimum: integer().notNull().default(0),
    validFrom: instant("valid_from").notNull(),
    createdBy: text("created_by").notNull(),
    createdAt: instant("created_at").notNull().default(sql`clock_timestamp()`),
  },
  (table) => [
    index("fee_policies_merchant").on(table.merchantId, table.validFrom),
    check("fee_policies_share", sql`${table.basisPoints} = 0 OR ${table.basisPoints} BETWEEN 200 AND 500`),
    check(
      "fee_policies_minimum",
      sql`${table.minimum} >= 0 AND (${table.minimum} = 0 OR ${table.currency} IS NOT NULL)`,
    ),
  ],
);

/** The fee of one payment, decided before the provider is asked and the same at each repetition. */
export const feeDecisions = pgTable(
  "fee_decisions",
  {
    merchantId: text("merchant_id")
      .notNull()
      .references(() => merchants.id),
    /** What keeps the payment from being made twice. */
    key: text().notNull(),
    amount: bigint({ mode: "number" }).notNull(),
    currency: text().notNull(),
    fee: bigint({ mode: "number" }).notNull(),
    /** null = the rule that is built in, as nobody has set one. */
    policyId: text("policy_id").references(() => feePolicies.id),
    arithmetic: json().$type<FeeArithmetic>().notNull(),
    decidedAt: instant("decided_at").notNull().default(sql`clock_timestamp()`),
  },
  (table) => [primaryKey({ columns: [table.merchantId, table.key] })],
);
