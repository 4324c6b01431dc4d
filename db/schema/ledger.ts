import { sql } from "drizzle-orm";
import { bigint, index, integer, json, pgTable, primaryKey, text, uniqueIndex } from "drizzle-orm/pg-core";
import type { EntryAccount } from "#lib/ledger/accounts.ts";
import type { DifferenceCode } from "#lib/ledger/difference-codes.ts";
import type { MovementKind } from "#lib/providers/contract/movement.ts";
import { instant } from "../columns.ts";
import { merchants } from "./tenancy.ts";

/**
 * Whose row it is, without a cascade: what has happened to money stays, whatever becomes of the merchant. The database
 * refuses to change or delete rows of the ledger.
 */
function bookedFor() {
  return text("merchant_id")
    .notNull()
    .references(() => merchants.id);
}

/** What happened to money at a provider: one for each movement that the provider tells of, never changed. */
export const ledgerJournals = pgTable(
  "ledger_journals",
  {
    id: text().primaryKey(),
    merchantId: bookedFor(),
    /** Whose money: the merchant's, or the platform's share. */
    book: text({ enum: ["merchant", "platform"] }).notNull(),
    provider: text().notNull(),
    environment: text({ enum: ["live", "sandbox"] }).notNull(),
    /** The account at the provider whose balance it moved. */
    accountId: text("account_id").notNull(),
    /** The provider's id of the movement: a balance transaction at Stripe. */
    sourceId: text("source_id").notNull(),
    /** What it was, in our words. */
    kind: text().$type<MovementKind>().notNull(),
    /** What it was, in the provider's. */
    providerKind: text("provider_kind").notNull(),
    currency: text().notNull(),
    /** The payment that it is about in the end: a refund's, a dispute's. */
    paymentId: text("payment_id"),
    /** The object that caused it: a charge, refund, dispute, payout. */
    objectId: text("object_id"),
    /** Of what it says that never changes, so that a provider that says something else later is noticed. */
    fingerprint: text().notNull(),
    /** How many entries it has: none is added later. */
    entryCount: integer("entry_count").notNull(),
    effectiveAt: instant("effective_at").notNull(),
    /** When the provider has the money at the merchant's disposal. */
    availableAt: instant("available_at").notNull(),
    recordedAt: instant("recorded_at").notNull().default(sql`clock_timestamp()`),
    /** The moment under which reports have it: the effective one, or, where that day was closed by then, the recorded one. */
    reportedAt: instant("reported_at").notNull(),
    /** What reads only explain: fees as the provider names them, the rate of an exchange. */
    facts: json().$type<Record<string, unknown>>().notNull(),
  },
  (table) => [
    uniqueIndex("ledger_journals_source").on(
      table.provider,
      table.environment,
      table.accountId,
      table.book,
      table.sourceId,
    ),
    index("ledger_journals_time").on(table.merchantId, table.effectiveAt, table.id),
    index("ledger_journals_payment").on(table.merchantId, table.paymentId),
    index("ledger_journals_recorded").on(table.merchantId, table.recordedAt),
    index("ledger_journals_reported").on(table.merchantId, table.currency, table.reportedAt),
    index("ledger_journals_available").on(table.merchantId, table.availableAt),
    index("ledger_journals_listed").on(table.merchantId, table.reportedAt, table.id),
    // What is seldom among payments is found without looking through them.
    index("ledger_journals_kind")
      .on(table.merchantId, table.kind, table.reportedAt, table.id)
      .where(sql`${table.kind} <> 'payment'`),
    index("ledger_journals_object")
      .on(table.merchantId, table.objectId)
      .where(sql`${table.kind} <> 'payment'`),
  ],
);

/** The two sides and more of a journal: per currency they add up to zero. */
export const ledgerEntries = pgTable(
  "ledger_entries",
  {
    journalId: text("journal_id")
      .notNull()
      .references(() => ledgerJournals.id),
    position: integer().notNull(),
    merchantId: bookedFor(),
    account: text().$type<EntryAccount>().notNull(),
    currency: text().notNull(),
    /** In the smallest unit: above zero into the account, below zero out of it. */
    amount: bigint({ mode: "number" }).notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.journalId, table.position] }),
    index("ledger_entries_account").on(table.merchantId, table.account, table.currency),
  ],
);

/** What the provider and the ledger say differently, or what nobody can explain: one open row for each. */
export const ledgerDifferences = pgTable(
  "ledger_differences",
  {
    id: text().primaryKey(),
    merchantId: bookedFor(),
    book: text({ enum: ["merchant", "platform"] }).notNull(),
    provider: text().notNull(),
    environment: text({ enum: ["live", "sandbox"] }).notNull(),
    accountId: text("account_id").notNull(),
    code: text().$type<DifferenceCode>().notNull(),
    /** What it is about: a movement's id at the provider, or a currency. */
    subject: text().notNull(),
    params: json().$type<Record<string, string | number>>().notNull(),
    openedAt: instant("opened_at").notNull().default(sql`clock_timestamp()`),
    closedAt: instant("closed_at"),
  },
  (table) => [
    uniqueIndex("ledger_differences_open")
      .on(table.provider, table.environment, table.accountId, table.book, table.code, table.subject)
      .where(sql`${table.closedAt} IS NULL`),
    index("ledger_differences_merchant").on(table.merchantId, table.openedAt),
  ],
);
