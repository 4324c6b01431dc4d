import { and, eq, type SQL, sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { payoutItems } from "#db/schema/payments.ts";
import type { PayoutRow } from "./payout-dto.ts";
import { type PayoutGroup, payoutGroups } from "./payouts-schema.ts";

/** What an item put into the payout: `net` is `amount` and the three kinds of fees, which stand below zero. */
type ItemAmounts = { amount: number; platformFees: number; providerFees: number; taxes: number; net: number };

export type ItemRow = ItemAmounts & {
  sourceId: string;
  journalId: string;
  group: PayoutGroup;
  kind: string;
  at: number;
  paymentId: string | null;
};

const groupOfKind = sql`CASE
  WHEN kind = 'payment' THEN 'payments' WHEN kind = 'refund' THEN 'refunds' WHEN kind = 'dispute' THEN 'disputes'
  WHEN kind IN ('provider_fee', 'platform_fee', 'tax') THEN 'fees' ELSE 'others' END`;

/** The items that are in the ledger, found from the payout: a page in order of time would look for them in all of time. */
function bookedItems({ id, merchantId, provider, environment, accountId, currency }: PayoutRow): SQL {
  return sql`booked AS MATERIALIZED (
    SELECT journal.id AS journal_id, journal.source_id, journal.payment_id, journal.kind, journal.effective_at,
      ${groupOfKind} AS item_group
    FROM payout_items item
    JOIN ledger_journals journal ON journal.source_id = item.source_id AND journal.provider = ${provider}
      AND journal.environment = ${environment} AND journal.account_id = ${accountId} AND journal.book = 'merchant'
      AND journal.merchant_id = ${merchantId} AND journal.currency = ${currency}
    WHERE item.payout_id = ${id} AND item.merchant_id = ${merchantId})`;
}

/** These items with what their entries say of them. */
function withAmounts(items: SQL): SQL {
  return sql`
    SELECT items.*, sums.* FROM ${items} items,
      LATERAL (SELECT
        coalesce(sum(amount) FILTER (WHERE account = 'balance'), 0) AS net,
        coalesce(-sum(amount) FILTER (WHERE account = 'platform_fees'), 0) AS platform_fees,
        coalesce(-sum(amount) FILTER (WHERE account IN ('provider_fees', 'dispute_fees')), 0) AS provider_fees,
        coalesce(-sum(amount) FILTER (WHERE account = 'taxes'), 0) AS taxes
        FROM ledger_entries WHERE journal_id = items.journal_id) sums`;
}

type GroupRow = ItemAmounts & { group: PayoutGroup; count: number };

type PageAsked = {
  group: PayoutGroup | undefined;
  after: [at: string, sourceId: string] | null;
  count: number;
};

/**
 * How much each group put into the payout, in the order in which people read them (none of nothing), and a page of the
 * items, the oldest first. One statement, as most of the work is to find the items.
 */
export async function readContents(
  tx: Tx,
  payout: PayoutRow,
  { group, after, count }: PageAsked,
): Promise<{ groups: GroupRow[]; items: ItemRow[] }> {
  const rows = await tx.execute<(ItemRow & { count: null }) | (GroupRow & { sourceId: null })>(sql`
    WITH ${bookedItems(payout)}, amounts AS MATERIALIZED (${withAmounts(sql`booked`)}), page AS (
      SELECT * FROM amounts WHERE ${and(
        sql`true`,
        group === undefined ? undefined : sql`item_group = ${group}`,
        after ? sql`(effective_at, source_id) > (${after[0]}::timestamptz, ${after[1]})` : undefined,
      )} ORDER BY effective_at, source_id LIMIT ${count}
    )
    SELECT source_id AS "sourceId", journal_id AS "journalId", item_group AS "group", kind, payment_id AS "paymentId",
      (extract(epoch FROM effective_at) * 1000)::float8 AS at, NULL::int AS count,
      (net - platform_fees - provider_fees - taxes)::float8 AS amount, platform_fees::float8 AS "platformFees",
      provider_fees::float8 AS "providerFees", taxes::float8 AS taxes, net::float8 AS net
    FROM page
    UNION ALL
    SELECT NULL, NULL, item_group, NULL, NULL, NULL, count(*)::int,
      sum(net - platform_fees - provider_fees - taxes)::float8, sum(platform_fees)::float8,
      sum(provider_fees)::float8, sum(taxes)::float8, sum(net)::float8
    FROM amounts GROUP BY item_group
    ORDER BY at, "sourceId"`);
  const items: ItemRow[] = [];
  const sums: GroupRow[] = [];
  for (const row of rows) {
    if (row.sourceId === null) {
      const { amount, platformFees, providerFees, taxes, net } = row;
      sums.push({ group: row.group, count: row.count, amount, platformFees, providerFees, taxes, net });
    } else {
      const { count: _none, ...item } = row;
      items.push(item);
    }
  }
  return { groups: payoutGroups.flatMap((one) => sums.filter((row) => row.group === one)), items };
}

export async function countItems(tx: Tx, { id, merchantId }: PayoutRow): Promise<number> {
  return tx.$count(payoutItems, and(eq(payoutItems.payoutId, id), eq(payoutItems.merchantId, merchantId)));
}
