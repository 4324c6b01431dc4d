import { and, eq, sql } from "drizzle-orm";
import { db, type Tx } from "#db/client.ts";
import { mustReach } from "#db/schema/automations.ts";
import { findActions } from "#lib/automations/naming/find-actions.ts";
import { kept } from "#lib/failures/kept.ts";
import type { Message } from "#lib/failures/message.ts";
import { say } from "#lib/failures/say.ts";
import { saidParam } from "#lib/failures/values.ts";
import { logger } from "#lib/logger.ts";
import { enqueueNotices } from "#lib/notices/enqueue-notices.ts";
import { wakeNotices } from "#lib/notices/wake-notices.ts";
import { toLabel } from "#lib/to-label.ts";
import { scheduledWait } from "#lib/work/back-off.ts";
import { fromNow } from "#lib/work/claim-due.ts";
import { workOff } from "#lib/work/work-off.ts";
import { claimWatched, type Watched } from "./claim-watched.ts";
import { loadWatched, type WatchedRun } from "./load-watched.ts";
import { isAtMostOnce, type SecondWay, takeSecondWay } from "./second-way.ts";

const atOnce = 8;
const minute = 60_000;
/** The waits between tries of the second way; after the last one people are told by email instead. */
const retryAfterMs = [5_000, 15_000, minute, 2 * minute, 5 * minute, 15 * minute, 60 * minute] as const;

/**
 * Looks at the steps whose time to reach someone is up: what was not reached becomes a card, and its second way is gone.
 * Each step is looked at by one process at a time; where one dies, the next asks the app under the same key.
 */
export async function raiseUnreached({ budgetMs }: { budgetMs: number }): Promise<{ looked: number }> {
  const { worked } = await workOff({ claim: claimWatched, work: look, atOnce, budgetMs });
  return { looked: worked };
}

/** What breaks on our side is no reason to look at a step forever: it is a card, logged, and bounded as other failures. */
async function look(watched: Watched): Promise<void> {
  try {
    await lookAt(watched);
  } catch (error) {
    const { deliveryId, position } = watched;
    logger.error({ err: error, deliveryId, position }, "a step that was not reached could not be seen to");
    await noteBroken(watched);
  }
}

async function lookAt(watched: Watched): Promise<void> {
  const run = await loadWatched(watched);
  if (run === null) return letGo(watched);
  if (run.succeededAt !== null) return noteReached(watched, run);
  const { otherwise = null } = run.step.mustReach ?? {};
  if (!run.isAutomationOn) return void (await raise(watched, run, say("second_way_paused")));
  if (otherwise === null) return void (await raise(watched, run, "mail"));
  if (run.scope === null) return void (await raise(watched, run, "mail", say("mapping_not_data")));
  if (watched.code === "second_way_unsure") {
    return void (await raise(watched, run, "mail", say("second_way_unsure")));
  }
  // The card is there before the app is asked: it may take long to answer, and whoever asks may die.
  const isOnce = await isAtMostOnce(watched, otherwise);
  const isAwaited = await raise(watched, run, null, isOnce ? say("second_way_unsure") : null);
  if (!isAwaited) return;
  const outcome = await takeSecondWay(watched, { key: run.step.key, otherwise }, run.scope);
  const isUnsure = isOnce && !outcome.isDone && outcome.isUnknown;
  await noteSecondWay(watched, run, isUnsure ? { ...outcome, kind: "final" } : outcome);
}

/** Nobody waits for it any more. A card that stands already stays until a person confirms it. */
async function letGo(watched: Watched): Promise<void> {
  await db()
    .delete(mustReach)
    .where(and(still(watched), eq(mustReach.status, "watching")));
  await db().update(mustReach).set({ dueAt: null }).where(still(watched));
}

/** The step succeeded, and whoever ran it died before it could say so. */
async function noteReached(watched: Watched, { succeededAt, step }: WatchedRun): Promise<void> {
  const deadline = new Date(watched.eventAt).getTime() + (step.mustReach?.withinSeconds ?? 0) * 1_000;
  const isLate = watched.status === "raised" || (succeededAt?.getTime() ?? 0) > deadline;
  await db()
    .update(mustReach)
    .set({
      status: isLate ? "raised" : "reached",
      raisedAt: isLate ? sql`coalesce(${mustReach.raisedAt}, clock_timestamp())` : null,
      reachedAt: succeededAt,
      dueAt: null,
    })
    .where(still(watched));
}

/**
 * @param way what was made of the second way; null = it is being gone, `mail` = people are told instead of it
 * @param why for `mail`: why it was not gone; for null: what is to be known of it should nobody write down how it ended
 */
