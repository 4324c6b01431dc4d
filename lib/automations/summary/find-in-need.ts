import { sql } from "drizzle-orm";
import { readInTime } from "#db/read-in-time.ts";
import { type AutomationsOverview, maxAutomationsInNeed } from "./overview-schema.ts";

type Row = Omit<AutomationsOverview["inNeed"][number], "failingSince"> & { failingSince: string | null };

/** How many automations a merchant has, and those that need someone: what fails first, then what waits for a person. */
export async function findAutomationsInNeed(merchantId: string): Promise<AutomationsOverview> {
  return readInTime(async (tx) => {
    const [totals] = await tx.execute<Omit<AutomationsOverview, "inNeed">>(sql`
      SELECT count(*)::int AS total, count(*) FILTER (WHERE state = 'active' AND live_version IS NOT NULL)::int AS active
      FROM destinations WHERE merchant_id = ${merchantId} AND kind = 'automation' AND deleted_at IS NULL`);
    const rows = await tx.execute<Row>(sql`
      WITH waiting AS (
        SELECT destination_id, count(*) FILTER (WHERE held_for = 'review')::int AS reviews,
          count(*) FILTER (WHERE held_for = 'decision')::int AS decisions
        FROM delivery_queue WHERE merchant_id = ${merchantId} AND held_for IN ('review', 'decision') GROUP BY 1
      ), open AS (
        SELECT automation_id, count(*)::int AS issues FROM automation_issues
        WHERE merchant_id = ${merchantId} AND closed_at IS NULL GROUP BY 1
      )
      SELECT automations.id AS "automationId", automations.name, state AS status, failing_since AS "failingSince",
        coalesce(reviews, 0) AS reviews, coalesce(decisions, 0) AS decisions, coalesce(issues, 0) AS issues
      FROM automations JOIN destinations ON destinations.id = automations.id
      LEFT JOIN waiting ON waiting.destination_id = automations.id
      LEFT JOIN open ON open.automation_id = automations.id
      WHERE automations.merchant_id = ${merchantId} AND deleted_at IS NULL AND live_version IS NOT NULL
        AND (state = 'active' OR (state = 'disabled' AND state_reason IN ('gone', 'failing')))
        AND (state = 'disabled' OR failing_since IS NOT NULL OR reviews > 0 OR decisions > 0 OR issues > 0)
      ORDER BY state = 'disabled' DESC, (coalesce(issues, 0) > 0 OR failing_since IS NOT NULL) DESC, coalesce(decisions, 0) > 0 DESC, failing_since,
        automations.id
      LIMIT ${maxAutomationsInNeed}`);
    return {
      total: totals?.total ?? 0,
      active: totals?.active ?? 0,
      inNeed: rows.map(({ failingSince, ...row }) => ({
        ...row,
        failingSince: failingSince && new Date(failingSince).toISOString(),
      })),
    };
  });
}
