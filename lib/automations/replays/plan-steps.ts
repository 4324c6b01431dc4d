import type { Definition, Step } from "#lib/automations/definition-schema.ts";
import type { DeclaredAction, FoundAction } from "#lib/automations/naming/find-actions.ts";
import type { Original, OriginalStep } from "./read-originals.ts";
import type { ReplayMode, StepEffect } from "./replay-schema.ts";

export type PlannedStep = {
  step: Step;
  position: number;
  found: FoundAction;
  effect: StepEffect;
  /** Where the original run has the step whose row the new run begins with; null = it begins with none. */
  copiedFrom: number | null;
  /** What a person has said yes to in the original is done without asking again. */
  keepsYes: boolean;
};

/** The version that a run is replayed by. */
export type Target = { version: number; definition: Definition };

/** What a provider that is given a key is sure to know it for. */
const knownForMs = 24 * 60 * 60 * 1_000;

/**
 * What a replay would do step by step, by what became of the steps of the original and by how each action keeps a write
 * from happening twice. Steps of two versions are the same by their key.
 */
export function planSteps(
  original: Original,
  mode: ReplayMode,
  { definition }: Target,
  lookUpAction: (step: Step) => FoundAction,
  now: number,
): PlannedStep[] {
  return definition.steps.map((step, position) => {
    const found = lookUpAction(step);
    const planned = { step, position, found, copiedFrom: null, keepsYes: false };
    const before = findOriginalStep(original, step);
    if (mode !== "from-start" && before !== null) {
      if (before.status === "succeeded") return { ...planned, effect: "reuses", copiedFrom: before.position };
      if (before.status === "skipped") return { ...planned, effect: "skips", copiedFrom: before.position };
    }
    if (step.mode === "off" || isLate(step, original, now)) return { ...planned, effect: "skips" };
    const effect =
      found.action === null
        ? "runs"
        : chooseEffect(found.action, { original, mode, before, now, key: step.key });
    const keepsYes = mode === "same-version" && hasYes(before);
    return { ...planned, effect, keepsYes, copiedFrom: keepsYes && before ? before.position : null };
  });
}

/** What the original knows of a step of this key, where it was the same action of the same connection. */
function findOriginalStep({ definition, steps }: Original, step: Step): OriginalStep | null {
  const at = definition.steps.findIndex(
    ({ key, integrationId, action }) =>
      key === step.key && integrationId === step.integrationId && action === step.action,
  );
  return steps.find(({ position }) => position === at) ?? null;
}

function isLate({ freshForSeconds }: Step, { eventAt }: Original, now: number): boolean {
  return freshForSeconds !== null && now - Date.parse(eventAt) > freshForSeconds * 1_000;
}

function hasYes(before: OriginalStep | null): boolean {
  return before?.decision === "approved" || before?.decision === "not_done";
}

function chooseEffect(
  { effect, idempotency, makes }: DeclaredAction,
  options: { original: Original; mode: ReplayMode; before: OriginalStep | null; now: number; key: string },
): StepEffect {
  const { original, mode, before, now, key } = options;
  // Whoever was refused, held or asked for a yes has done nothing at the app.
  const isDoneHere = before?.status === "succeeded" || before?.status === "unknown";
  const mayBeDone = isDoneHere || original.doneElsewhere.includes(key);
  if (effect === "read" || !mayBeDone) return "runs";
  if (idempotency === "upsert") return "finds";
  if (idempotency === "at_most_once") return "mayRepeat";
  // An order or a payment is asked for under its own id, in whichever run; all else again where all is done again.
  const startsOver = mode === "from-start" || original.replayMode === "from-start";
  if (startsOver && makes === undefined) return "mayRepeat";
  const since = isDoneHere && before ? before.updatedAt : original.eventAt;
  const isForgotten = now - Date.parse(since) > knownForMs;
  return idempotency === "native_key" && isForgotten ? "mayRepeat" : "finds";
}
