import { and, inArray, sql } from "drizzle-orm";
import { z } from "zod";
import type { Tx } from "#db/client.ts";
import { events } from "#db/schema/events.ts";
import type { ScopeEvent } from "#lib/automations/mapping/scope.ts";
import { type EventKey, findEventKeys } from "#lib/events/find-event-keys.ts";
import { dayMs, firstKeptDay } from "#lib/history/days.ts";
import { WordQuery } from "#lib/search/word-query.ts";

/** An event of the merchant's whose data is kept. @param acceptedAt as Postgres writes it, in microseconds */
export type PastEvent = ScopeEvent & { acceptedAt: string };

/** What the platform's services and the merchant's own have sent: neither tests nor what Patchbay tells of itself. */
const realOrigins = ["api", "inngest"] as const;

/** Where the newest events of some types lie whose data is kept, the newest first. @param after begin behind this one */
export async function findPastEvents(
  tx: Tx,
  merchantId: string,
  types: readonly string[],
  { after, count }: { after: EventKey | null; count: number },
): Promise<EventKey[]> {
  const query = new WordQuery(merchantId);
  query.addMark(...types);
  query.addMark(...realOrigins);
  const now = Date.now();
  const search = {
    merchantId,
    query,
    fits: and(inArray(events.type, [...types]), inArray(events.origin, [...realOrigins])),
    from: Date.parse(`${firstKeptDay("payload", now)}T00:00:00Z`),
    to: now + dayMs,
  };
  return findEventKeys(tx, search, after, count);
}

/** So many rows behind an event are looked through for the next one of its type. */
const mostLookedThrough = 5_000;

/** The event of a type that was accepted next after another one; null = none is near. */
export async function findNextEvent(
  tx: Tx,
  merchantId: string,
  type: string,
  [acceptedAt, id]: EventKey,
): Promise<string | null> {
  const [row] = await tx.execute<{ id: string }>(sql`
    SELECT id FROM (
      SELECT id, type, origin, accepted_at FROM events
      WHERE merchant_id = ${merchantId} AND accepted_at >= ${acceptedAt}::timestamptz
        AND (accepted_at, id) > (${acceptedAt}::timestamptz, ${id})
      ORDER BY accepted_at, id LIMIT ${mostLookedThrough}) behind
    WHERE type = ${type} AND origin IN ('api', 'inngest') ORDER BY accepted_at, id LIMIT 1`);
  return row?.id ?? null;
}

const dataSchema = z.record(z.string(), z.unknown());

/** These events with their data, in the order of the keys. Those whose data is not kept any more are left out. */
export async function readPastEvents(
  tx: Tx,
  merchantId: string,
  keys: readonly EventKey[],
): Promise<PastEvent[]> {
  const moments = keys.map(([acceptedAt]) => Date.parse(acceptedAt));
  if (moments.length === 0) return [];
  // Moments differ by microseconds, which Date does not tell: a millisecond more on both sides.
  const low = new Date(Math.min(...moments) - 1).toISOString();
  const high = new Date(Math.max(...moments) + 1).toISOString();
  const rows = await tx.execute<{
    id: string;
    type: string;
    acceptedAt: string;
    occurredAt: string;
    dataJson: string;
  }>(sql`
    SELECT event.id, event.type, event.accepted_at::text AS "acceptedAt", payload.occurred_at AS "occurredAt",
      payload.data::text AS "dataJson"
    FROM json_array_elements(${JSON.stringify(keys)}::json) WITH ORDINALITY AS wanted(key, at)
    JOIN events event ON event.merchant_id = ${merchantId} AND event.id = key->>1
      AND event.accepted_at = (key->>0)::timestamptz
      AND event.accepted_at BETWEEN ${low}::timestamptz AND ${high}::timestamptz
    JOIN event_payloads payload ON payload.merchant_id = ${merchantId} AND payload.event_id = event.id
      AND payload.accepted_at = event.accepted_at
      AND payload.accepted_at BETWEEN ${low}::timestamptz AND ${high}::timestamptz
    ORDER BY wanted.at`);
  return rows.map(({ dataJson, occurredAt, ...event }) => ({
    ...event,
    occurredAt: new Date(occurredAt).toISOString(),
    data: dataSchema.parse(JSON.parse(dataJson)),
  }));
}
