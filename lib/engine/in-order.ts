import { sql } from "drizzle-orm";
import { db } from "#db/client.ts";
import { computeLeaseMs } from "./claim.ts";
import type { ClaimedDelivery, DueDestination } from "./sender.ts";

/**
 * Sends claimed deliveries of one destination one after the other. It stops where the destination is paused meanwhile,
 * or where the next might outlast the lease; what is left is given back.
 * @param claimedAt when they were claimed, at the latest
 * @param send sends one, and settles once its attempt has ended
 * @param isEnding whether this process takes on nothing more
 */
export async function sendInOrder(
  deliveries: readonly ClaimedDelivery[],
  destination: DueDestination,
  claimedAt: number,
  send: (delivery: ClaimedDelivery) => Promise<void>,
  isEnding: () => boolean,
): Promise<void> {
  const lastStartAt = claimedAt + computeLeaseMs(destination) - destination.timeoutMs - 1_000;
  for (const [index, delivery] of deliveries.entries()) {
    const isInTime = !isEnding() && Date.now() <= lastStartAt;
    if (index > 0 && !(isInTime && (await isStillWanted(delivery)))) {
      await giveBack(deliveries.slice(index));
      return;
    }
    await send(delivery);
  }
}

async function isStillWanted({ id, leaseId }: ClaimedDelivery): Promise<boolean> {
  const rows = await db().execute(sql`
    SELECT 1 FROM delivery_queue queue JOIN destinations ON destinations.id = queue.destination_id
    WHERE queue.delivery_id = ${id} AND queue.lease_id = ${leaseId} AND destinations.state = 'active'`);
  return rows.length > 0;
}

async function giveBack(deliveries: readonly ClaimedDelivery[]): Promise<void> {
  const ids = JSON.stringify(deliveries.map(({ id }) => id));
  await db().execute(sql`
    UPDATE delivery_queue SET lease_id = NULL, leased_until = NULL, is_counted = false
    WHERE lease_id = ${deliveries[0]?.leaseId ?? ""}
      AND delivery_id IN (SELECT json_array_elements_text(${ids}::json))`);
}
