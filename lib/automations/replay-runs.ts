import { createHash } from "node:crypto";
import { and, eq, sql } from "drizzle-orm";
import type { z } from "zod";
import { db, type Tx } from "#db/client.ts";
import { replays } from "#db/schema/automations.ts";
import { defineVerb } from "#lib/auth/verb.ts";
import { readIdTime } from "#lib/deliveries/row-key.ts";
import { wakeDeliveries } from "#lib/engine/wake.ts";
import { conflict } from "#lib/errors.ts";
import { say } from "#lib/failures/say.ts";
import { firstKeptDay, idAt } from "#lib/history/days.ts";
import { newId } from "#lib/ids.ts";
import { type AutomationRow, lockAutomation } from "./naming/find-automation.ts";
import { readOriginals } from "./replays/read-originals.ts";
import { countSteps } from "./replays/replay-dto.ts";
import { type BulkReplayDto, bulkReplayDto, replayRunsInput } from "./replays/replay-schema.ts";
import { isAbout, planRuns, requireOn } from "./replays/replayable.ts";
import { type PlannedRun, writeReplays } from "./replays/write-replays.ts";

/** So long a plan may be carried out. */
const goodForMs = 15 * 60 * 1_000;

/** @param replayId of the replay that carrying it out makes @param fingerprint of all that the plan rests on */
type PlanToken = { replayId: string; fingerprint: string };

/** So many runs are replayed at once. */
const mostRuns = 500;

/**
 * Replays the failed runs of an automation, the newest 500, in two steps: a plan says what each step would do how often,
 * and what is carried out is that plan. Carrying it out again changes nothing and answers the same.
 * @throws {AppError} 404 for another merchant's automation; 409 for a plan that is over, whose runs have changed since, or
 *   that has none, and for an automation that is paused
 */
export const replayRuns = defineVerb({
  permission: "integrations:write",
  input: replayRunsInput,
  output: bulkReplayDto,
  async run({ ctx, input: asked }) {
    const dto = await db().transaction(async (tx) => {
      const automation = await lockAutomation(tx, ctx.merchantId, asked.id);
      const { planId } = asked;
      if (planId === undefined) {
        const plan = await makePlan(tx, automation, asked);
        return toReplayDto(plan, newPlanId(plan.fingerprint), null);
      }
      const token = readPlanId(planId);
      if (token === null) throw changed();
      const done = await findDone(tx, automation, token);
      if (done !== null) return done;
      if (isOver(token)) throw conflict("plan_over", say("problem_plan_over"));
      const plan = await makePlan(tx, automation, asked);
      if (plan.fingerprint !== token.fingerprint) throw changed();
      if (plan.runs.length === 0) throw conflict("nothing_to_replay", say("problem_no_failed_runs"));
      requireOn(automation);
      const answer = toReplayDto(plan, planId, token.replayId);
      const replay = { id: token.replayId, automationId: automation.id, mode: asked.mode, plan: answer };
      await writeReplays(tx, ctx, replay, plan.runs);
      return answer;
    });
    if (dto.replayId !== null) wakeDeliveries();
    return dto;
  },
});

function changed() {
  return conflict("plan_changed", say("problem_plan_changed"));
}

type Asked = z.output<typeof replayRunsInput>;
type Plan = Pick<BulkReplayDto, "mode" | "hasMore" | "withoutData"> & {
  runs: PlannedRun[];
  fingerprint: string;
};

async function makePlan(tx: Tx, automation: AutomationRow, asked: Asked): Promise<Plan> {
  const { mode, from, to } = asked;
  const found = await findFailed(tx, automation, asked);
  const kept = found.filter(({ isDataKept }) => isDataKept);
  const planned = await planRuns(tx, automation, mode, kept.slice(0, mostRuns));
  const runs = planned.filter(({ original, target }) => isAbout(target.definition, original));
  return {
    mode,
    runs,
    hasMore: kept.length > mostRuns,
    withoutData: found.length - kept.length,
    fingerprint: createFingerprint({ id: automation.id, mode, from, to }, runs),
  };
}

/** The failed runs of which no other run of the same event came after, or is under way. */
async function findFailed(tx: Tx, { id, merchantId }: AutomationRow, { from, to }: Asked) {
  const oldestKept = Date.parse(`${firstKeptDay("delivery", Date.now())}T00:00:00Z`);
  const lowestId = idAt("dlv", from === undefined ? oldestKept : Math.max(oldestKept, Date.parse(from)));
  // Moments are told to the millisecond: all of the last one belongs to the period.
  const isBefore = to === undefined ? sql`true` : sql`delivery.id < ${idAt("dlv", Date.parse(to) + 1)}`;
  const where = sql`delivery.destination_id = ${id} AND delivery.failed_at IS NOT NULL AND delivery.status = 'failed'
    AND ${isBefore} AND NOT EXISTS (SELECT 1 FROM deliveries later WHERE later.merchant_id = ${merchantId}
      AND later.event_id = delivery.event_id AND later.destination_id = ${id} AND later.id > delivery.id
      AND later.id >= ${lowestId})`;
  return readOriginals(tx, merchantId, where, { lowestId, count: mostRuns + 1 });
}

function toReplayDto({ runs, ...plan }: Plan, planId: string, replayId: string | null): BulkReplayDto {
  const { mode, hasMore, withoutData } = plan;
  const token = readPlanId(planId);
  return {
    mode,
    runs: runs.length,
    hasMore,
    withoutData,
    steps: countSteps(runs),
    planId,
    expiresAt: (token === null ? new Date() : getExpiry(token)).toISOString(),
    replayId,
  };
}

/** What was answered when the plan was carried out; null = it was not yet. */
async function findDone(
  tx: Tx,
  { id, merchantId }: AutomationRow,
  { replayId, fingerprint }: PlanToken,
): Promise<BulkReplayDto | null> {
  const [row] = await tx
    .select({ plan: replays.plan, automationId: replays.automationId })
    .from(replays)
    .where(and(eq(replays.merchantId, merchantId), eq(replays.id, replayId)));
  if (!row) return null;
  const answer = bulkReplayDto.safeParse(row.plan);
  const isIt =
    row.automationId === id && answer.success && readPlanId(answer.data.planId)?.fingerprint === fingerprint;
  if (!isIt) throw changed();
  return answer.data;
}

/** What a plan rests on: a run that has changed, a step that would do something else, makes it another one. */
function createFingerprint(asked: Record<string, unknown>, runs: readonly PlannedRun[]): string {
  const parts = runs.map(({ original, target, steps }) => [
    original.id,
    original.status,
    target.version,
    original.steps,
    steps.map(({ step, effect }) => [step.key, effect]),
  ]);
  return createHash("sha256")
    .update(JSON.stringify([asked, parts]))
    .digest("base64url");
}

function newPlanId(fingerprint: string): string {
  return `${newId("rpl")}.${fingerprint}`;
}

/** @returns null for what is no plan's id */
function readPlanId(planId: string): PlanToken | null {
  const parts = /^(rpl_[0-9a-f]{32})\.([A-Za-z0-9_-]{43})$/.exec(planId);
  const [, replayId, fingerprint] = parts ?? [];
  return replayId === undefined || fingerprint === undefined ? null : { replayId, fingerprint };
}

function getExpiry({ replayId }: Pick<PlanToken, "replayId">): Date {
  return new Date(readIdTime(replayId) + goodForMs);
}

/** Of a plan that has ended, and of one from a time that has not come. */
function isOver(token: PlanToken, now = Date.now()): boolean {
  const end = getExpiry(token).getTime();
  return now > end || end - goodForMs > now + goodForMs;
}
