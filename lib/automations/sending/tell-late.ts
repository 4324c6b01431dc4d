import { sql } from "drizzle-orm";
import { db } from "#db/client.ts";
import type { ClaimedDelivery } from "#lib/engine/sender.ts";
import { say } from "#lib/failures/say.ts";
import { enqueueNotices } from "#lib/notices/enqueue-notices.ts";

/** So long after the last of them the summary is sent, and so long after the first at the latest. */
const quietMinutes = 2;
const longestMinutes = 30;

/**
 * Tells of steps that a run came to too late. Those of a backlog come one after the other: they are counted in one notice
 * for the automation, which is sent once no more come.
 */
export async function tellLate(
  { merchantId, destinationId }: Pick<ClaimedDelivery, "merchantId" | "destinationId">,
  steps: number,
): Promise<void> {
  await db().transaction(async (tx) => {
    const [automation] = await tx.execute<{ name: string }>(sql`
      SELECT automations.name FROM destinations JOIN automations USING (id)
      WHERE destinations.id = ${destinationId} AND destinations.merchant_id = ${merchantId}
      FOR NO KEY UPDATE OF destinations`);
    if (!automation) return;
    const ofIt = sql`merchant_id = ${merchantId} AND code = 'notice_steps_late'
      AND params ->> 'automationId' = ${destinationId} AND due_at > now() AND attempts = 0`;
    const counted = await tx.execute(sql`
      UPDATE notices SET due_at = least(now() + make_interval(mins => ${quietMinutes}),
          created_at + make_interval(mins => ${longestMinutes})),
        params = (params::jsonb || jsonb_build_object('runs', (params ->> 'runs')::int + 1,
          'steps', (params ->> 'steps')::int + ${steps}::int))::json
      WHERE ${ofIt} RETURNING id`);
    if (counted.length > 0) return;
    const about = { automation: automation.name, automationId: destinationId };
    const said = say("notice_steps_late", { ...about, runs: 1, steps });
    const dueAt = new Date(Date.now() + quietMinutes * 60_000);
    await enqueueNotices(tx, { merchantId, said, dueAt });
  });
}
