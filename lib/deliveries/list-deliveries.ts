import { and, desc, eq, gte, inArray, isNotNull, isNull, lt, lte, ne, or } from "drizzle-orm";
import { deliveries } from "#db/schema/deliveries.ts";
import { destinations } from "#db/schema/destinations.ts";
import { authorise, type Ctx } from "#lib/auth/context.ts";
import { matchesSearch } from "#lib/events/matches-search.ts";
import { idCursor } from "#lib/listing/cursor.ts";
import type { Page } from "#lib/listing/page.ts";
import { parseInput } from "#lib/parse.ts";
import { listBySearch } from "#lib/search/list-by-search.ts";
import { webhooksNamed } from "#lib/webhooks/webhooks-named.ts";
import { selectDeliveries, toDeliveryDto } from "./delivery-row.ts";
import { type DeliveryDto, type DeliveryStatus, listDeliveriesInput } from "./schema.ts";

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
    filter.status ? hasStatus(filter.status) : undefined,
    filter.eventType ? eq(deliveries.eventType, filter.eventType) : undefined,
    filter.webhookId ? eq(deliveries.destinationId, filter.webhookId) : undefined,
    filter.eventId ? eq(deliveries.eventId, filter.eventId) : undefined,
    filter.isTest ? eq(deliveries.isTest, filter.isTest === "true") : undefined,
    filter.from ? gte(deliveries.createdAt, new Date(filter.from)) : undefined,
    filter.to ? lte(deliveries.createdAt, new Date(filter.to)) : undefined,
  );
  const named = filter.search === undefined ? () => [] : await webhooksNamed(ctx.merchantId);
  return listBySearch({
    ctx,
    filter,
    keyForm: idCursor,
    keyOf: (row): [string] => [row.delivery.id],
    toItem: toDeliveryDto,
    ids: {
      prefixes: ["dlv", "evt", "wh"],
      isRow: (id) => or(eq(deliveries.id, id), eq(deliveries.eventId, id), eq(deliveries.destinationId, id)),
    },
    matches: (search, part) =>
      matchesSearch(search, part, (word) => inArray(deliveries.destinationId, named(word))),
    read: (tx, condition, after, count) =>
      selectDeliveries(tx, and(where, condition, after ? lt(deliveries.id, after[0]) : undefined))
        .orderBy(desc(deliveries.id))
        .limit(count),
  });
}

function hasStatus(status: DeliveryStatus) {
  switch (status) {
    case "held":
      return and(
        eq(deliveries.status, "pending"),
        ne(destinations.state, "active"),
        isNull(destinations.deletedAt),
      );
    case "pending":
      return and(eq(deliveries.status, "pending"), eq(destinations.state, "active"));
    case "failed":
      return and(eq(deliveries.status, "failed"), isNotNull(deliveries.failedAt));
    default:
      return eq(deliveries.status, status);
  }
}
