import { and, desc, eq, gte, ilike, lt, lte, ne, or, sql } from "drizzle-orm";
import { db } from "#db/client.ts";
import { attempts } from "#db/schema/deliveries.ts";
import { events } from "#db/schema/events.ts";
import { authorise, type Ctx } from "#lib/auth/context.ts";
import { selectAttempts, toAttemptDto } from "#lib/deliveries/attempt-row.ts";
import { type AttemptDetailDto, listWebhookLogsInput } from "#lib/deliveries/schema.ts";
import { containing } from "#lib/listing/containing.ts";
import { decodeCursor, idCursor, toPage } from "#lib/listing/cursor.ts";
import type { Page } from "#lib/listing/page.ts";
import { parseInput } from "#lib/parse.ts";
import { findWebhook } from "./find-webhook.ts";

/**
 * Every attempt at a webhook, newest first. `search` finds an id, or text within the event.
 * @throws {AppError} 404 for another merchant's webhook
 */
export async function listWebhookLogs({
  ctx,
  input,
}: {
  ctx: Ctx;
  input: unknown;
}): Promise<Page<AttemptDetailDto>> {
  authorise(ctx, "read");
  const filter = parseInput(listWebhookLogsInput, input);
  await findWebhook(db(), ctx.merchantId, filter.id);
  const [before] = decodeCursor(filter.cursor, idCursor) ?? [];
  const where = and(
    eq(attempts.merchantId, ctx.merchantId),
    eq(attempts.destinationId, filter.id),
    before ? lt(attempts.id, before) : undefined,
    filter.status === "delivered" ? eq(attempts.outcome, "delivered") : undefined,
    filter.status === "failed" ? ne(attempts.outcome, "delivered") : undefined,
    filter.eventType ? eq(attempts.eventType, filter.eventType) : undefined,
    filter.search ? matchesText(filter.search.trim()) : undefined,
    filter.from ? gte(attempts.startedAt, new Date(filter.from)) : undefined,
    filter.to ? lte(attempts.startedAt, new Date(filter.to)) : undefined,
  );
  const rows = await selectAttempts(db(), where)
    .orderBy(desc(attempts.id))
    .limit(filter.limit + 1);
  return toPage(rows, filter.limit, (row) => [row.attempt.id], toAttemptDto);
}

function matchesText(search: string) {
  const pattern = containing(search);
  return or(
    eq(attempts.id, search),
    eq(attempts.deliveryId, search),
    ilike(events.id, pattern),
    sql`${events.data}::text ILIKE ${pattern}`,
  );
}
