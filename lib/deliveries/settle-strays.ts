import { sql } from "drizzle-orm";
import { db } from "#db/client.ts";

/**
 * Puts right what was accepted in the moment in which its webhook was deleted or switched off: such a delivery would
 * wait for ever. It is cancelled, or held with the others.
 * @returns how many were put right
 */
export async function settleStrays(): Promise<number> {
  const rows = await db().execute(sql`
    WITH RECURSIVE destination(id) AS (
      (SELECT destination_id FROM deliveries WHERE status = 'pending' ORDER BY destination_id LIMIT 1)
      UNION ALL
      SELECT (SELECT next.destination_id FROM deliveries next
        WHERE next.status = 'pending' AND next.destination_id > destination.id ORDER BY next.destination_id LIMIT 1)
      FROM destination WHERE destination.id IS NOT NULL
    ), off AS (
      SELECT webhooks.id, webhooks.deleted_at IS NOT NULL AS is_deleted
      FROM destination JOIN webhooks ON webhooks.id = destination.id WHERE webhooks.status = 'disabled'
    )
    UPDATE deliveries SET
      status = CASE WHEN off.is_deleted THEN 'cancelled' ELSE 'held' END,
      completed_at = CASE WHEN off.is_deleted THEN clock_timestamp() END
    FROM off WHERE deliveries.destination_id = off.id AND deliveries.status = 'pending'
    RETURNING deliveries.id`);
  return rows.length;
}
