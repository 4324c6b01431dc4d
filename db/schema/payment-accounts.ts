import { sql } from "drizzle-orm";
import { index, integer, json, pgTable, primaryKey, text, uniqueIndex } from "drizzle-orm/pg-core";
import type { AccountTerms } from "#lib/providers/contract/payments.ts";
import { instant } from "../columns.ts";
import { accountColumns, paidTo, saidColumns } from "./payments.ts";

/** A reading that is under way: from when on, which list it is at, and where in it. `newest` is what it will have read to. */
export type Sweep = {
  from: string | null;
  startedAt: string;
  stage: "movements" | "dispute" | "refund" | "payout";
  cursor: string | null;
  newest: string | null;
};

/** An account at a provider whose money is in the ledger: how far it has been read, and how far all agrees. */
export const paymentAccounts = pgTable(
  "payment_accounts",
  {
    id: text().primaryKey(),
    merchantId: paidTo(),
    ...accountColumns(),
    book: text({ enum: ["merchant", "platform"] }).notNull(),
    /** Movements made before it are all in the ledger. */
    readUntil: instant("read_until"),
    /** The sweep that is under way: where its list goes on. */
    sweep: json().$type<Sweep>(),
    sweepDueAt: instant("sweep_due_at"),
    failures: integer().notNull().default(0),
    ...saidColumns(),
    /** Until when the provider's balances, lists and payouts were found to agree with the ledger. */
    agreedUntil: instant("agreed_until"),
    comparedAt: instant("compared_at"),
    /** Days (UTC) before it are closed: what becomes known of them later is of the day on which it became known. */
    sealedUntil: instant("sealed_until"),
    /** Who bears what, as the provider says of the account; null = not asked yet. */
    terms: json().$type<AccountTerms>(),
    createdAt: instant("created_at").notNull().default(sql`clock_timestamp()`),
  },
  (table) => [
    uniqueIndex("payment_accounts_account").on(
      table.provider,
      table.environment,
      table.accountId,
      table.book,
    ),
    index("payment_accounts_merchant").on(table.merchantId),
    index("payment_accounts_due").on(table.sweepDueAt).where(sql`${table.sweepDueAt} IS NOT NULL`),
  ],
);

/** A closed day of an account's ledger: the hash of its journals, and of the day before. */
export const ledgerSeals = pgTable(
  "ledger_seals",
  {
    paymentAccountId: text("payment_account_id")
      .notNull()
      .references(() => paymentAccounts.id),
    /** `2026-10-02`, in UTC. */
    day: text().notNull(),
    merchantId: paidTo(),
    journals: integer().notNull(),
    hash: text().notNull(),
    previousHash: text("previous_hash"),
    sealedAt: instant("sealed_at").notNull().default(sql`clock_timestamp()`),
  },
  (table) => [primaryKey({ columns: [table.paymentAccountId, table.day] })],
);

/** What messages told us to look at, until it was fetched: a message says no more than that. */
export const moneyLooks = pgTable(
  "money_looks",
  {
    paymentAccountId: text("payment_account_id")
      .notNull()
      .references(() => paymentAccounts.id),
    kind: text({ enum: ["payment", "refund", "dispute", "payout"] }).notNull(),
    /** At the provider. */
    objectId: text("object_id").notNull(),
    askedAt: instant("asked_at").notNull().default(sql`clock_timestamp()`),
  },
  (table) => [primaryKey({ columns: [table.paymentAccountId, table.kind, table.objectId] })],
);
