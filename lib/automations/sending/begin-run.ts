import { type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import { db } from "#db/client.ts";
import type { deliverySteps, StepDecision } from "#db/schema/deliveries.ts";
import type { ClaimedDelivery } from "#lib/engine/sender.ts";
import { isOnDaysOf } from "#lib/history/days.ts";
import { gather } from "#lib/work/gather.ts";

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
    .object({
      kind: z.enum(["approved", "rejected", "done", "not_done"]),
      by: z.string(),
      at: z.string(),
      amount: z.string().optional(),
    })
    .nullable(),
});

type Row = Begun["merchant"] & {
  id: string;
  merchantId: string;
  replayId: string | null;
  mode: string | null;
  steps: unknown;
};
type Own = Pick<ClaimedDelivery, "id" | "merchantId">;

/** Reads all that a run begins from; runs that begin side by side are read by one statement. */
export async function beginRun({ id, merchantId }: Own): Promise<Begun> {
  const row = await readRun({ id, merchantId });
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

const readRun = gather({ most: 100, together: readRuns });

async function readRuns(own: readonly Own[]): Promise<(Row | null)[]> {
  const ids = own.map(({ id }) => id);
  const isOfDays = (key: SQL) => isOnDaysOf(key, ids);
  const rows = await db().execute<Row>(sql`
    SELECT run.id, run.merchant_id AS "merchantId", merchants.time_zone AS "timeZone", merchants.locale, run.replay_id AS "replayId", replays.mode,
      (SELECT json_agg(json_build_object('position', steps.position, 'status', steps.status,
          'input', payloads.input, 'output', payloads.output, 'decision', steps.decision))
        FROM delivery_steps steps LEFT JOIN delivery_step_payloads payloads
          ON payloads.delivery_id = wanted.id AND payloads.position = steps.position
            AND payloads.merchant_id = wanted.merchant_id AND ${isOfDays(sql`payloads.delivery_id`)}
        WHERE steps.delivery_id = wanted.id AND steps.merchant_id = wanted.merchant_id
          AND ${isOfDays(sql`steps.delivery_id`)}) AS steps
    FROM json_to_recordset(${JSON.stringify(own.map(({ id, merchantId }) => ({ id, merchant_id: merchantId })))}::json)
      AS wanted(id text, merchant_id text)
    CROSS JOIN LATERAL (SELECT * FROM deliveries WHERE id = wanted.id AND merchant_id = wanted.merchant_id
      AND ${isOfDays(sql`id`)} OFFSET 0) run
    JOIN merchants ON merchants.id = run.merchant_id
    LEFT JOIN replays ON replays.id = run.replay_id AND replays.merchant_id = run.merchant_id`);
  const toKey = ({ id, merchantId }: Own) => `${merchantId}/${id}`;
  const found = new Map(rows.map((row) => [toKey(row), row]));
  return own.map((one) => found.get(toKey(one)) ?? null);
}
