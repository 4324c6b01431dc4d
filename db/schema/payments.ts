import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  index,
  integer,
  json,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
} from "drizzle-orm/pg-core";
import { instant } from "../columns.ts";
import { merchants } from "./tenancy.ts";

/** Whose row it is, without a cascade: what has happened to money stays, whatever becomes of the merchant. */
export function paidTo() {
  return text("merchant_id")
    .notNull()
    .references(() => merchants.id);
}

/** Of which account at which provider a row is. An integration may be forgotten; what was paid is not. */
export function accountColumns() {
  return {
    integrationId: text("integration_id"),
    provider: text().notNull(),
    environment: text({ enum: ["live", "sandbox"] }).notNull(),
    accountId: text("account_id").notNull(),
  };
}

/** What was last said of why something did not work, as a code; null = nothing. */
export function saidColumns() {
  return {
    failureCode: text("failure_code"),
    failureParams: json("failure_params").$type<Record<string, unknown>>(),
    /** What the provider said, scrubbed. */
    failureDetail: text("failure_detail"),
  };
}

/**
 * A payment: asked for by us (`origin: request`), and then written before the provider is asked, or found at the
 * provider.
 */
export const charges = pgTable(
  "charges",
  {
    id: text().primaryKey(),
    merchantId: paidTo(),
    ...accountColumns(),
    origin: text({ enum: ["request", "automation", "provider"] }).notNull(),
    /** What keeps it from being made twice, for good; null for one that was found at the provider. */
    key: text(),
    /** Of what was asked for under the key: another content under the same key is refused. */
    fingerprint: text(),
    mode: text({ enum: ["checkout", "intent", "saved"] }),
    amount: bigint({ mode: "number" }).notNull(),
    /** ISO 4217, in capitals. */
    currency: text().notNull(),
    /** The platform's share as it was decided; null for what was not asked for by us. */
    fee: bigint({ mode: "number" }),
    /** The tip within the amount, where it is known. */
    tip: bigint({ mode: "number" }),
    orderId: text("order_id"),
    customer: json().$type<{ id?: string; name?: string; email?: string }>(),
    description: text(),
    /**
     * begun: written, and the provider may or may not have been asked. unknown: it was asked, and its answer is not known:
     * it is looked up. waiting: on the guest. Then as the provider says.
     */
    status: text({
      enum: ["begun", "unknown", "waiting", "processing", "succeeded", "failed", "ended"],
    }).notNull(),
    /** The provider's own word for the status. */
    providerStatus: text("provider_status"),
    ...saidColumns(),
    sessionId: text("session_id"),
    paymentId: text("payment_id"),
    /** The charge at the provider, to which movements and refunds refer. */
    chargeId: text("charge_id"),
    url: text(),
    paidAt: instant("paid_at"),
    createdBy: text("created_by"),
    createdAt: instant("created_at").notNull().default(sql`clock_timestamp()`),
    updatedAt: instant("updated_at").notNull().default(sql`clock_timestamp()`),
    /** When the provider is next asked how it stands; null = it has ended. */
    lookDueAt: instant("look_due_at"),
    looks: integer().notNull().default(0),
    /** What the order's events told of it: the code, the table, the lines; looked for until `attributeDueAt` is null. */
    qrCodeId: text("qr_code_id"),
    tableNumber: text("table_number"),
    scanEventId: text("scan_event_id"),
    orderEventId: text("order_event_id"),
    attributeDueAt: instant("attribute_due_at"),
  },
  (table) => [
    uniqueIndex("charges_key").on(table.merchantId, table.key).where(sql`${table.key} IS NOT NULL`),
    uniqueIndex("charges_charge")
      .on(table.provider, table.environment, table.accountId, table.chargeId)
      .where(sql`${table.chargeId} IS NOT NULL`),
    index("charges_list").on(table.merchantId, table.createdAt, table.id),
    // What another fee would have come to is asked of a quarter of payments: all that it needs is in the index.
    index("charges_fees")
      .on(table.merchantId, table.environment, table.currency, table.paidAt, table.amount, table.fee)
      .where(sql`${table.status} = 'succeeded' AND ${table.fee} IS NOT NULL`),
    index("charges_order").on(table.merchantId, table.orderId),
    index("charges_payment").on(table.accountId, table.paymentId),
    index("charges_session").on(table.accountId, table.sessionId),
    index("charges_look_due").on(table.lookDueAt).where(sql`${table.lookDueAt} IS NOT NULL`),
    index("charges_attribute_due").on(table.attributeDueAt).where(sql`${table.attributeDueAt} IS NOT NULL`),
  ],
);

/** What was sold in a payment, line by line, as the order's event told. */
export const chargeLines = pgTable(
  "charge_lines",
  {
    chargeId: text("charge_id")
      .notNull()
      .references(() => charges.id),
    position: integer().notNull(),
    merchantId: paidTo(),
    sku: text(),
    name: text().notNull(),
    quantity: integer().notNull(),
    amount: bigint({ mode: "number" }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.chargeId, table.position] })],
);

