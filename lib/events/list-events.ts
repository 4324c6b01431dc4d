import { and, desc, eq, gte, lte, ne, type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import { events } from "#db/schema/events.ts";
import { authorise, type Ctx } from "#lib/auth/context.ts";
import { instant } from "#lib/instant-schema.ts";
import type { Page } from "#lib/listing/page.ts";
import { parseInput } from "#lib/parse.ts";
import { listBySearch } from "#lib/search/list-by-search.ts";
import { findEventType } from "./catalogue/catalogue.ts";
import { type EventRow, selectEvents, toEventDto } from "./event-row.ts";
import { matchesSearch } from "./matches-search.ts";
import { type EventDto, eventIdSchema, listEventsInput } from "./schema.ts";

/** By time of acceptance: ids are the senders' own, and sort by nothing. */
const eventCursor = z.tuple([instant, eventIdSchema]);
type EventKey = z.infer<typeof eventCursor>;

/**
 * The merchant's events, newest first. Patchbay's own (a delivery failed for good, an app was connected) are left out unless
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
    filter.from ? gte(events.acceptedAt, new Date(filter.from)) : undefined,
    filter.to ? lte(events.acceptedAt, new Date(filter.to)) : undefined,
  );
  return listBySearch({
    ctx,
    filter,
    keyForm: eventCursor,
    keyOf,
    toItem: toEventDto,
    ids: { prefixes: ["evt"], isRow: (id) => eq(events.id, id) },
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
  return [event.acceptedAt.toISOString(), event.id];
}

function isBehind([acceptedAt, id]: EventKey): SQL {
  return sql`(${events.acceptedAt}, ${events.id}) < (${acceptedAt}::timestamptz, ${id})`;
}
