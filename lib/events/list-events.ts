import { and, desc, eq, gte, lt, ne, type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import { events } from "#db/schema/events.ts";
import { authorise, type Ctx } from "#lib/auth/context.ts";
import type { Page } from "#lib/listing/page.ts";
import { parseInput } from "#lib/parse.ts";
import { listBySearch } from "#lib/search/list-by-search.ts";
import { shortText } from "#lib/text-schema.ts";
import { findEventType } from "./catalogue/catalogue.ts";
import { type EventRow, isEvent, selectEvents, toEventDto } from "./event-row.ts";
import { matchesSearch } from "./matches-search.ts";
import { type EventDto, eventIdSchema, listEventsInput } from "./schema.ts";

/** A moment as Postgres writes it, in microseconds. */
const exactInstant = shortText(40).regex(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d{1,6})?[+-]\d\d(:\d\d)?$/);

/** By time of acceptance: ids are the senders' own, and sort by nothing. */
const eventCursor = z.tuple([exactInstant, eventIdSchema]);
type EventKey = z.infer<typeof eventCursor>;

/**
 * The merchant's events, newest first. Patchbay's own (a webhook gave up, an app was connected) are left out unless
 * they or one of their types are asked for. `search` finds what a row shows: the order's number first, then words; or
 * an id.
 */
export async function listEvents({ ctx, input }: { ctx: Ctx; input: unknown }): Promise<Page<EventDto>> {
  authorise(ctx, "read");
  const filter = parseInput(listEventsInput, input);
  const hasOwn = filter.includeOwn === "true" || isOwnType(filter.type);
  const where = and(
    eq(events.merchantId, ctx.merchantId),
    filter.type ? eq(events.type, filter.type) : undefined,
    hasOwn ? undefined : ne(events.origin, "patchbay"),
    filter.from ? gte(events.acceptedAt, filter.from) : undefined,
    filter.to ? lt(events.acceptedAt, justAfter(filter.to)) : undefined,
  );
  return listBySearch({
    ctx,
    filter,
    keyForm: eventCursor,
    keyOf,
    toItem: toEventDto,
    ids: { prefixes: ["evt"], isRow: (id) => isEvent(ctx.merchantId, id) },
    matches: matchesSearch,
    read: (tx, condition, after, count) =>
      selectEvents(tx, and(where, condition, after ? isBehind(after) : undefined))
        .orderBy(desc(events.acceptedAt), desc(events.id))
        .limit(count),
  });
}

function isOwnType(type: string | undefined): boolean {
  return type !== undefined && findEventType(type)?.source === "patchbay";
}

function keyOf({ event }: EventRow): EventKey {
  return [event.acceptedAt, event.id];
}

/** Moments are told to the millisecond: all of the last one belongs to the period. */
function justAfter(instant: string): string {
  return new Date(Date.parse(instant) + 1).toISOString();
}

function isBehind([acceptedAt, id]: EventKey): SQL {
  return sql`(${events.acceptedAt}, ${events.id}) < (${acceptedAt}::timestamptz, ${id})`;
}
