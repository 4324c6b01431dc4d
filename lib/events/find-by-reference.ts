import { and, sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { at } from "#lib/history/list-days.ts";
import type { EventKey, EventSearch } from "./find-event-keys.ts";
import { referencesIn } from "./matches-search.ts";

/** Events whose order number was typed, the newest first: an index over these numbers finds them, few as they are. */
export async function findByReference(
  tx: Tx,
  { merchantId, fits, from, to }: EventSearch,
  search: string,
  after: EventKey | null,
  count: number,
): Promise<EventKey[]> {
  const references = referencesIn(search);
  if (references.length === 0) return [];
  const rows = await tx.execute<{ accepted_at: string; id: string }>(sql`
    SELECT accepted_at::text, id FROM (
      SELECT * FROM events WHERE ${and(
        sql`merchant_id = ${merchantId} AND reference IN ${references} AND accepted_at < ${at(to)}`,
        from === null ? undefined : sql`accepted_at >= ${at(from)}`,
        after ? sql`(accepted_at, id) < (${after[0]}::timestamptz, ${after[1]})` : undefined,
      )} OFFSET 0
    ) events WHERE ${fits ?? sql`true`}
    ORDER BY events.accepted_at DESC, events.id DESC LIMIT ${count}`);
  return rows.map((row): EventKey => [row.accepted_at, row.id]);
}
