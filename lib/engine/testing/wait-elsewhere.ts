import { sql } from "drizzle-orm";
import { db } from "#db/client.ts";
import { createTestMerchant } from "#db/testing/merchant.ts";

/**
 * Of 3,000 destinations of another merchant 40 wait for one delivery each, which is not due: amid a backlog of the known
 * one, the planner knows of none of them. Their ids begin with its id.
 */
export async function waitElsewhere(destinationId: string): Promise<void> {
  const { merchantId } = await createTestMerchant();
  await db().execute(sql`
    INSERT INTO destinations
    SELECT (json_populate_record(known, json_build_object('id', known.id || n, 'merchant_id', ${merchantId}::text))).*
    FROM destinations known, generate_series(1, 3000) n WHERE known.id = ${destinationId}`);
  await db().execute(sql`
    INSERT INTO delivery_queue (delivery_id, merchant_id, destination_id, event_id, event_at, event_type, due_at)
    SELECT 'dlv_' || id, merchant_id, id, 'elsewhere', now(), 'order.paid', now() + interval '1 hour'
    FROM destinations WHERE merchant_id = ${merchantId} ORDER BY id LIMIT 40`);
}
