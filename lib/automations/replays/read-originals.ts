import { type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import type { Tx } from "#db/client.ts";
import type { Definition } from "#lib/automations/definition-schema.ts";

const statuses = z.enum(["waiting", "review", "held", "succeeded", "failed", "skipped", "unknown"]);

const stepSchema = z.object({
  position: z.int(),
  status: statuses,
  decision: z.string().nullable(),
  updatedAt: z.string(),
});
export type OriginalStep = z.infer<typeof stepSchema>;

/** A run that is to be replayed, with what became of its steps. */
export type Original = {
  id: string;
  automationId: string;
  eventId: string;
  /** As Postgres writes it, in microseconds. */
  eventAt: string;
  eventType: string;
  version: number;
  status: "pending" | "delivered" | "failed" | "cancelled";
  /** The mode of the replay that made it; null = the event itself did. */
  replayMode: string | null;
  isDataKept: boolean;
  definition: Definition;
  steps: readonly OriginalStep[];
};

type Row = Omit<Original, "steps"> & { steps: unknown };

/**
 * Reads runs of a merchant's automations, the newest first. A run that has no version is none of an automation's.
 * @param where over `delivery`; with bounds on its id, so that few partitions are read
 */
export async function readOriginals(
  tx: Tx,
  merchantId: string,
  where: SQL,
  { lowestId, count }: { lowestId: string; count: number },
): Promise<Original[]> {
  const rows = await tx.execute<Row>(sql`
    SELECT delivery.id, delivery.destination_id AS "automationId", delivery.event_id AS "eventId",
      delivery.event_at::text AS "eventAt", delivery.event_type AS "eventType", delivery.version, delivery.status,
      replays.mode AS "replayMode", version.definition,
      EXISTS (SELECT 1 FROM event_payloads payload WHERE payload.merchant_id = ${merchantId}
        AND payload.event_id = delivery.event_id AND payload.accepted_at = delivery.event_at) AS "isDataKept",
      (SELECT json_agg(json_build_object('position', step.position, 'status', step.status,
          'decision', step.decision ->> 'kind', 'updatedAt', step.updated_at) ORDER BY step.position)
        FROM delivery_steps step WHERE step.merchant_id = ${merchantId} AND step.delivery_id = delivery.id
          AND step.delivery_id >= ${lowestId}) AS steps
    FROM (SELECT * FROM deliveries delivery
      WHERE delivery.merchant_id = ${merchantId} AND delivery.id >= ${lowestId} AND ${where}
      ORDER BY delivery.id DESC LIMIT ${count}) delivery
    JOIN automation_versions version ON version.merchant_id = ${merchantId}
      AND version.automation_id = delivery.destination_id AND version.number = delivery.version
    LEFT JOIN replays ON replays.id = delivery.replay_id AND replays.merchant_id = ${merchantId}
    ORDER BY delivery.id DESC`);
  return rows.map(({ steps, ...row }) => ({ ...row, steps: z.array(stepSchema).parse(steps ?? []) }));
}
