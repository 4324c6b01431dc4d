import { sql } from "drizzle-orm";
import { z } from "zod";
import type { Tx } from "#db/client.ts";
import type { Definition, Step } from "#lib/automations/definition-schema.ts";
import { getOldestDeliveryId } from "#lib/events/event-row.ts";
import { lookUp } from "#lib/look-up.ts";
import type { PastEvent } from "./past-events.ts";

/** The newest run of an event: `id` is the delivery's. */
export type PastRun = {
  id: string;
  version: number | null;
  status: "pending" | "delivered" | "failed" | "cancelled";
};

/** What is known of the runs that an automation has made of some events. */
export type PastRuns = {
  findRun: (eventId: string) => PastRun | null;
  /** What a step of the same key, connection and action answered when the event was run; null = nobody knows. */
  findOutput: (eventId: string, step: Step) => Readonly<Record<string, unknown>> | null;
};

type Row = PastRun & { eventId: string; outputs: Record<string, unknown> | null };

const outputSchema = z.record(z.string(), z.unknown());

/** Reads the runs that an automation has made of these events, with what their steps answered. */
export async function readPastRuns(
  tx: Tx,
  merchantId: string,
  automationId: string,
  events: readonly PastEvent[],
): Promise<PastRuns> {
  const oldest = events.map(({ acceptedAt }) => acceptedAt).sort((a, b) => Date.parse(a) - Date.parse(b))[0];
  if (oldest === undefined) return { findRun: () => null, findOutput: () => null };
  const lowest = getOldestDeliveryId(oldest);
  const ids = JSON.stringify(events.map(({ id }) => id));
  const rows = await tx.execute<Row>(sql`
    SELECT delivery.id, delivery.event_id AS "eventId", delivery.version, delivery.status, (
        SELECT json_object_agg(payload.position, payload.output) FROM delivery_step_payloads payload
        JOIN delivery_steps step ON step.delivery_id = payload.delivery_id AND step.position = payload.position
          AND step.merchant_id = ${merchantId} AND step.status = 'succeeded' AND step.delivery_id >= ${lowest}
        WHERE payload.merchant_id = ${merchantId} AND payload.delivery_id = delivery.id
          AND payload.delivery_id >= ${lowest} AND payload.output IS NOT NULL) AS outputs
    FROM deliveries delivery
    WHERE delivery.merchant_id = ${merchantId} AND delivery.destination_id = ${automationId}
      AND delivery.id >= ${lowest}
      AND delivery.event_id IN (SELECT json_array_elements_text(${ids}::json))
    ORDER BY delivery.id DESC`);
  const byEvent = Map.groupBy(rows, ({ eventId }) => eventId);
  const versions = await readVersions(tx, merchantId, automationId, rows);
  return {
    findRun: (eventId) => {
      const [newest] = byEvent.get(eventId) ?? [];
      return newest ? { id: newest.id, version: newest.version, status: newest.status } : null;
    },
    findOutput: (eventId, step) => {
      for (const { version, outputs } of byEvent.get(eventId) ?? []) {
        const at = versions.get(version ?? 0)?.steps.findIndex((one) => isSame(one, step)) ?? -1;
        const output = outputSchema.safeParse(lookUp(outputs ?? {}, String(at)));
        if (output.success) return output.data;
      }
      return null;
    },
  };
}

function isSame(one: Step, other: Step): boolean {
  return one.key === other.key && one.integrationId === other.integrationId && one.action === other.action;
}

async function readVersions(
  tx: Tx,
  merchantId: string,
  automationId: string,
  runs: readonly PastRun[],
): Promise<Map<number, Definition>> {
  const numbers = JSON.stringify([...new Set(runs.map(({ version }) => version ?? 0))]);
  const rows = await tx.execute<{ number: number; definition: Definition }>(sql`
    SELECT number, definition FROM automation_versions
    WHERE merchant_id = ${merchantId} AND automation_id = ${automationId}
      AND number IN (SELECT json_array_elements_text(${numbers}::json)::int)`);
  return new Map(rows.map(({ number, definition }) => [number, definition]));
}