async function raise(
  watched: Watched,
  run: WatchedRun,
  way: Message | "mail" | null,
  why: Message | null = null,
): Promise<boolean> {
  const { isRaised, isMailed } = await db().transaction(async (tx) => {
    const outcome = way === "mail" ? mailed(why) : way;
    const rows = await tx
      .update(mustReach)
      .set({
        status: "raised",
        raisedAt: sql`coalesce(${mustReach.raisedAt}, clock_timestamp())`,
        ...(outcome === null ? (why === null ? {} : kept(why)) : { ...kept(outcome), dueAt: null }),
      })
      .where(still(watched))
      .returning({ id: mustReach.deliveryId });
    const isRaised = rows.length > 0;
    if (!isRaised || way !== "mail") return { isRaised, isMailed: false };
    await tellPeople(tx, watched, run);
    return { isRaised, isMailed: true };
  });
  if (isMailed) wakeNotices();
  return isRaised;
}

async function noteSecondWay(watched: Watched, run: WatchedRun, outcome: SecondWay): Promise<void> {
  if (outcome.isDone) {
    // It was done, whether or not the first way succeeded or a person confirmed the card meanwhile.
    await db()
      .update(mustReach)
      .set({ ...kept(say("second_way_done", { app: outcome.app })), dueAt: null })
      .where(only(watched));
    return;
  }
  const { before, tries } = countTries(watched);
  const waitMs = outcome.kind === "final" ? null : scheduledWait(retryAfterMs, tries);
  const isToldBefore = before?.isMailed === true;
  const isToldNow = !isToldBefore && (outcome.kind !== "passing" || waitMs === null);
  const failed = { said: saidParam(outcome.said), tries, isMailed: isToldBefore || isToldNow };
  await db().transaction(async (tx) => {
    const rows = await tx
      .update(mustReach)
      .set({
        ...kept(waitMs === null ? say("second_way_given_up", failed) : say("second_way_failed", failed)),
        dueAt: waitMs === null ? null : fromNow(Math.max(waitMs, outcome.askedWaitMs)),
      })
      .where(still(watched))
      .returning({ id: mustReach.deliveryId });
    if (rows.length > 0 && isToldNow) await tellPeople(tx, watched, run);
  });
  if (isToldNow) wakeNotices();
}

/** The card says so. Nobody knows enough of the run to write to people. */
async function noteBroken(watched: Watched): Promise<void> {
  const { before, tries } = countTries(watched);
  const isBegun = watched.code === "second_way_unsure";
  const waitMs = isBegun ? null : scheduledWait(retryAfterMs, tries);
  const said = saidParam(say(isBegun ? "second_way_unsure" : "second_way_broke"));
  const failed = { said, tries, isMailed: before?.isMailed === true };
  await db()
    .update(mustReach)
    .set({
      status: "raised",
      raisedAt: sql`coalesce(${mustReach.raisedAt}, clock_timestamp())`,
      ...kept(waitMs === null ? say("second_way_given_up", failed) : say("second_way_failed", failed)),
      dueAt: waitMs === null ? null : fromNow(waitMs),
    })
    .where(still(watched));
}

/** How often the second way was tried, with this time, and what was noted of it before. */
function countTries({ code, params }: Watched): { before: Watched["params"]; tries: number } {
  const before = code === "second_way_failed" ? params : null;
  return { before, tries: Number(before?.tries ?? 0) + 1 };
}

function mailed(why: Message | null): Message {
  if (why === null) return say("second_way_mailed");
  return say("second_way_given_up", { said: saidParam(why), tries: 0, isMailed: true });
}

async function tellPeople(
  tx: Tx,
  { merchantId, destinationId, deliveryId }: Watched,
  { automationName, step, about }: WatchedRun,
): Promise<void> {
  const { action } = (await findActions(tx, merchantId, [step]))(step);
  await enqueueNotices(tx, {
    merchantId,
    said: say("notice_must_reach", {
      automation: automationName,
      automationId: destinationId,
      runId: deliveryId,
      step: action?.title ?? toLabel(step.action || step.key),
      ...about,
      seconds: step.mustReach?.withinSeconds ?? 0,
    }),
  });
}

function only({ deliveryId, position }: Watched) {
  return and(eq(mustReach.deliveryId, deliveryId), eq(mustReach.position, position));
}

/** The lease is still ours: neither was the first way reached meanwhile, nor has a person confirmed it. */
function still(watched: Watched) {
  return and(only(watched), eq(mustReach.dueAt, watched.dueAt ?? new Date(0)));
}
