import { and, asc, eq, gte, inArray, isNull } from "drizzle-orm";
import { db } from "#db/client.ts";
import { eventPayloads, events } from "#db/schema/events.ts";
import { inngest } from "#inngest/client.ts";
import { env } from "#lib/env.ts";
import { logger } from "#lib/logger.ts";

const batchSize = 200;
type EventRow = Pick<typeof events.$inferSelect, "merchantId" | "id" | "acceptedAt" | "type" | "occurredAt"> &
  Pick<typeof eventPayloads.$inferSelect, "data">;

/**
 * Tells other services of Patchbay's own events, through the Inngest server where there is one. An event is marked
 * only after it was taken, and carries its id: a crash between the two sends it again, and Inngest drops the second.
 * What the server does not take stays for the next time.
 * @returns how many were told
 */
export async function announceEvents(): Promise<number> {
  if (!env().usesInngestServer) return 0;
  let announced = 0;
  for (;;) {
    const batch = await db()
      .select({
        merchantId: events.merchantId,
        id: events.id,
        acceptedAt: events.acceptedAt,
        type: events.type,
        occurredAt: events.occurredAt,
        data: eventPayloads.data,
      })
      .from(events)
      .innerJoin(
        eventPayloads,
        and(
          eq(eventPayloads.merchantId, events.merchantId),
          eq(eventPayloads.eventId, events.id),
          eq(eventPayloads.acceptedAt, events.acceptedAt),
        ),
      )
      .where(and(eq(events.origin, "patchbay"), isNull(events.announcedAt)))
      .orderBy(asc(events.acceptedAt))
      .limit(batchSize);
    const taken = await announceBatch(batch);
    announced += taken;
    if (taken === 0) return announced;
  }
}

/** Halves a batch that is refused, which may be too large. @returns how many were taken */
async function announceBatch(batch: readonly EventRow[]): Promise<number> {
  if (batch.length === 0) return 0;
  try {
    await inngest().send(batch.map(toInngestEvent));
  } catch (error) {
    logger.error(
      { err: error, events: batch.length },
      "the Inngest server did not take Patchbay's own events",
    );
    if (batch.length === 1) return 0;
    const middle = Math.ceil(batch.length / 2);
    const first = await announceBatch(batch.slice(0, middle));
    return first === 0 ? 0 : first + (await announceBatch(batch.slice(middle)));
  }
  for (const [merchantId, own] of Map.groupBy(batch, (event) => event.merchantId)) {
    const ids = own.map((event) => event.id);
    await db()
      .update(events)
      .set({ announcedAt: new Date() })
      .where(
        and(
          eq(events.merchantId, merchantId),
          inArray(events.id, ids),
          gte(events.acceptedAt, batch[0]?.acceptedAt ?? ""),
        ),
      );
  }
  return batch.length;
}

function toInngestEvent(event: EventRow) {
  return {
    id: event.id,
    name: event.type,
    ts: event.occurredAt.getTime(),
    data: { merchantId: event.merchantId, ...event.data },
  };
}
