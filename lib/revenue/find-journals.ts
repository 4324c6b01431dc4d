import { and, type SQL, sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import type { EntryAccount } from "#lib/ledger/accounts.ts";
import type { MovementKind } from "#lib/providers/contract/movement.ts";
import type { Environment } from "./amounts-schema.ts";
import { readByClock } from "./clock.ts";
import type { Zone } from "./zone.ts";

type JournalSearch = {
  merchantId: string;
  environment: Environment;
  currency: string | undefined;
  accounts: readonly EntryAccount[];
  /** Over `journal`. */
  within: SQL | undefined;
  /** Days, hour and weekday of the merchant's clock. */
  asked: Parameters<typeof readByClock>[1];
  zone: Zone;
  after: { at: string; id: string } | null;
  count: number;
};

/** Accounts that only movements of these kinds have entries in (`ledger/posting`): seldom among payments. */
const kindsByPart: Partial<Record<EntryAccount, readonly MovementKind[]>> = {
  refunds: ["refund"],
  disputes: ["dispute"],
  dispute_fees: ["dispute"],
  bank: ["payout", "top_up"],
  transfers: ["transfer"],
  reserves: ["reserve"],
  adjustments: ["adjustment"],
};

/** So many entries of an account are few: then these are looked up, and not the journals of the period one by one. */
const fewEntries = 2_000;

/** Finds a merchant's newest journals with an entry in one of the accounts, or any, behind one of them. */
export async function findJournals(tx: Tx, search: JournalSearch): Promise<string[]> {
  const { merchantId, environment, currency, accounts, within, asked, zone, after, count } = search;
  const findAccounts = accounts.length === 0 ? undefined : await hasEntryIn(tx, search);
  const readRows = (also: SQL | undefined) => sql`
    SELECT journal.id, journal.reported_at FROM ledger_journals journal WHERE ${and(
      sql`journal.merchant_id = ${merchantId} AND journal.book = 'merchant' AND journal.environment = ${environment}`,
      currency === undefined ? undefined : sql`journal.currency = ${currency}`,
      within,
      also,
      after ? sql`(journal.reported_at, journal.id) < (${after.at}::timestamptz, ${after.id})` : undefined,
      findAccounts,
    )}
    ORDER BY journal.reported_at DESC, journal.id DESC LIMIT ${count}`;
  const order = sql`found.reported_at DESC, found.id DESC`;
  const newest = await readByClock(tx, asked, {
    zone,
    column: sql`journal.reported_at`,
    selectRows: readRows,
    order,
    count,
  });
  const rows = await tx.execute<{ id: string }>(newest);
  return [...rows].map(({ id }) => id);
}

async function hasEntryIn(tx: Tx, { merchantId, currency, accounts }: JournalSearch): Promise<SQL> {
  const names = sql.raw(accounts.map((account) => `'${account}'`).join(", "));
  const hasEntry = sql`EXISTS (SELECT FROM ledger_entries entry
    WHERE entry.journal_id = journal.id AND entry.account IN (${names}))`;
  const kinds = accounts.map((account) => kindsByPart[account]);
  if (kinds.every((list) => list !== undefined)) {
    const list = sql.raw([...new Set(kinds.flat())].map((kind) => `'${kind}'`).join(", "));
    // The second condition is the index' own.
    return sql`journal.kind IN (${list}) AND journal.kind <> 'payment' AND ${hasEntry}`;
  }
  const entries = sql`ledger_entries WHERE ${and(
    sql`merchant_id = ${merchantId} AND account IN (${names})`,
    currency === undefined ? undefined : sql`currency = ${currency}`,
  )}`;
  const [row] = await tx.execute<{ count: number }>(sql`
    SELECT count(*)::int AS count FROM (SELECT FROM ${entries} LIMIT ${fewEntries + 1}) counted`);
  if ((row?.count ?? 0) > fewEntries) return hasEntry;
  return sql`journal.id = ANY (ARRAY(SELECT journal_id FROM ${entries}))`;
}
