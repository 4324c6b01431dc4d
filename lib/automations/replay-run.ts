import { sql } from "drizzle-orm";
import { db, type Tx } from "#db/client.ts";
import { defineVerb } from "#lib/auth/verb.ts";
import { wakeDeliveries } from "#lib/engine/wake.ts";
import { conflict, notFound } from "#lib/errors.ts";
import { say } from "#lib/failures/say.ts";
import { newId } from "#lib/ids.ts";
import { lockAutomation } from "./naming/find-automation.ts";
import { type Original, readOriginals } from "./replays/read-originals.ts";
import { toReplayDto } from "./replays/replay-dto.ts";
import { replayDto, replayRunInput } from "./replays/replay-schema.ts";
import { isAbout, isUnderWay, planRuns, requireOn } from "./replays/replayable.ts";
import { type PlannedRun, writeReplays } from "./replays/write-replays.ts";
import { findRun } from "./runs/find-run.ts";

/**
 * Replays one run of an automation, or says what that would do: a new run of the same event, which keeps the receipts of
 * what has succeeded, unless all is to be done again.
 * @throws {AppError} 404 for another merchant's run; 409 while a run of the event is under way, for one that was replayed
 *   since, once the event's data is not kept any more, where there is nothing left to do, and for an automation that is paused or about other events now
 */
export const replayRun = defineVerb({
  permission: "integrations:write",
  input: replayRunInput,
  output: replayDto,
  async run({ ctx, input: { id, mode, plan } }) {
    const dto = await db().transaction(async (tx) => {
      const { delivery } = await findRun(tx, ctx.merchantId, id);
      const automation = await lockAutomation(tx, ctx.merchantId, delivery.destinationId);
      const original = await readOriginal(tx, ctx.merchantId, id);
      await requireReplayable(tx, ctx.merchantId, original);
      const [planned] = await planRuns(tx, automation, mode, [original]);
      if (planned === undefined) throw notFound("run");
      requireWork(planned);
      if (plan) return toReplayDto(planned, mode, null, ctx.locale);
      requireOn(automation);
      const replayId = newId("rpl");
      const effects = planned.steps.map(({ step, effect }) => ({ step: step.key, effect }));
      const made = await writeReplays(
        tx,
        ctx,
        { id: replayId, automationId: automation.id, mode, plan: { run: id, steps: effects } },
        [planned],
      );
      const runId = made.get(id);
      if (runId === undefined) throw new Error(`The replay ${replayId} has made no run.`);
      return toReplayDto(planned, mode, { replayId, runId }, ctx.locale);
    });
    if (dto.runId !== null) wakeDeliveries();
    return dto;
  },
});

async function readOriginal(tx: Tx, merchantId: string, id: string): Promise<Original> {
  const bounds = { lowestId: id, count: 1 };
  const [original] = await readOriginals(tx, merchantId, sql`delivery.id = ${id}`, bounds);
  if (original === undefined) throw notFound("run");
  return original;
}

async function requireReplayable(tx: Tx, merchantId: string, original: Original): Promise<void> {
  if (original.status === "pending") throw conflict("run_pending", say("problem_run_pending"));
  if (await isUnderWay(tx, original, merchantId)) {
    throw conflict("replay_under_way", say("problem_replay_under_way"));
  }
  const { newerId } = original;
  if (newerId !== null) throw conflict("replayed_since", say("problem_replayed_since", { run: newerId }));
  // Another event told of the same, and its run has done or does all of it.
  if (original.lastCode === "run_same_fact") {
    throw conflict("nothing_to_replay", say("problem_nothing_to_replay"));
  }
  if (!original.isDataKept) throw conflict("event_data_gone", say("problem_run_data_gone"));
}

function requireWork({ original, target, steps }: PlannedRun): void {
  if (!isAbout(target.definition, original)) {
    throw conflict(
      "other_event_type",
      say("problem_replay_other_type", { type: target.definition.eventType }),
    );
  }
  if (steps.some(({ effect }) => effect !== "reuses" && effect !== "skips")) return;
  throw conflict("nothing_to_replay", say("problem_nothing_to_replay"));
}
