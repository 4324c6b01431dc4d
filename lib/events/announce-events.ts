import { setTimeout as sleep } from "node:timers/promises";
import { and, asc, eq, gt, inArray, isNull, type SQL, sql } from "drizzle-orm";
import { db } from "#db/client.ts";
import { eventPayloads, events } from "#db/schema/events.ts";
import { EventsRefusedError, type SentEvent, sendOnce } from "#inngest/client.ts";
import { env } from "#lib/env.ts";
import { logger } from "#lib/logger.ts";
import { fromNow } from "#lib/work/claim-due.ts";
import { runAlone } from "#lib/work/run-alone.ts";
import { isEnding } from "#lib/work/runs.ts";

const batchSize = 100;
/** At most five batches a second: what other services send through the same server must not stand in line behind ours. */
const pauseMs = 200;
const runMs = 30_000;
/** After a refusal. */
const retryMs = 5_000;
/** News that no server took for so long is none any more. */
const longestDelayMs = 3 * 24 * 60 * 60_000;

type EventRow = Pick<typeof events.$inferSelect, "merchantId" | "id" | "acceptedAt" | "type" | "occurredAt"> &
  Pick<typeof eventPayloads.$inferSelect, "data">;

/**
 * Tells other services of Patchbay's own events, through the Inngest server where there is one: one process at a time,
 * at a measured pace. An event is marked only after it was taken, and carries its id: a crash between the two sends it
 * again, and Inngest drops the second. What the server does not take stays for the next time.
 * @returns how many were told, and when there is something to tell again
 */
export async function announceEvents(): Promise<{ announced: number; nextDueAt: Date | null }> {
  if (!env().usesInngestServer) return { announced: 0, nextDueAt: null };
  const report = await runAlone("announce", announceAll);
  if (report === null || report.isRefused) {
    return { announced: report?.announced ?? 0, nextDueAt: new Date(Date.now() + retryMs) };
  }
  return { announced: report.announced, nextDueAt: await findNextAnnouncement() };
}

/** When the oldest event was accepted that is to be told; null = none, or there is no Inngest server. */
export async function findNextAnnouncement(): Promise<Date | null> {
  if (!env().usesInngestServer) return null;
  const [next] = await db()
    .select({ acceptedAt: events.acceptedAt })
    .from(events)
    .where(isUntold())
    .orderBy(asc(events.acceptedAt))
    .limit(1);
  return next ? new Date(next.acceptedAt) : null;
}

/** Whether other services are told of an event of this type through the Inngest server. */
export function isAnnounced(eventType: string): boolean {
  const { usesInngestServer, ANNOUNCE_TRIGGERED } = env();
  return usesInngestServer && (eventType !== "webhook.triggered" || ANNOUNCE_TRIGGERED === "on");
}

function isUntold(): SQL | undefined {
  const isNews = gt(events.acceptedAt, fromNow(-longestDelayMs));
  return and(sql`${events.origin} = 'patchbay'`, isNull(events.announcedAt), isNews);
}

async function announceAll(): Promise<{ announced: number; isRefused: boolean }> {
  const endsAt = Date.now() + runMs;
  let announced = 0;
  while (!isEnding() && Date.now() < endsAt) {
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
      .where(isUntold())
      .orderBy(asc(events.acceptedAt))
      .limit(batchSize);
    if (batch.length === 0) break;
    const wanted = batch.filter((event) => isAnnounced(event.type));
    await mark(batch.filter((event) => !isAnnounced(event.type)));
    if (wanted.length === 0) continue;
    try {
      const { taken, refused } = await announceBatch(wanted);
      await mark(taken);
      await leaveOut(refused);
      announced += taken.length;
    } catch (error) {
      logger.warn({ err: error }, "the Inngest server does not take Patchbay's own events; they are kept");
      return { announced, isRefused: true };
    }
    await sleep(pauseMs);
  }
  return { announced, isRefused: false };
}

type Outcome = { taken: EventRow[]; refused: EventRow[] };

/** What an answer says of the events themselves, not of the server or the key. */
const refusalsOfContent = new Set([400, 413, 422]);

/**
 * Halves a batch that is refused, which may be too large or hold one bad event.
 * @throws when the server is away or takes nothing from us
 */
async function announceBatch(batch: readonly EventRow[]): Promise<Outcome> {
  try {
    await sendOnce(batch.map(toInngestEvent));
    return { taken: [...batch], refused: [] };
  } catch (error) {
    if (!(error instanceof EventsRefusedError && refusalsOfContent.has(error.status))) throw error;
    if (batch.length === 1) return { taken: [], refused: [...batch] };
  }
  const middle = Math.ceil(batch.length / 2);
  const first = await announceBatch(batch.slice(0, middle));
  const second = await announceBatch(batch.slice(middle));
  return { taken: [...first.taken, ...second.taken], refused: [...first.refused, ...second.refused] };
}

/** Refused each on its own, for what it holds: it would hold up all that come after it. */
async function leaveOut(refused: readonly EventRow[]): Promise<void> {
  if (refused.length === 0) return;
  const eventIds = refused.map((event) => event.id);
  logger.error({ eventIds }, "the Inngest server refuses these events; they are not announced");
  await mark(refused);
}

async function mark(batch: readonly EventRow[]): Promise<void> {
  for (const [merchantId, own] of Map.groupBy(batch, (event) => event.merchantId)) {
    const ids = own.map((event) => event.id);
    const moments = own.map((event) => event.acceptedAt);
    await db()
      .update(events)
      .set({ announcedAt: sql`now()` })
      .where(
        and(eq(events.merchantId, merchantId), inArray(events.id, ids), inArray(events.acceptedAt, moments)),
      );
  }
}

function toInngestEvent(event: EventRow): SentEvent {
  return {
    id: event.id,
    name: event.type,
    ts: event.occurredAt.getTime(),
    data: { merchantId: event.merchantId, ...event.data },
  };
}
