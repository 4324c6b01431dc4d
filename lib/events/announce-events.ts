import { and, asc, eq, inArray, isNull } from "drizzle-orm";
import { db } from "#db/client.ts";
import { events } from "#db/schema/events.ts";
import { inngest } from "#inngest/client.ts";
import { env } from "#lib/env.ts";

const batchSize = 500;

/**
 * Tells other services of Patchbay's own events, through the Inngest server where there is one. An event is marked
 * only after it was taken, and carries its id: a crash between the two sends it again, and Inngest drops the second.
 * @returns how many were told
 */
export async function announceEvents(): Promise<number> {
  if (!env().usesInngestServer) return 0;
  let announced = 0;
  for (;;) {
    const batch = await db()
      .select()
      .from(events)
      .where(and(eq(events.origin, "patchbay"), isNull(events.announcedAt)))
      .orderBy(asc(events.acceptedAt))
      .limit(batchSize);
    if (batch.length === 0) return announced;
    await inngest().send(
      batch.map((event) => ({
        id: event.id,
        name: event.type,
        ts: event.occurredAt.getTime(),
        data: { merchantId: event.merchantId, ...event.data },
      })),
    );
    for (const [merchantId, own] of Map.groupBy(batch, (event) => event.merchantId)) {
      const ids = own.map((event) => event.id);
      await db()
        .update(events)
        .set({ announcedAt: new Date() })
        .where(and(eq(events.merchantId, merchantId), inArray(events.id, ids)));
    }
    announced += batch.length;
  }
}
