import { sql } from "drizzle-orm";
import { db } from "#db/client.ts";
import type { ScopeEvent } from "#lib/automations/mapping/scope.ts";
import type { ClaimedDelivery } from "#lib/engine/sender.ts";
import { buildFactKey } from "#lib/events/catalogue/about.ts";
import { gather } from "#lib/work/gather.ts";

/**
 * Takes the fact that an event tells of for its run: an automation runs once for each.
 * @returns the run that has it already; null = this one has it, or the event's type knows no facts
 */
export async function claimFact(
  { id, merchantId, destinationId }: ClaimedDelivery,
  event: ScopeEvent,
): Promise<string | null> {
  const key = buildFactKey(event);
  if (key === null) return null;
  const claim = { delivery_id: id, merchant_id: merchantId, automation_id: destinationId, key };
  if (await takeFact(claim)) return null;
  const of = sql`merchant_id = ${merchantId} AND automation_id = ${destinationId} AND key = ${key}`;
  const [first] = await db().execute<{ id: string }>(sql`SELECT delivery_id AS id FROM run_keys WHERE ${of}`);
  return first && first.id !== id ? first.id : null;
}

type Claim = { delivery_id: string; merchant_id: string; automation_id: string; key: string };

/** Runs that begin side by side take theirs by one statement. @returns whether it was free until now */
const takeFact = gather({ most: 100, together: takeFacts });

async function takeFacts(claims: readonly Claim[]): Promise<boolean[]> {
  // In one order everywhere, so that two processes do not wait for each other.
  const taken = await db().execute<{ id: string }>(sql`
    INSERT INTO run_keys (merchant_id, automation_id, key, delivery_id)
    SELECT merchant_id, automation_id, key, delivery_id
    FROM json_to_recordset(${JSON.stringify(claims)}::json)
      AS claim(delivery_id text, merchant_id text, automation_id text, key text)
    ORDER BY merchant_id, automation_id, key, delivery_id
    ON CONFLICT DO NOTHING RETURNING delivery_id AS id`);
  const ids = new Set(taken.map(({ id }) => id));
  return claims.map(({ delivery_id }) => ids.has(delivery_id));
}
