import { sql } from "drizzle-orm";
import { readInTime } from "#db/read-in-time.ts";
import type { Ctx } from "#lib/auth/context.ts";
import { attemptMessage } from "#lib/deliveries/attempt-message.ts";
import { readFailureCode, readStatusCode } from "#lib/deliveries/delivery-row.ts";
import { heldUntil } from "#lib/deliveries/held-until.ts";
import type { Params } from "#lib/failures/message.ts";
import { idAt } from "#lib/history/days.ts";
import type { WebhookSummaryDto } from "./schema.ts";

type WebhookStats = Pick<WebhookSummaryDto, "last24h" | "heldUntil" | "lastFailure">;

export const noStats: WebhookStats = {
  last24h: { attempts: 0, succeeded: 0, p95Ms: null, pending: 0, held: 0 },
  heldUntil: null,
  lastFailure: null,
};

type StatsRow = {
  id: string;
  attempts: number;
  succeeded: number;
  p95Ms: number | null;
  pending: number;
  held: number;
  oldestAt: string | null;
  stoppedAt: string;
  failedAt: string | null;
  code: string | null;
  params: Params | null;
};

/** How each of these webhooks did over the last 24 hours, tests left out. */
export async function findWebhookStats(
  { merchantId, locale }: Pick<Ctx, "merchantId" | "locale">,
  ids: readonly string[],
): Promise<Map<string, WebhookStats>> {
  if (ids.length === 0) return new Map();
  const rows = await readInTime((tx) =>
    tx.execute<StatsRow>(sql`
    SELECT wanted.id, day.attempts, day.succeeded, day.p95 AS "p95Ms",
      CASE WHEN wanted.state = 'active' THEN waiting.total ELSE 0 END AS pending,
      CASE WHEN wanted.state = 'active' THEN 0 ELSE waiting.total END AS held,
      waiting.oldest AS "oldestAt", wanted.state_since AS "stoppedAt",
      failure.started_at AS "failedAt", failure.code, failure.params
    FROM (SELECT id, state, state_since FROM destinations
      WHERE merchant_id = ${merchantId} AND id IN (SELECT json_array_elements_text(${JSON.stringify(ids)}::json))) wanted
    CROSS JOIN LATERAL (
      SELECT count(*)::int AS attempts, count(*) FILTER (WHERE outcome = 'delivered')::int AS succeeded,
        round(percentile_cont(0.95) WITHIN GROUP (ORDER BY total_ms))::int AS p95
      FROM attempts
      WHERE destination_id = wanted.id AND merchant_id = ${merchantId} AND trigger <> 'test'
        AND attempts.id > ${idAt("att", Date.now() - 24 * 60 * 60 * 1_000)}
    ) day
    CROSS JOIN LATERAL (
      SELECT count(*)::int AS total, min(event_at) AS oldest FROM delivery_queue WHERE destination_id = wanted.id
    ) waiting
    LEFT JOIN LATERAL (
      SELECT started_at, code, params FROM attempts
      WHERE destination_id = wanted.id AND merchant_id = ${merchantId} AND outcome <> 'delivered'
      ORDER BY id DESC LIMIT 1
    ) failure ON true`),
  );
  return new Map(
    rows.map((row) => [
      row.id,
      {
        last24h: {
          attempts: row.attempts,
          succeeded: row.succeeded,
          p95Ms: row.p95Ms,
          pending: row.pending,
          held: row.held,
        },
        heldUntil:
          row.held > 0 && row.oldestAt !== null
            ? heldUntil({ acceptedAt: row.oldestAt, stoppedAt: row.stoppedAt })
            : null,
        lastFailure:
          row.failedAt === null || row.code === null
            ? null
            : {
                at: new Date(row.failedAt).toISOString(),
                message: attemptMessage({ code: row.code, params: row.params }, locale),
                failureCode: readFailureCode(row.code, row.params),
                statusCode: readStatusCode(row.params),
              },
      },
    ]),
  );
}
