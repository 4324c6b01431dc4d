import { and, eq, inArray } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { deliveries } from "#db/schema/deliveries.ts";
import { destinations } from "#db/schema/destinations.ts";
import { readEvents } from "./event-row.ts";

/**
 * The automations that led to what a run has caused: those that led to the run's own event, and the run's.
 * @param runIds as senders of events name them
 * @returns by the run's id; what is no run of the merchant's is left out
 */
export async function findCauses(
  tx: Tx,
  merchantId: string,
  runIds: readonly string[],
): Promise<Map<string, string[]>> {
  if (runIds.length === 0) return new Map();
  const runs = await tx
    .select({
      id: deliveries.id,
      automationId: deliveries.destinationId,
      eventId: deliveries.eventId,
      eventAt: deliveries.eventAt,
    })
    .from(deliveries)
    .innerJoin(destinations, eq(destinations.id, deliveries.destinationId))
    .where(
      and(
        eq(deliveries.merchantId, merchantId),
        inArray(deliveries.id, [...new Set(runIds)]),
        eq(destinations.kind, "automation"),
      ),
    );
  const events = await readEvents(
    tx,
    merchantId,
    runs.map(({ eventAt, eventId }) => [eventAt, eventId]),
  );
  const before = new Map(events.map(({ event }) => [event.id, event.cause ?? []]));
  return new Map(
    runs.map(({ id, automationId, eventId }) => [id, [...(before.get(eventId) ?? []), automationId]]),
  );
}
