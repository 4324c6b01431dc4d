import { and, desc, eq, gte, inArray, like } from "drizzle-orm";
import type { z } from "zod";
import type { Tx } from "#db/client.ts";
import { eventPayloads, events } from "#db/schema/events.ts";
import { orderPlaced } from "#lib/events/catalogue/orders.ts";
import { toIdForm } from "#lib/search/words.ts";

/** An order as its own event told of it. */
export type KnownOrder = z.output<typeof orderPlaced.schema>;

/** A guest pays while they are there. */
const sinceMs = 36 * 60 * 60_000;

/** What the platform told of an order when it was placed; null where it did not, or it is too long ago. */
export async function readOrder(tx: Tx, merchantId: string, orderId: string): Promise<KnownOrder | null> {
  const since = new Date(Date.now() - sinceMs).toISOString();
  const found = tx
    .select({ id: events.id })
    .from(events)
    .where(
      and(
        eq(events.merchantId, merchantId),
        gte(events.acceptedAt, since),
        eq(events.type, orderPlaced.type),
        like(events.searchText, `%${toIdForm(orderId)}%`),
      ),
    )
    .orderBy(desc(events.acceptedAt))
    .limit(5);
  const rows = await tx
    .select({ data: eventPayloads.data })
    .from(eventPayloads)
    .where(
      and(
        eq(eventPayloads.merchantId, merchantId),
        gte(eventPayloads.acceptedAt, since),
        inArray(eventPayloads.eventId, found),
      ),
    )
    .orderBy(desc(eventPayloads.acceptedAt));
  for (const { data } of rows) {
    const order = orderPlaced.schema.safeParse(data).data;
    // The form in which ids are searched leaves marks out.
    if (order?.orderId === orderId) return order;
  }
  return null;
}
