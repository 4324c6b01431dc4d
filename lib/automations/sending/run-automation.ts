import { and, eq, sql } from "drizzle-orm";
import { z } from "zod";
import { db } from "#db/client.ts";
import { automationVersions } from "#db/schema/automations.ts";
import { evaluateCondition } from "#lib/automations/conditions/evaluate-condition.ts";
import type { Definition, Step } from "#lib/automations/definition-schema.ts";
import type { Scope, ScopeEvent } from "#lib/automations/mapping/scope.ts";
import { markReached, watchSteps } from "#lib/automations/must-reach/watch-steps.ts";
import { type HeldLease, holdLease } from "#lib/engine/hold-lease.ts";
import type { ClaimedDelivery, Result } from "#lib/engine/sender.ts";
import type { Message } from "#lib/failures/message.ts";
import { say } from "#lib/failures/say.ts";
import { saidParam } from "#lib/failures/values.ts";
import { enqueueNotices } from "#lib/notices/enqueue-notices.ts";
import { beginRun, type StepState } from "./begin-run.ts";
import { claimFact } from "./claim-fact.ts";
import { runStep, type StepOutcome } from "./run-step.ts";
import type { StepFailure } from "./step-failure.ts";
import { recordStep } from "./step-state.ts";
import { unmetMessage } from "./unmet-message.ts";

/** So long after the last of them the summary is sent, and so long after the first at the latest. */
const quietMinutes = 2;

const longestMinutes = 30;

/** Versions never change, so those that were used last are kept. */
const kept = new Map<string, Definition>();

const mostKept = 2_000;

type Ended = Pick<Result, "hasSucceeded" | "code" | "params" | "isFinal" | "askedWaitMs" | "step" | "held">;

/** Goes on with an automation's delivery: its condition, then each step that has not ended, in their order. */
export async function runAutomation(delivery: ClaimedDelivery): Promise<Result> {
  const startedAt = performance.now();
  const lease = holdLease(delivery);
  try {
    const ended = await run(delivery, lease);
    return { ...ended, isGone: false, exchange: null, totalMs: performance.now() - startedAt };
  } finally {
    lease.release();
  }
}

async function run(delivery: ClaimedDelivery, lease: HeldLease): Promise<Ended> {
  const definition = await loadDefinition(delivery);
  const { merchant, replay, states } = await beginRun(delivery);
  const results: Record<string, unknown> = {};
  const scope: Scope = { event: toScopeEvent(delivery), results, merchant };
  // Once a step was begun the condition was met: it is not asked again, whatever the merchant's time zone is by now.
  // A replay by the live version brings receipts of another one, whose condition was another.
  if (states.size === 0 || replay?.mode === "live-version") {
    if (definition.condition !== null) {
      const outcome = evaluateCondition(definition.condition, scope);
      if (!outcome.isMet) return succeeded(unmetMessage(outcome.failed));
    }
    const first = replay === null ? await claimFact(delivery, scope.event) : null;
    if (first !== null) return succeeded(say("run_same_fact", { run: first }));
  }
  await watchSteps(delivery, definition);
  let done = 0;
  for (const [position, step] of definition.steps.entries()) {
    const state = states.get(position);
    if (state?.status === "succeeded") {
      results[step.key] = state.output ?? {};
      done += 1;
      continue;
    }
    if (state?.status === "skipped") continue;
    // What was claimed for the first time a moment ago is ours.
    if (position > 0 || !delivery.isFirstTry) await requireOurs(delivery, lease);
    const reason = reasonToSkip(step, delivery, state) ?? unmetByStep(step, scope);
    if (reason !== null) {
      await recordStep(delivery, position, null, { status: "skipped", said: reason });
      if (reason.code === "step_late") await tellLate(delivery, 1);
      continue;
    }
    const outcome = await runStep(delivery, { step, position, state }, scope, replay);
    if (outcome.kind !== "done") return stopped(outcome, step, position);
    results[step.key] = outcome.output;
    if (step.mustReach) await markReached(delivery, position);
    done += 1;
  }
  return succeeded(say("run_done", { done, skipped: definition.steps.length - done }));
}

/** Whoever has lost the delivery must not begin another step: someone else may be at it. */
async function requireOurs({ id }: ClaimedDelivery, lease: HeldLease): Promise<void> {
  if (await lease.renew()) return;
  throw new Error(`The delivery ${id} was taken by another process, or cancelled, while it was run.`);
}

