import { and, eq, sql } from "drizzle-orm";
import { db } from "#db/client.ts";
import { mustReach } from "#db/schema/automations.ts";
import type { Definition } from "#lib/automations/definition-schema.ts";
import type { ClaimedDelivery } from "#lib/engine/sender.ts";
import { wakeAt } from "#lib/jobs/wake.ts";

/** A run that begins after its deadline is about to take the first way: the second one waits so long for it. */
const graceSeconds = 5;

/**
 * Has the steps of a run that must reach someone watched, from before its first step: a step before them may hang. What
 * is watched already stays as it is. The deadline counts from the event's acceptance; for what was held while the
 * automation was paused, from the moment in which its run begins. What a person replays is not watched: they look at it.
 */
export async function watchSteps(
  { id, merchantId }: Pick<ClaimedDelivery, "id" | "merchantId">,
  { steps }: Definition,
): Promise<void> {
  const watched = steps.flatMap(({ mustReach: asked, mode }, position) =>
    // Versions of before this was there hold none.
    asked && mode !== "off" ? [{ position, seconds: asked.withinSeconds }] : [],
  );
  if (watched.length === 0) return;
  const rows = await db().execute<{ due_at: string }>(sql`
    INSERT INTO must_reach (delivery_id, position, merchant_id, destination_id, event_id, event_at, status, raised_at, due_at)
    SELECT run.id, step.position, run.merchant_id, run.destination_id, run.event_id, run.event_at,
      CASE WHEN limits.deadline > clock_timestamp() THEN 'watching' ELSE 'raised' END,
      CASE WHEN limits.deadline > clock_timestamp() THEN NULL ELSE clock_timestamp() END,
      greatest(limits.deadline, clock_timestamp() + ${graceSeconds} * interval '1 second')
    FROM deliveries run
    JOIN destinations ON destinations.id = run.destination_id AND destinations.deleted_at IS NULL
    CROSS JOIN json_to_recordset(${JSON.stringify(watched)}::json) AS step(position int, seconds int)
    CROSS JOIN LATERAL (SELECT step.seconds * interval '1 second' + CASE
      WHEN destinations.state_since > run.event_at THEN clock_timestamp() ELSE run.event_at END AS deadline) limits
    WHERE run.id = ${id} AND run.merchant_id = ${merchantId} AND run.replay_id IS NULL AND NOT run.is_test
    ON CONFLICT (delivery_id, position) DO NOTHING
    RETURNING due_at`);
  for (const { due_at } of rows) wakeAt("attention/ready", new Date(due_at));
}

/**
 * Says that a step which must reach someone has succeeded. In time, there is nothing to tell of; later, the card says so
 * and stays until a person confirms it. The second way is not begun any more.
 */
export async function markReached(
  { id, merchantId }: Pick<ClaimedDelivery, "id" | "merchantId">,
  position: number,
): Promise<void> {
  await db()
    .update(mustReach)
    .set({
      reachedAt: sql`clock_timestamp()`,
      status: sql`CASE WHEN ${mustReach.status} = 'watching' THEN 'reached' ELSE ${mustReach.status} END`,
      dueAt: null,
    })
    .where(
      and(
        eq(mustReach.deliveryId, id),
        eq(mustReach.position, position),
        eq(mustReach.merchantId, merchantId),
        sql`${mustReach.reachedAt} IS NULL`,
      ),
    );
}
