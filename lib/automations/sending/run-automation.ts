import { evaluateCondition } from "#lib/automations/conditions/evaluate-condition.ts";
import type { Step } from "#lib/automations/definition-schema.ts";
import type { Scope } from "#lib/automations/mapping/scope.ts";
import { markReached, watchSteps } from "#lib/automations/must-reach/watch-steps.ts";
import { type HeldLease, holdLease } from "#lib/engine/hold-lease.ts";
import type { ClaimedDelivery, Result } from "#lib/engine/sender.ts";
import type { Message } from "#lib/failures/message.ts";
import { say } from "#lib/failures/say.ts";
import { saidParam } from "#lib/failures/values.ts";
import { loadPlan } from "./load-plan.ts";
import { runStep, type StepFailure } from "./run-step.ts";
import { readStepStates, recordStep } from "./step-state.ts";
import { unmetMessage } from "./unmet-message.ts";

type Ended = Pick<Result, "hasSucceeded" | "code" | "params" | "isFinal" | "askedWaitMs" | "step">;

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
  const { definition, ...given } = await loadPlan(delivery);
  const states = await readStepStates(delivery);
  const results: Record<string, unknown> = {};
  const scope: Scope = { ...given, results };
  // Once a step was begun the condition was met: it is not asked again, whatever the merchant's time zone is by now.
  if (states.size === 0 && definition.condition !== null) {
    const outcome = evaluateCondition(definition.condition, scope);
    if (!outcome.isMet) return succeeded(unmetMessage(outcome.failed));
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
    await requireOurs(delivery, lease);
    const reason = reasonToSkip(step, delivery) ?? unmetByStep(step, scope);
    if (reason !== null) {
      await recordStep(delivery, position, null, { status: "skipped", said: reason });
      continue;
    }
    const outcome = await runStep(delivery, { step, position }, scope);
    if (outcome.failure !== null) return failed(outcome.failure, step, position);
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

function reasonToSkip({ mode, freshForSeconds }: Step, { eventAt }: ClaimedDelivery): Message | null {
  if (mode === "off") return say("step_off");
  if (freshForSeconds === null) return null;
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

function failed(
  { kind, field, said, isFinal, askedWaitMs }: StepFailure,
  { key }: Step,
  position: number,
): Ended {
  const { code, params } = say("step_failed", { step: key, kind, field, said: saidParam(said) });
  return { hasSucceeded: false, code, params, isFinal, askedWaitMs, step: position };
}
