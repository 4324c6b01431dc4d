import { sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { env } from "#lib/env.ts";
import { subscriptionsCovering } from "./catalogue/catalogue.ts";
import { describeEvent } from "./catalogue/event-summary.ts";
import { eventSearch } from "./event-search.ts";
import { longestChain } from "./longest-chain.ts";

export type EventOrigin = "api" | "inngest" | "patchbay" | "test";
export type NewEvent = {
  id: string;
  type: string;
  data: Record<string, unknown>;
  occurredAt: Date;
  /** The automations that led to it, the first one first. */
  cause?: readonly string[] | undefined;
};

/**
 * Writes events, and a delivery for each destination of the merchant that asks for them, in one statement: both or
 * neither. An id that stands already is left as it is. A destination that is paused or switched off gets its deliveries
 * too; they wait. Moments of one call differ by a microsecond each, in the order of the call: it is the order in which
 * they are sent. No automation makes a run of what it led to itself, nor any of what so many in a row have led to.
 * @returns the number of deliveries by id, for the events that are new
 */
export async function insertEvents(
  tx: Tx,
  merchantId: string,
  origin: EventOrigin,
  events: readonly NewEvent[],
): Promise<Map<string, number>> {
  const sent = JSON.stringify(events.map(toRow));
  const rows = await tx.execute<{ id: string; deliveries: number }>(sql`
    WITH clock AS MATERIALIZED (SELECT clock_timestamp() AS started), sent AS MATERIALIZED (
      SELECT DISTINCT ON (event.id) event.*, clock.started + event.position * interval '1 microsecond' AS accepted_at
      FROM json_to_recordset(${sent}::json) AS event(position int, id text, type text, data json, facts json,
        occurred_at timestamptz, covering text[], search_text text, reference text, cause text[])
      CROSS JOIN clock
      -- In one order everywhere, so that two senders of the same ids do not wait for each other.
      ORDER BY event.id, event.position
    ), accepted AS (
      INSERT INTO event_keys (merchant_id, id, accepted_at)
      SELECT ${merchantId}, id, accepted_at FROM sent ORDER BY id
      ON CONFLICT (merchant_id, id) DO NOTHING
      RETURNING id
    ), fresh AS MATERIALIZED (
      SELECT sent.* FROM sent JOIN accepted ON accepted.id = sent.id
    ), payloads AS (
      INSERT INTO event_payloads (merchant_id, event_id, accepted_at, occurred_at, data)
      SELECT ${merchantId}, id, accepted_at, occurred_at, data FROM fresh
    ), wanted AS MATERIALIZED (
      SELECT patchbay_delivery_id(fresh.accepted_at, ${merchantId}, fresh.id, destinations.id, NULL) AS delivery_id,
        fresh.id AS event_id, fresh.accepted_at, fresh.type, destinations.id AS destination_id,
        destinations.live_version AS version
      FROM fresh
      JOIN destinations ON destinations.merchant_id = ${merchantId} AND destinations.deleted_at IS NULL
        AND destinations.event_types && fresh.covering
        AND (fresh.cause IS NULL OR destinations.kind <> 'automation'
          OR (cardinality(fresh.cause) < ${longestChain} AND destinations.id <> ALL (fresh.cause)))
    ), counted AS MATERIALIZED (
      SELECT event_id, count(*)::int AS deliveries, array_agg(destination_id) AS destination_ids FROM wanted GROUP BY event_id
    ), kept AS (
      INSERT INTO events (merchant_id, id, accepted_at, type, occurred_at, origin, facts, search_text, reference,
        destination_ids, cause, announced_at)
      SELECT ${merchantId}, id, accepted_at, type, occurred_at, ${origin}, facts, search_text, reference,
        coalesce(counted.destination_ids, '{}'), cause, CASE WHEN ${env().usesInngestServer} THEN NULL ELSE clock_timestamp() END
      FROM fresh LEFT JOIN counted ON counted.event_id = fresh.id
    ), logged AS (
      INSERT INTO deliveries (id, merchant_id, destination_id, event_id, event_at, event_type, version, created_at)
      SELECT delivery_id, ${merchantId}, destination_id, event_id, accepted_at, type, version, accepted_at FROM wanted
    ), queued AS (
      INSERT INTO delivery_queue (delivery_id, merchant_id, destination_id, event_id, event_at, event_type, version, due_at)
      SELECT delivery_id, ${merchantId}, destination_id, event_id, accepted_at, type, version, accepted_at FROM wanted
    )
    SELECT fresh.id, coalesce(counted.deliveries, 0) AS deliveries
    FROM fresh LEFT JOIN counted ON counted.event_id = fresh.id`);
  return new Map(rows.map((row) => [row.id, row.deliveries]));
}

function toRow(event: NewEvent, position: number) {
  const { summary, facts } = describeEvent(event);
  const { searchText, reference } = eventSearch(event, summary);
  return {
    position,
    id: event.id,
    type: event.type,
    data: event.data,
    facts,
    occurred_at: event.occurredAt.toISOString(),
    search_text: searchText,
    reference,
    covering: subscriptionsCovering(event.type),
    cause: event.cause?.length ? event.cause : null,
  };
}
