import { asc, isNull, sql } from "drizzle-orm";
import { db } from "#db/client.ts";
import { events } from "#db/schema/events.ts";
import { eventSearch } from "./event-search.ts";

const batchSize = 500;
const maxBatches = 20;

/**
 * Makes events searchable that were accepted by a version without search texts, a share at each call.
 * @returns how many it filled
 */
export async function fillSearchTexts(): Promise<number> {
  let filled = 0;
  for (let batch = 0; batch < maxBatches; batch += 1) {
    const rows = await db()
      .select({ merchantId: events.merchantId, id: events.id, type: events.type, data: events.data })
      .from(events)
      .where(isNull(events.searchText))
      .orderBy(asc(events.acceptedAt))
      .limit(batchSize);
    if (rows.length === 0) break;
    const texts = rows.map(({ merchantId, ...event }) => ({
      merchantId,
      id: event.id,
      ...eventSearch(event),
    }));
    await db().execute(sql`
      UPDATE events SET search_text = filled."searchText", reference = filled.reference
      FROM json_to_recordset(${JSON.stringify(texts)}::json)
        AS filled("merchantId" text, id text, "searchText" text, reference text)
      WHERE events.merchant_id = filled."merchantId" AND events.id = filled.id`);
    filled += rows.length;
  }
  return filled;
}
