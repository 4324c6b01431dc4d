import { evaluateCondition } from "#lib/automations/conditions/evaluate-condition.ts";
import type { Step } from "#lib/automations/definition-schema.ts";
import type { Scope } from "#lib/automations/mapping/scope.ts";
import { markReached, watchSteps } from "#lib/automations/must-reach/watch-steps.ts";
import { type HeldLease, holdLease } from "#lib/engine/hold-lease.ts";
import type { ClaimedDelivery, Result } from "#lib/engine/sender.ts";
import type { Message } from "#lib/failures/message.ts";
import { say } from "#lib/failures/say.ts";
import { saidParam } from "#lib/failures/values.ts";
import { beginRun, type StepState } from "./begin-run.ts";
import { claimFact } from "./claim-fact.ts";
import { eventOf, loadDefinition } from "./load-plan.ts";
import { runStep, type StepOutcome } from "./run-step.ts";
import type { StepFailure } from "./step-failure.ts";
import { recordStep } from "./step-state.ts";
import { tellLate } from "./tell-late.ts";
import { unmetMessage } from "./unmet-message.ts";

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
  const scope: Scope = { event: eventOf(delivery), results, merchant };
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
