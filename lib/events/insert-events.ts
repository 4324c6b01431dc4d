import { sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { env } from "#lib/env.ts";
import { subscriptionsCovering } from "./catalogue/catalogue.ts";
import { eventSearch } from "./event-search.ts";

export type EventOrigin = "api" | "inngest" | "patchbay" | "test";
export type NewEvent = { id: string; type: string; data: Record<string, unknown>; occurredAt: Date };

/**
 * Writes events, and a delivery for each webhook of the merchant that asks for them, in one statement: both or
 * neither. An id that stands already is left as it is.
 * @returns the number of deliveries by id, for the events that are new
 */
export async function insertEvents(
  tx: Tx,
  merchantId: string,
  origin: EventOrigin,
  events: readonly NewEvent[],
): Promise<Map<string, number>> {
  const given = JSON.stringify(
    events.map((event) => ({
      id: event.id,
      type: event.type,
      data: event.data,
      occurred_at: event.occurredAt.toISOString(),
      ...searchColumns(event),
      covering: subscriptionsCovering(event.type),
    })),
  );
  const rows = await tx.execute<{ id: string; deliveries: number }>(sql`
    WITH given AS MATERIALIZED (
      SELECT * FROM json_to_recordset(${given}::json)
        AS given(id text, type text, data json, occurred_at timestamptz, covering text[],
          search_text text, reference text)
    ), accepted AS (
      INSERT INTO events (merchant_id, id, type, data, occurred_at, search_text, reference, origin, announced_at)
      SELECT ${merchantId}, id, type, data, occurred_at, search_text, reference, ${origin},
        CASE WHEN ${env().usesInngestServer} THEN NULL ELSE clock_timestamp() END
      FROM given
      -- In one order everywhere, so that two senders of the same ids do not wait for each other.
      ORDER BY id
      ON CONFLICT (merchant_id, id) DO NOTHING
      RETURNING id, type
    ), queued AS (
      INSERT INTO deliveries (id, merchant_id, event_id, event_type, destination_id)
      SELECT DISTINCT ON (accepted.id, webhooks.id)
        patchbay_id('dlv'), ${merchantId}, accepted.id, accepted.type, webhooks.id
      FROM accepted
      JOIN given ON given.id = accepted.id AND given.type = accepted.type
      JOIN webhooks ON webhooks.merchant_id = ${merchantId}
        AND webhooks.status = 'active' AND webhooks.deleted_at IS NULL
        AND webhooks.event_types && given.covering
      RETURNING event_id
    ), counted AS (
      SELECT event_id, count(*)::int AS deliveries FROM queued GROUP BY event_id
    )
    SELECT accepted.id, coalesce(counted.deliveries, 0) AS deliveries
    FROM accepted LEFT JOIN counted ON counted.event_id = accepted.id`);
  return new Map(rows.map((row) => [row.id, row.deliveries]));
}

function searchColumns(event: NewEvent): { search_text: string; reference: string | null } {
  const { searchText, reference } = eventSearch(event);
  return { search_text: searchText, reference };
}