/** Money that goes back to a guest: written before the provider is asked, or found at the provider. */
export const refunds = pgTable(
  "refunds",
  {
    id: text().primaryKey(),
    merchantId: paidTo(),
    /** Our charge. */
    chargeId: text("charge_id")
      .notNull()
      .references(() => charges.id),
    origin: text({ enum: ["request", "automation", "provider"] }).notNull(),
    key: text(),
    fingerprint: text(),
    amount: bigint({ mode: "number" }).notNull(),
    currency: text().notNull(),
    reason: text(),
    status: text({ enum: ["begun", "unknown", "pending", "succeeded", "failed", "canceled"] }).notNull(),
    providerStatus: text("provider_status"),
    ...saidColumns(),
    refundId: text("refund_id"),
    /** What the provider says it gave back of the platform's fee, in the charge's currency; null = not told yet. */
    feeRefunded: bigint("fee_refunded", { mode: "number" }),
    createdBy: text("created_by"),
    createdAt: instant("created_at").notNull().default(sql`clock_timestamp()`),
    updatedAt: instant("updated_at").notNull().default(sql`clock_timestamp()`),
    lookDueAt: instant("look_due_at"),
    looks: integer().notNull().default(0),
  },
  (table) => [
    uniqueIndex("refunds_key").on(table.merchantId, table.key).where(sql`${table.key} IS NOT NULL`),
    uniqueIndex("refunds_refund")
      .on(table.chargeId, table.refundId)
      .where(sql`${table.refundId} IS NOT NULL`),
    index("refunds_list").on(table.merchantId, table.createdAt, table.id),
    index("refunds_charge").on(table.chargeId),
    index("refunds_look_due").on(table.lookDueAt).where(sql`${table.lookDueAt} IS NOT NULL`),
  ],
);

/** A guest's bank wants a payment back, or asks about it. */
export const disputes = pgTable(
  "disputes",
  {
    id: text().primaryKey(),
    merchantId: paidTo(),
    ...accountColumns(),
    /** Our charge; null where it is not known to us. */
    chargeId: text("charge_id").references(() => charges.id),
    disputeId: text("dispute_id").notNull(),
    /** What the bank wants, which may be more than the charge by the rate of exchange. */
    amount: bigint({ mode: "number" }).notNull(),
    currency: text().notNull(),
    reason: text(),
    /** Where it stands. `unknown`: the provider has come to know a status that we do not. */
    status: text({
      enum: ["needs_response", "under_review", "won", "lost", "closed", "prevented", "unknown"],
    }).notNull(),
    /** An inquiry takes no money yet. */
    isInquiry: boolean("is_inquiry").notNull().default(false),
    providerStatus: text("provider_status").notNull(),
    /** Until when evidence is taken; null = none is, any more or at all. */
    answerBy: instant("answer_by"),
    /** Where the merchant gives it. */
    evidenceUrl: text("evidence_url"),
    openedAt: instant("opened_at").notNull(),
    closedAt: instant("closed_at"),
    updatedAt: instant("updated_at").notNull().default(sql`clock_timestamp()`),
    lookDueAt: instant("look_due_at"),
    looks: integer().notNull().default(0),
  },
  (table) => [
    uniqueIndex("disputes_dispute").on(table.provider, table.environment, table.accountId, table.disputeId),
    index("disputes_list").on(table.merchantId, table.openedAt, table.id),
    index("disputes_charge").on(table.chargeId),
    index("disputes_look_due").on(table.lookDueAt).where(sql`${table.lookDueAt} IS NOT NULL`),
  ],
);

/** Money on its way to the merchant's bank. */
export const payouts = pgTable(
  "payouts",
  {
    id: text().primaryKey(),
    merchantId: paidTo(),
    ...accountColumns(),
    payoutId: text("payout_id").notNull(),
    /** Below zero: taken from the bank. */
    amount: bigint({ mode: "number" }).notNull(),
    currency: text().notNull(),
    /** `paid` may become `failed` for some days: `isFinal` says that it cannot any more. */
    status: text({ enum: ["pending", "in_transit", "paid", "failed", "canceled", "unknown"] }).notNull(),
    providerStatus: text("provider_status").notNull(),
    isFinal: boolean("is_final").notNull().default(false),
    /** By the provider's schedule: only of these it says what is in them. */
    isAutomatic: boolean("is_automatic").notNull(),
    ...saidColumns(),
    createdAt: instant("created_at").notNull(),
    arrivesAt: instant("arrives_at").notNull(),
    updatedAt: instant("updated_at").notNull().default(sql`clock_timestamp()`),
    /** When what is in it was read as a whole; null = not yet, or it cannot be. */
    itemsReadAt: instant("items_read_at"),
    lookDueAt: instant("look_due_at"),
    looks: integer().notNull().default(0),
  },
  (table) => [
    uniqueIndex("payouts_payout").on(table.provider, table.environment, table.accountId, table.payoutId),
    index("payouts_list").on(table.merchantId, table.createdAt, table.id),
    index("payouts_look_due").on(table.lookDueAt).where(sql`${table.lookDueAt} IS NOT NULL`),
  ],
);

/** Which movements (journals' `sourceId`) a payout is made of. */
export const payoutItems = pgTable(
  "payout_items",
  {
    payoutId: text("payout_id")
      .notNull()
      .references(() => payouts.id),
    sourceId: text("source_id").notNull(),
    merchantId: paidTo(),
  },
  (table) => [
    primaryKey({ columns: [table.payoutId, table.sourceId] }),
    index("payout_items_source").on(table.merchantId, table.sourceId),
  ],
);
