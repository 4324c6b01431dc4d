import { and, desc, eq, gte, ilike, lte, or, sql } from "drizzle-orm";
import { z } from "zod";
import { db } from "#db/client.ts";
import { events } from "#db/schema/events.ts";
import { authorise, type Ctx } from "#lib/auth/context.ts";
import { containing } from "#lib/listing/containing.ts";
import { decodeCursor, toPage } from "#lib/listing/cursor.ts";
import type { Page } from "#lib/listing/page.ts";
import { parseInput } from "#lib/parse.ts";
import { selectEvents, toEventDto } from "./event-row.ts";
import { type EventDto, eventIdSchema, listEventsInput } from "./schema.ts";

/** By time of acceptance: ids are the senders' own, and sort by nothing. */
const eventCursor = z.tuple([z.iso.datetime(), eventIdSchema]);

/** The merchant's events, newest first. `search` finds an id, or text within the data. */
export async function listEvents({ ctx, input }: { ctx: Ctx; input: unknown }): Promise<Page<EventDto>> {
  authorise(ctx, "read");
  const filter = parseInput(listEventsInput, input);
  const after = decodeCursor(filter.cursor, eventCursor);
  const pattern = filter.search ? containing(filter.search.trim()) : undefined;
  const where = and(
    eq(events.merchantId, ctx.merchantId),
    after ? sql`(${events.acceptedAt}, ${events.id}) < (${after[0]}::timestamptz, ${after[1]})` : undefined,
    filter.type ? eq(events.type, filter.type) : undefined,
    filter.from ? gte(events.acceptedAt, new Date(filter.from)) : undefined,
    filter.to ? lte(events.acceptedAt, new Date(filter.to)) : undefined,
    pattern ? or(ilike(events.id, pattern), sql`${events.data}::text ILIKE ${pattern}`) : undefined,
  );
  const rows = await selectEvents(db(), where)
    .orderBy(desc(events.acceptedAt), desc(events.id))
    .limit(filter.limit + 1);
  return toPage(rows, filter.limit, ({ event }) => [event.acceptedAt.toISOString(), event.id], toEventDto);
}
