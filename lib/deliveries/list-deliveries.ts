import { and, desc, eq, gte, lt, lte, or, sql } from "drizzle-orm";
import { db } from "#db/client.ts";
import { deliveries } from "#db/schema/deliveries.ts";
import { authorise, type Ctx } from "#lib/auth/context.ts";
import { containing } from "#lib/listing/containing.ts";
import { decodeCursor, idCursor, toPage } from "#lib/listing/cursor.ts";
import type { Page } from "#lib/listing/page.ts";
import { parseInput } from "#lib/parse.ts";
import { selectDeliveries, toDeliveryDto } from "./delivery-row.ts";
import { type DeliveryDto, listDeliveriesInput } from "./schema.ts";

/** The merchant's deliveries, newest first. `search` finds an id, or text within the event. */
export async function listDeliveries({
  ctx,
  input,
}: {
  ctx: Ctx;
  input: unknown;
}): Promise<Page<DeliveryDto>> {
  authorise(ctx, "read");
  const filter = parseInput(listDeliveriesInput, input);
  const [before] = decodeCursor(filter.cursor, idCursor) ?? [];
  const where = and(
    eq(deliveries.merchantId, ctx.merchantId),
    before ? lt(deliveries.id, before) : undefined,
    filter.status ? eq(deliveries.status, filter.status) : undefined,
    filter.eventType ? eq(deliveries.eventType, filter.eventType) : undefined,
    filter.webhookId ? eq(deliveries.destinationId, filter.webhookId) : undefined,
    filter.eventId ? eq(deliveries.eventId, filter.eventId) : undefined,
    filter.isTest ? eq(deliveries.isTest, filter.isTest === "true") : undefined,
    filter.from ? gte(deliveries.createdAt, new Date(filter.from)) : undefined,
    filter.to ? lte(deliveries.createdAt, new Date(filter.to)) : undefined,
    filter.search ? matchesText(filter.search) : undefined,
  );
  const rows = await selectDeliveries(db(), where)
    .orderBy(desc(deliveries.id))
    .limit(filter.limit + 1);
  return toPage(rows, filter.limit, (row) => [row.delivery.id], toDeliveryDto);
}

function matchesText(search: string) {
  const term = search.trim();
  if (/^(dlv|evt|wh)_/.test(term)) {
    return or(eq(deliveries.id, term), eq(deliveries.eventId, term), eq(deliveries.destinationId, term));
  }
  const pattern = containing(term);
  return sql`EXISTS (SELECT 1 FROM events WHERE events.merchant_id = ${deliveries.merchantId}
    AND events.id = ${deliveries.eventId} AND (events.data::text ILIKE ${pattern} OR events.id ILIKE ${pattern}))`;
}
