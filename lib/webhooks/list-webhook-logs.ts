import { and, desc, eq, gte, lt, lte, ne, or } from "drizzle-orm";
import { db } from "#db/client.ts";
import { attempts } from "#db/schema/deliveries.ts";
import { authorise, type Ctx } from "#lib/auth/context.ts";
import { selectAttempts, toAttemptDto } from "#lib/deliveries/attempt-row.ts";
import { type AttemptDetailDto, listWebhookLogsInput } from "#lib/deliveries/schema.ts";
import { matchesSearch } from "#lib/events/matches-search.ts";
import { idCursor } from "#lib/listing/cursor.ts";
import type { Page } from "#lib/listing/page.ts";
import { parseInput } from "#lib/parse.ts";
import { listBySearch } from "#lib/search/list-by-search.ts";
import { findWebhook } from "./find-webhook.ts";

/**
 * Every attempt at a webhook, newest first. `search` finds what a row shows of its event, or an id.
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
  const where = and(
    eq(attempts.merchantId, ctx.merchantId),
    eq(attempts.destinationId, filter.id),
    filter.status === "delivered" ? eq(attempts.outcome, "delivered") : undefined,
    filter.status === "failed" ? ne(attempts.outcome, "delivered") : undefined,
    filter.eventType ? eq(attempts.eventType, filter.eventType) : undefined,
    filter.from ? gte(attempts.startedAt, new Date(filter.from)) : undefined,
    filter.to ? lte(attempts.startedAt, new Date(filter.to)) : undefined,
  );
  return listBySearch({
    ctx,
    filter,
    keyForm: idCursor,
    keyOf: (row): [string] => [row.attempt.id],
    toItem: toAttemptDto,
    ids: {
      prefixes: ["att", "dlv", "evt"],
      isRow: (id) => or(eq(attempts.id, id), eq(attempts.deliveryId, id), eq(attempts.eventId, id)),
    },
    matches: matchesSearch,
    read: (tx, condition, after, count) =>
      selectAttempts(tx, and(where, condition, after ? lt(attempts.id, after[0]) : undefined))
        .orderBy(desc(attempts.id))
        .limit(count),
  });
}
