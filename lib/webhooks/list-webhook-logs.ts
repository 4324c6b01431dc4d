import { and, desc, eq, gte, lt, lte, ne, or, type SQL } from "drizzle-orm";
import { db, type Tx } from "#db/client.ts";
import { readInTime } from "#db/read-in-time.ts";
import { attempts, deliveries } from "#db/schema/deliveries.ts";
import { authorise, type Ctx } from "#lib/auth/context.ts";
import { selectAttempts, toAttemptDto } from "#lib/deliveries/attempt-row.ts";
import { type AttemptDetailDto, listWebhookLogsInput } from "#lib/deliveries/schema.ts";
import { matchesSearch } from "#lib/events/matches-search.ts";
import { searchInTurn } from "#lib/limits/search-in-turn.ts";
import { decodeCursor, idCursor, toPage } from "#lib/listing/cursor.ts";
import type { Page } from "#lib/listing/page.ts";
import { parseInput } from "#lib/parse.ts";
import { exactFirstPage } from "#lib/search/exact-first.ts";
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
  const read = (tx: Tx, condition: SQL | undefined, before: string | undefined, count: number) =>
    selectAttempts(tx, and(where, condition, before ? lt(attempts.id, before) : undefined))
      .orderBy(desc(attempts.id))
      .limit(count);
  const { limit, cursor, search } = filter;
  if (search === undefined || isId(search)) {
    const [before] = decodeCursor(cursor, idCursor) ?? [];
    const hasWantedId = search ? hasId(search.trim()) : undefined;
    const rows = await readInTime((tx) => read(tx, hasWantedId, before, limit + 1));
    return toPage(rows, limit, (row) => [row.attempt.id], toAttemptDto);
  }
  return searchInTurn(ctx, (tx) =>
    exactFirstPage({
      limit,
      cursor,
      keyForm: idCursor,
      keyOf: (row): [string] => [row.attempt.id],
      read: (part, after, count) => read(tx, matchesSearch(search, part), after?.[0], count),
      toItem: toAttemptDto,
    }),
  );
}

function isId(search: string): boolean {
  return /^(att|dlv|evt)_[A-Za-z0-9_-]+$/.test(search.trim());
}

function hasId(id: string) {
  return or(eq(attempts.id, id), eq(attempts.deliveryId, id), eq(deliveries.eventId, id));
}
