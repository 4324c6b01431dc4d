import { sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { replays } from "#db/schema/automations.ts";
import { recordAudit } from "#lib/audit/record-audit.ts";
import type { Ctx } from "#lib/auth/context.ts";
import { sendDueInOrder } from "#lib/engine/destination-state.ts";
import type { PlannedStep, Target } from "./plan-steps.ts";
import type { Original } from "./read-originals.ts";
import type { ReplayMode } from "./replay-schema.ts";

export type PlannedRun = { original: Original; target: Target; steps: readonly PlannedStep[] };

/**
 * Makes the runs of a replay: a delivery each, pinned to its version, with the receipts that it keeps, as they are in the
 * original, and what these steps were given and answered. The transaction has locked the automation. Wake deliveries once
 * it has ended.
 * @param runs in any order; they are begun in that of their events' acceptance, one after the other
 * @returns the id of each new run, by that of its original
 */
export async function writeReplays(
  tx: Tx,
  ctx: Ctx,
  replay: { id: string; automationId: string; mode: ReplayMode; plan: Record<string, unknown> },
  runs: readonly PlannedRun[],
): Promise<Map<string, string>> {
  const { id, automationId, mode, plan } = replay;
  const { merchantId, actor } = ctx;
  const createdBy = actor.kind === "system" ? actor.name : actor.id;
  await tx.insert(replays).values({ id, merchantId, automationId, mode, runs: runs.length, plan, createdBy });
  const wanted = runs.map(({ original, target }) => ({
    original: original.id,
    event_id: original.eventId,
    event_at: original.eventAt,
    event_type: original.eventType,
    version: target.version,
  }));
  const made = await tx.execute<{ original: string; id: string }>(sql`
    WITH clock AS MATERIALIZED (SELECT clock_timestamp() AS started), wanted AS MATERIALIZED (
      SELECT run.*, clock.started
        + row_number() OVER (ORDER BY run.event_at, run.original) * interval '1 microsecond' AS begun_at
      FROM json_to_recordset(${JSON.stringify(wanted)}::json) AS run(original text, event_id text,
        event_at timestamptz, event_type text, version int)
      CROSS JOIN clock
    ), named AS MATERIALIZED (
      SELECT wanted.*, patchbay_delivery_id(begun_at, ${merchantId}, event_id, ${automationId}, ${id}) AS id FROM wanted
    ), logged AS (
      INSERT INTO deliveries (id, merchant_id, destination_id, event_id, event_at, event_type, replay_id, version, created_at)
      SELECT id, ${merchantId}, ${automationId}, event_id, event_at, event_type, ${id}, version, begun_at FROM named
    ), queued AS (
      INSERT INTO delivery_queue (delivery_id, merchant_id, destination_id, event_id, event_at, event_type, version, due_at)
      SELECT id, ${merchantId}, ${automationId}, event_id, event_at, event_type, version, begun_at FROM named
    )
    SELECT original, id FROM named`);
  const newIds = new Map(made.map((row) => [row.original, row.id]));
  await copySteps(tx, merchantId, newIds, runs);
  if (runs.length > 1) await sendDueInOrder(tx, [automationId]);
  const detail = { mode, runs: runs.length, replayId: id };
  await recordAudit(tx, ctx, { action: "automation.replayed", targetId: automationId, detail });
  return newIds;
}

async function copySteps(
  tx: Tx,
  merchantId: string,
  newIds: ReadonlyMap<string, string>,
  runs: readonly PlannedRun[],
): Promise<void> {
  const copies = runs.flatMap(({ original, steps }) =>
    steps.flatMap(({ copiedFrom, position, keepsYes }) =>
      copiedFrom === null
        ? []
        : [
            {
              from_id: original.id,
              from_position: copiedFrom,
              to_id: newIds.get(original.id),
              to_position: position,
              keeps_yes: keepsYes,
            },
          ],
    ),
  );
  if (copies.length === 0) return;
  const lowest = runs.map(({ original }) => original.id).toSorted()[0] ?? "";
  const wanted = sql`json_to_recordset(${JSON.stringify(copies)}::json)
    AS copy(from_id text, from_position int, to_id text, to_position int, keeps_yes boolean)`;
  await tx.execute(sql`
    INSERT INTO delivery_steps (delivery_id, position, merchant_id, status, receipt, decision, code, params, updated_at)
    SELECT copy.to_id, copy.to_position, ${merchantId}, CASE WHEN copy.keeps_yes THEN 'waiting' ELSE step.status END,
      CASE WHEN copy.keeps_yes THEN NULL ELSE step.receipt END, step.decision,
      CASE WHEN copy.keeps_yes THEN NULL ELSE step.code END,
      CASE WHEN copy.keeps_yes THEN NULL ELSE step.params END, step.updated_at
    FROM ${wanted} JOIN delivery_steps step ON step.merchant_id = ${merchantId} AND step.delivery_id = copy.from_id
      AND step.position = copy.from_position AND step.delivery_id >= ${lowest}`);
  await tx.execute(sql`
    INSERT INTO delivery_step_payloads (delivery_id, position, merchant_id, input, output, updated_at)
    SELECT copy.to_id, copy.to_position, ${merchantId}, payload.input, payload.output, payload.updated_at
    FROM ${wanted} JOIN delivery_step_payloads payload ON payload.merchant_id = ${merchantId}
      AND payload.delivery_id = copy.from_id AND payload.position = copy.from_position
      AND payload.delivery_id >= ${lowest}`);
}
