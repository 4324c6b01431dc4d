import { type SQL, sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { findManifest, manifests } from "#lib/providers/manifests.ts";
import type { Environment } from "./amounts-schema.ts";

/** Whose money a report is about, of one environment and one currency. */
export type Scope = { merchantId: string; environment: Environment; currency: string };

/** What a merchant has: currencies of the environment, the one with most payments in this month and the two before it first. */
export type Known = { environment: Environment; currencies: string[]; currency: string | null };

/** Which environment and currency are meant: those asked for, else live where there is any, and the most used one. */
export async function readScope(
  tx: Tx,
  merchantId: string,
  asked: { environment?: Environment | undefined; currency?: string | undefined },
): Promise<Known> {
  const rows = await tx.execute<{ environment: Environment; currency: string }>(sql`
    WITH RECURSIVE booked AS (${distinct(sql`booked`, sql`revenue_quarters`, sql`merchant_id = ${merchantId} AND book = 'merchant'`)}),
      sold AS (${distinct(sql`sold`, sql`sales_quarters`, sql`merchant_id = ${merchantId} AND dimension = 'all'`)})
    SELECT environment, currency FROM (SELECT * FROM booked UNION SELECT * FROM sold) pairs
    ORDER BY (SELECT coalesce(sum(payment_count), 0) FROM revenue_spans lately
      WHERE lately.merchant_id = ${merchantId} AND lately.book = 'merchant' AND lately.environment = pairs.environment
        AND lately.currency = pairs.currency AND lately.span = 'month'
        AND lately.starts_on >= date_trunc('month', now() AT TIME ZONE 'UTC') - interval '2 months') DESC, currency`);
  const pairs = [...rows];
  const hasLive = pairs.some((pair) => pair.environment === "live") || (await hasLiveAccount(tx, merchantId));
  const environment = asked.environment ?? (hasLive ? "live" : "sandbox");
  const currencies = pairs.filter((pair) => pair.environment === environment).map(({ currency }) => currency);
  return { environment, currencies, currency: asked.currency ?? currencies[0] ?? null };
}

async function hasLiveAccount(tx: Tx, merchantId: string): Promise<boolean> {
  const [row] = await tx.execute(sql`
    SELECT FROM payment_accounts WHERE merchant_id = ${merchantId} AND environment = 'live' LIMIT 1`);
  return row !== undefined;
}

/** The pairs of an index' first columns, each by a step along it: there are few of them and many rows. */
function distinct(found: SQL, table: SQL, which: SQL): SQL {
  return sql`
    (SELECT environment, currency FROM ${table} WHERE ${which} ORDER BY environment, currency LIMIT 1)
    UNION ALL
    SELECT next.environment, next.currency FROM ${found} before, LATERAL (
      SELECT environment, currency FROM ${table}
      WHERE ${which} AND (environment, currency) > (before.environment, before.currency)
      ORDER BY environment, currency LIMIT 1) next`;
}

/** Whether a provider lists what has moved, so that its word can be held against the ledger. */
export function isComparable(providerId: string): boolean {
  return findManifest(providerId)?.paymentFacts?.books === "listed";
}

/**
 * Until when all accounts of an environment were found to agree with the provider; null = not each of them yet. Those of
 * which nothing can be compared say nothing.
 */
export async function readAgreedUntil(
  tx: Tx,
  merchantId: string,
  environment: Environment,
): Promise<Date | null> {
  const comparable = manifests.flatMap(({ id }) => (isComparable(id) ? [id] : []));
  const [row] = await tx.execute<{ at: string | null }>(sql`
    SELECT CASE WHEN bool_and(agreed_until IS NOT NULL) THEN min(agreed_until)::text END AS at FROM payment_accounts
    WHERE merchant_id = ${merchantId} AND book = 'merchant' AND environment = ${environment}
      AND provider IN (SELECT json_array_elements_text(${JSON.stringify(comparable)}::json))`);
  return row?.at ? new Date(row.at) : null;
}
