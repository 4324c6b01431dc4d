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
  /** What its last attempt came to. */
  lastCode: string | null;
  /** A newer run of the same event by the same automation; null = this is the newest. */
  newerId: string | null;
  /** Keys of the steps that other runs of the event have done, or may have. */
  doneElsewhere: readonly string[];
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
      delivery.last_code AS "lastCode",
      replays.mode AS "replayMode", version.definition,
      (SELECT max(later.id) FROM deliveries later WHERE later.merchant_id = ${merchantId}
        AND later.event_id = delivery.event_id AND later.destination_id = delivery.destination_id
        AND later.id > delivery.id) AS "newerId",
      (SELECT coalesce(json_agg(DISTINCT of.definition -> 'steps' -> step.position ->> 'key'), '[]'::json)
        FROM deliveries other
        JOIN delivery_steps step ON step.merchant_id = ${merchantId} AND step.delivery_id = other.id
          AND step.status IN ('succeeded', 'unknown')
        JOIN automation_versions of ON of.merchant_id = ${merchantId} AND of.automation_id = other.destination_id
          AND of.number = other.version
        WHERE other.merchant_id = ${merchantId} AND other.event_id = delivery.event_id
          AND other.destination_id = delivery.destination_id AND other.id <> delivery.id
          AND of.definition -> 'steps' -> step.position ->> 'key' IS NOT NULL) AS "doneElsewhere",
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
