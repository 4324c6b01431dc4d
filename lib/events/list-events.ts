import { and, eq, ne, sql } from "drizzle-orm";
import { z } from "zod";
import type { Tx } from "#db/client.ts";
import { events } from "#db/schema/events.ts";
import { defineVerb } from "#lib/auth/verb.ts";
import { dayMs } from "#lib/history/days.ts";
import { pageOf } from "#lib/listing/page.ts";
import { listBySearch, type Wanted } from "#lib/search/list-by-search.ts";
import { distinctiveWords, WordQuery } from "#lib/search/word-query.ts";
import { shortText } from "#lib/text-schema.ts";
import { findEventType } from "./catalogue/catalogue.ts";
import { type EventRow, findEventKey, readEvents, toEventDto } from "./event-row.ts";
import { findByReference } from "./find-by-reference.ts";
import { type EventKey, type EventSearch, findEventKeys } from "./find-event-keys.ts";
import { matchesSearch } from "./matches-search.ts";
import { eventDto, eventIdSchema, listEventsInput } from "./schema.ts";

/** A moment as Postgres writes it, in microseconds. */
const exactInstant = shortText(40).regex(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d{1,6})?[+-]\d\d(:\d\d)?$/);

/** By time of acceptance: ids are the senders' own, and sort by nothing. */
const eventCursor = z.tuple([exactInstant, eventIdSchema]);

/**
 * The merchant's events, newest first. Patchbay's own (a delivery failed for good, an app was connected) are left out unless
 * they or one of their types are asked for. `search` finds what a row shows: the order's number first, then words; or
 * an id.
 */
export const listEvents = defineVerb({
  permission: "read",
  input: listEventsInput,
  output: pageOf(eventDto),
  async run({ ctx, input: filter }) {
    return listBySearch({
      ctx,
      filter,
      keyForm: eventCursor,
      toKey: ({ event }: EventRow): EventKey => [event.acceptedAt, event.id],
      toItem: toEventDto,
      idPrefixes: ["evt"],
      read: async (tx, wanted, after, count) => {
        const search = createEventSearch(ctx.merchantId, filter, wanted);
        return readEvents(tx, ctx.merchantId, await findKeys(tx, search, wanted, after, count));
      },
    });
  },
});

async function findKeys(
  tx: Tx,
  search: EventSearch,
  wanted: Wanted,
  after: EventKey | null,
  count: number,
): Promise<EventKey[]> {
  const { merchantId, fits, from, to } = search;
  if (wanted.kind === "words" && wanted.part === "exact") {
    return findByReference(tx, search, wanted.search, after, count);
  }
  if (wanted.kind !== "id") return findEventKeys(tx, search, after, count);
  const key = await findEventKey(tx, merchantId, wanted.id);
  if (!key || after) return [];
  const ms = Date.parse(key[0]);
  if (ms >= to || (from !== null && ms < from)) return [];
  const [row] = await tx.execute(sql`
    SELECT 1 FROM events WHERE merchant_id = ${merchantId} AND id = ${wanted.id} AND accepted_at = ${key[0]}::timestamptz
      AND ${fits ?? sql`true`}`);
  return row ? [key] : [];
}

type Filter = z.infer<typeof listEventsInput>;

function createEventSearch(merchantId: string, filter: Filter, wanted: Wanted): EventSearch {
  const hasOwn = filter.includeOwn === "true" || isOwnType(filter.type);
  const query = new WordQuery(merchantId);
  if (filter.type) query.addMark(filter.type);
  if (wanted.kind === "words") for (const word of distinctiveWords(wanted.search)) query.addWord(word);
  if (!hasOwn) query.leaveOut("patchbay", ["api", "inngest", "test"]);
  return {
    merchantId,
    query,
    fits: and(
      filter.type ? eq(events.type, filter.type) : undefined,
      hasOwn ? undefined : ne(events.origin, "patchbay"),
      wanted.kind === "words" ? matchesSearch(wanted) : undefined,
    ),
    from: filter.from ? Date.parse(filter.from) : null,
    // Moments are told to the millisecond: all of the last one belongs to the period.
    to: filter.to ? Date.parse(filter.to) + 1 : Date.now() + dayMs,
  };
}

function isOwnType(type: string | undefined): boolean {
  return type !== undefined && findEventType(type)?.source === "patchbay";
}