/** What a person has just said yes to is not too late. */
function reasonToSkip(
  { mode, freshForSeconds }: Step,
  { eventAt }: ClaimedDelivery,
  state: StepState | undefined,
): Message | null {
  if (mode === "off") return say("step_off");
  if (freshForSeconds === null || (state?.decision ?? null) !== null) return null;
  const isLate = Date.now() - new Date(eventAt).getTime() > freshForSeconds * 1_000;
  return isLate ? say("step_late", { seconds: freshForSeconds }) : null;
}

/** Versions of before steps had conditions hold none. */
function unmetByStep({ condition = null }: Partial<Step>, scope: Scope): Message | null {
  const outcome = condition === null ? null : evaluateCondition(condition, scope);
  return outcome === null || outcome.isMet ? null : unmetMessage(outcome.failed);
}

function succeeded({ code, params }: Message): Ended {
  return { hasSucceeded: true, code, params, isFinal: false, askedWaitMs: 0 };
}

function stopped(outcome: Exclude<StepOutcome, { kind: "done" }>, { key }: Step, position: number): Ended {
  if (outcome.kind === "failed") return failed(outcome.failure, key, position);
  const { held, said } = outcome;
  const { code, params } = said;
  return { hasSucceeded: false, code, params, isFinal: false, askedWaitMs: 0, step: position, held };
}

function failed(
  { kind, field, said, isFinal, askedWaitMs }: StepFailure,
  key: string,
  position: number,
): Ended {
  const { code, params } = say("step_failed", { step: key, kind, field, said: saidParam(said) });
  return { hasSucceeded: false, code, params, isFinal, askedWaitMs, step: position };
}

/** What a delivery is to do: by the version that was live when its event was accepted, whatever is live by now. */
async function loadDefinition(delivery: ClaimedDelivery): Promise<Definition> {
  const { merchantId, destinationId, version } = delivery;
  const key = `${merchantId}/${destinationId}/${version}`;
  const known = kept.get(key);
  if (known) return known;
  const [row] = await db()
    .select({ definition: automationVersions.definition })
    .from(automationVersions)
    .where(
      and(
        eq(automationVersions.merchantId, merchantId),
        eq(automationVersions.automationId, destinationId),
        eq(automationVersions.number, version ?? 0),
      ),
    );
  if (!row) throw new Error(`The delivery ${delivery.id} is pinned to a version that is not there.`);
  const [oldest] = kept.keys();
  if (kept.size >= mostKept && oldest !== undefined) kept.delete(oldest);
  kept.set(key, row.definition);
  return row.definition;
}

/** The event of a delivery as mappings and conditions read it. */
function toScopeEvent({ eventId: id, eventType: type, occurredAt, dataJson }: ClaimedDelivery): ScopeEvent {
  const data = z.record(z.string(), z.unknown()).parse(JSON.parse(dataJson));
  return { id, type, occurredAt: new Date(occurredAt).toISOString(), data };
}

/**
 * Tells of steps that a run came to too late. Those of a backlog come one after the other: they are counted in one notice
 * for the automation, which is sent once no more come.
 */
async function tellLate(
  { merchantId, destinationId }: Pick<ClaimedDelivery, "merchantId" | "destinationId">,
  steps: number,
): Promise<void> {
  await db().transaction(async (tx) => {
    const [automation] = await tx.execute<{ name: string }>(sql`
      SELECT automations.name FROM destinations JOIN automations USING (id)
      WHERE destinations.id = ${destinationId} AND destinations.merchant_id = ${merchantId}
      FOR NO KEY UPDATE OF destinations`);
    if (!automation) return;
    const ofIt = sql`merchant_id = ${merchantId} AND code = 'notice_steps_late'
      AND params ->> 'automationId' = ${destinationId} AND due_at > now() AND attempts = 0`;
    const counted = await tx.execute(sql`
      UPDATE notices SET due_at = least(now() + make_interval(mins => ${quietMinutes}),
          created_at + make_interval(mins => ${longestMinutes})),
        params = (params::jsonb || jsonb_build_object('runs', (params ->> 'runs')::int + 1,
          'steps', (params ->> 'steps')::int + ${steps}::int))::json
      WHERE ${ofIt} RETURNING id`);
    if (counted.length > 0) return;
    const about = { automation: automation.name, automationId: destinationId };
    const said = say("notice_steps_late", { ...about, runs: 1, steps });
    const dueAt = new Date(Date.now() + quietMinutes * 60_000);
    await enqueueNotices(tx, { merchantId, said, dueAt });
  });
}
