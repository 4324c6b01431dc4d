import { and, eq, gte, or, sql } from "drizzle-orm";
import { db, type Tx } from "#db/client.ts";
import { attempts } from "#db/schema/deliveries.ts";
import { defineVerb } from "#lib/auth/verb.ts";
import { type AttemptRow, readAttempts, toAttemptDto } from "#lib/deliveries/attempt-row.ts";
import {
  type AttemptSearch,
  createAttemptSearch,
  findAttemptKeys,
} from "#lib/deliveries/find-attempt-keys.ts";
import { type RowKey, readIdTime } from "#lib/deliveries/row-key.ts";
import { attemptDetailDto, listWebhookLogsInput } from "#lib/deliveries/schema.ts";
import { findEventKey } from "#lib/events/event-row.ts";
import { idAt } from "#lib/history/days.ts";
import { idCursor } from "#lib/listing/cursor.ts";
import { pageOf } from "#lib/listing/page.ts";
import { listBySearch } from "#lib/search/list-by-search.ts";
import { findWebhook } from "./find-webhook.ts";

/**
 * Every attempt at a webhook, newest first. `search` finds what a row shows of its event, or an id.
 * @throws {AppError} 404 for another merchant's webhook
 */
export const listWebhookLogs = defineVerb({
  permission: "read",
  input: listWebhookLogsInput,
  output: pageOf(attemptDetailDto),
  async run({ ctx, input: filter }) {
    await findWebhook(db(), ctx.merchantId, filter.id);
    return listBySearch({
      ctx,
      filter,
      keyForm: idCursor,
      toKey: (row): [string] => [row.attempt.id],
      toItem: (row: AttemptRow) => toAttemptDto(row, ctx.locale),
      idPrefixes: ["att", "dlv", "evt"],
      read: async (tx, wanted, after, count) => {
        const search = createAttemptSearch(ctx.merchantId, filter, wanted);
        const from = after?.[0] ?? null;
        const keys =
          wanted.kind === "id"
            ? await findById(tx, search, wanted.id, from, count)
            : await findAttemptKeys(tx, search, wanted, from, count);
        return readAttempts(tx, ctx.merchantId, keys);
      },
    });
  },
});

/** Attempts of the attempt, delivery or event of an id; none of them lies before the moment that the id leads to. */
async function findById(
  tx: Tx,
  { merchantId, destinationId, fits }: AttemptSearch,
  id: string,
  after: string | null,
  count: number,
): Promise<RowKey[]> {
  const event = id.startsWith("evt_") ? await findEventKey(tx, merchantId, id) : null;
  if (id.startsWith("evt_") && !event) return [];
  const earliest = (event ? Date.parse(event[0]) : readIdTime(id)) - 60 * 60 * 1_000;
  const rows = await tx
    .select({ id: attempts.id, eventAt: attempts.eventAt })
    .from(attempts)
    .where(
      and(
        eq(attempts.merchantId, merchantId),
        eq(attempts.destinationId, destinationId),
        event
          ? sql`${attempts.deliveryId} IN (SELECT id FROM deliveries WHERE merchant_id = ${merchantId}
              AND event_id = ${id} AND deliveries.id >= ${idAt("dlv", earliest)})`
          : or(eq(attempts.id, id), eq(attempts.deliveryId, id)),
        gte(attempts.id, idAt("att", earliest)),
        after === null ? undefined : sql`${attempts.id} < ${after}`,
        fits,
      ),
    )
    .orderBy(sql`${attempts.id} DESC`)
    .limit(count);
  return rows;
}
