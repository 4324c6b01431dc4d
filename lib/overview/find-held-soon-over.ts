import { sql } from "drizzle-orm";
import { readInTime } from "#db/read-in-time.ts";
import { env } from "#lib/env.ts";
import { heldUntil } from "../deliveries/held-until.ts";
import { type HeldSoonOver, heldSoonOverDays, maxUnwellDestinations } from "./overview-schema.ts";

type Row = Omit<HeldSoonOver, "heldUntil"> & { acceptedAt: string; stoppedAt: string };

/**
 * Webhooks and automations of the merchant that are paused or switched off and whose first held delivery will fail within three days,
 * the soonest first.
 */
export async function findHeldSoonOver(merchantId: string): Promise<HeldSoonOver[]> {
  const days = Math.max(0, env().HOLD_DAYS - heldSoonOverDays);
  const heldBefore = sql`(now() - make_interval(days => ${days}::int))`;
  const rows = await readInTime((tx) =>
    tx.execute<Row>(sql`
    SELECT destinations.id AS "webhookId", destinations.kind, coalesce(webhooks.url, '') AS url,
      coalesce(webhooks.description, automations.name) AS description, destinations.state AS status,
      waiting.held, waiting.oldest AS "acceptedAt", destinations.state_since AS "stoppedAt"
    FROM destinations LEFT JOIN webhooks ON webhooks.id = destinations.id
    LEFT JOIN automations ON automations.id = destinations.id
    CROSS JOIN LATERAL (
      SELECT count(*)::int AS held, min(event_at) AS oldest FROM delivery_queue
      WHERE destination_id = destinations.id AND NOT is_test
    ) waiting
    WHERE destinations.merchant_id = ${merchantId} AND destinations.deleted_at IS NULL AND destinations.state <> 'active'
      AND destinations.state_since < ${heldBefore} AND waiting.oldest < ${heldBefore}
    ORDER BY greatest(destinations.state_since, waiting.oldest) LIMIT ${maxUnwellDestinations}`),
  );
  return rows.map(({ acceptedAt, stoppedAt, ...row }) => ({
    ...row,
    heldUntil: heldUntil({ acceptedAt, stoppedAt }),
  }));
}
