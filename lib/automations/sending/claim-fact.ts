import { sql } from "drizzle-orm";
import { db } from "#db/client.ts";
import type { ScopeEvent } from "#lib/automations/mapping/scope.ts";
import type { ClaimedDelivery } from "#lib/engine/sender.ts";
import { factKeyOf } from "#lib/events/catalogue/about.ts";

/**
 * Takes the fact that an event tells of for its run: an automation runs once for each.
 * @returns the run that has it already; null = this one has it, or the event's type knows no facts
 */
export async function claimFact(
  { id, merchantId, destinationId }: ClaimedDelivery,
  event: ScopeEvent,
): Promise<string | null> {
  const key = factKeyOf(event);
  if (key === null) return null;
  const of = sql`merchant_id = ${merchantId} AND automation_id = ${destinationId} AND key = ${key}`;
  const taken = await db().execute(sql`
    INSERT INTO run_keys (merchant_id, automation_id, key, delivery_id)
    VALUES (${merchantId}, ${destinationId}, ${key}, ${id}) ON CONFLICT DO NOTHING RETURNING key`);
  if (taken.length > 0) return null;
  const [first] = await db().execute<{ id: string }>(sql`SELECT delivery_id AS id FROM run_keys WHERE ${of}`);
  return first && first.id !== id ? first.id : null;
}
