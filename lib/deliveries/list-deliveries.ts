import { and, desc, eq, gte, inArray, lt, lte, or, type SQL } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { readInTime } from "#db/read-in-time.ts";
import { deliveries } from "#db/schema/deliveries.ts";
import { authorise, type Ctx } from "#lib/auth/context.ts";
import { matchesSearch } from "#lib/events/matches-search.ts";
import { searchInTurn } from "#lib/limits/search-in-turn.ts";
import { decodeCursor, idCursor, toPage } from "#lib/listing/cursor.ts";
import type { Page } from "#lib/listing/page.ts";
import { parseInput } from "#lib/parse.ts";
import { exactFirstPage } from "#lib/search/exact-first.ts";
import { webhooksNamed } from "#lib/webhooks/webhooks-named.ts";
import { selectDeliveries, toDeliveryDto } from "./delivery-row.ts";
import { type DeliveryDto, listDeliveriesInput } from "./schema.ts";

/** The merchant's deliveries, newest first. `search` finds what a row shows: the order's number first, then
 * words of the event and of its destination; or an id. */
export async function listDeliveries({
  ctx,
  input,
}: {
  ctx: Ctx;
  input: unknown;
}): Promise<Page<DeliveryDto>> {
  authorise(ctx, "read");
  const filter = parseInput(listDeliveriesInput, input);
  const where = and(
    eq(deliveries.merchantId, ctx.merchantId),
    filter.status ? eq(deliveries.status, filter.status) : undefined,
    filter.eventType ? eq(deliveries.eventType, filter.eventType) : undefined,
    filter.webhookId ? eq(deliveries.destinationId, filter.webhookId) : undefined,
    filter.eventId ? eq(deliveries.eventId, filter.eventId) : undefined,
    filter.isTest ? eq(deliveries.isTest, filter.isTest === "true") : undefined,
    filter.from ? gte(deliveries.createdAt, new Date(filter.from)) : undefined,
    filter.to ? lte(deliveries.createdAt, new Date(filter.to)) : undefined,
  );
  const read = (tx: Tx, condition: SQL | undefined, before: string | undefined, count: number) =>
    selectDeliveries(tx, and(where, condition, before ? lt(deliveries.id, before) : undefined))
      .orderBy(desc(deliveries.id))
      .limit(count);
  const { limit, cursor, search } = filter;
  if (search === undefined || isId(search)) {
    const [before] = decodeCursor(cursor, idCursor) ?? [];
    const hasWantedId = search ? hasId(search.trim()) : undefined;
    const rows = await readInTime((tx) => read(tx, hasWantedId, before, limit + 1));
    return toPage(rows, limit, (row) => [row.delivery.id], toDeliveryDto);
  }
  const named = await webhooksNamed(ctx.merchantId);
  const isForNamed = (word: string) => inArray(deliveries.destinationId, named(word));
  return searchInTurn(ctx, (tx) =>
    exactFirstPage({
      limit,
      cursor,
      keyForm: idCursor,
      keyOf: (row): [string] => [row.delivery.id],
      read: (part, after, count) => read(tx, matchesSearch(search, part, isForNamed), after?.[0], count),
      toItem: toDeliveryDto,
    }),
  );
}

function isId(search: string): boolean {
  return /^(dlv|evt|wh)_[A-Za-z0-9_-]+$/.test(search.trim());
}

function hasId(id: string) {
  return or(eq(deliveries.id, id), eq(deliveries.eventId, id), eq(deliveries.destinationId, id));
}
