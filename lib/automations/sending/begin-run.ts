import { sql } from "drizzle-orm";
import { z } from "zod";
import { db } from "#db/client.ts";
import type { deliverySteps, StepDecision } from "#db/schema/deliveries.ts";
import type { ClaimedDelivery } from "#lib/engine/sender.ts";

export type StepState = {
  status: (typeof deliverySteps.$inferSelect)["status"];
  input: Record<string, unknown> | null;
  output: Record<string, unknown> | null;
  decision: StepDecision | null;
};

/** What a run begins from. */
export type Begun = {
  merchant: { timeZone: string; locale: string };
  /** The replay that made it; null = the event itself did. */
  replay: { id: string; mode: string } | null;
  /** What is known of its steps, by position. */
  states: ReadonlyMap<number, StepState>;
};

const data = z.record(z.string(), z.unknown()).nullable();
const stateSchema = z.object({
  position: z.int(),
  status: z.enum(["waiting", "review", "held", "succeeded", "failed", "skipped", "unknown"]),
  input: data,
  output: data,
  decision: z
    .object({ kind: z.enum(["approved", "rejected", "done", "not_done"]), by: z.string(), at: z.string() })
    .nullable(),
});

type Row = Begun["merchant"] & { replayId: string | null; mode: string | null; steps: unknown };

/** Reads all that a run begins from, in one statement. */
export async function beginRun({
  id,
  merchantId,
}: Pick<ClaimedDelivery, "id" | "merchantId">): Promise<Begun> {
  const [row] = await db().execute<Row>(sql`
    SELECT merchants.time_zone AS "timeZone", merchants.locale, deliveries.replay_id AS "replayId", replays.mode,
      (SELECT json_agg(json_build_object('position', steps.position, 'status', steps.status,
          'input', payloads.input, 'output', payloads.output, 'decision', steps.decision))
        FROM delivery_steps steps LEFT JOIN delivery_step_payloads payloads
          ON payloads.delivery_id = ${id} AND payloads.position = steps.position AND payloads.merchant_id = ${merchantId}
        WHERE steps.delivery_id = ${id} AND steps.merchant_id = ${merchantId}) AS steps
    FROM deliveries JOIN merchants ON merchants.id = deliveries.merchant_id
    LEFT JOIN replays ON replays.id = deliveries.replay_id AND replays.merchant_id = ${merchantId}
    WHERE deliveries.id = ${id} AND deliveries.merchant_id = ${merchantId}`);
  if (!row) throw new Error(`There is no delivery ${id}.`);
  const { timeZone, locale, replayId, mode, steps } = row;
  const states = z
    .array(stateSchema)
    .nullable()
    .parse(steps)
    ?.map(({ position, ...state }): [number, StepState] => [position, state]);
  return {
    merchant: { timeZone, locale },
    replay: replayId === null ? null : { id: replayId, mode: mode ?? "" },
    states: new Map(states),
  };
}
