import { sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { currencyCode } from "#lib/automations/transforms/decimal-amount.ts";
import { dayMs } from "#lib/history/days.ts";

/** So many of the newest events are looked at, and those of so many days. */
const mostLookedAt = 200;
const days = 30;

/** The currency of the merchant's newest event that has one; null = none of late has. */
export async function findUsualCurrency(tx: Tx, merchantId: string): Promise<string | null> {
  const since = new Date(Date.now() - days * dayMs).toISOString();
  const rows = await tx.execute<{ currency: string | null }>(sql`
    SELECT facts ->> 'currency' AS currency FROM (
      SELECT facts, accepted_at FROM events
      WHERE merchant_id = ${merchantId} AND accepted_at >= ${since}::timestamptz
      ORDER BY accepted_at DESC LIMIT ${mostLookedAt}) newest
    WHERE facts ->> 'currency' IS NOT NULL ORDER BY accepted_at DESC LIMIT 1`);
  return currencyCode(rows[0]?.currency) ?? null;
}
