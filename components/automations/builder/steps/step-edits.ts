import type { Definition, Step } from "#lib/automations/definition-schema.ts";
import type { Mapping, Source, Value } from "#lib/automations/mapping/mapping-schema.ts";

/** A key that no step has yet, made of the action's id: `send-message`, `send-message-2`. */
export function newStepKey(steps: readonly Step[], action: string): string {
  const plain = action.toLowerCase().replace(/[^a-z0-9_-]/g, "-");
  const stem = (/^[a-z]/.test(plain) ? plain : `step-${plain}`).slice(0, 34);
  const taken = new Set(steps.map(({ key }) => key));
  let key = stem;
  for (let count = 2; taken.has(key); count += 1) key = `${stem}-${count}`;
  return key;
}

export function newStep(
  steps: readonly Step[],
  of: { integrationId: string; action: string; movesMoney: boolean },
): Step {
  return {
    key: newStepKey(steps, of.action),
    integrationId: of.integrationId,
    action: of.action,
    mapping: {},
    // Nobody's money moves without a person until that is said.
    mode: of.movesMoney ? "review" : "live",
    limit: null,
    mustReach: null,
    condition: null,
    freshForSeconds: null,
  };
}

/** A copy right after the step, under a key of its own. */
export function duplicateStep(steps: readonly Step[], at: number): Step[] {
  const step = steps[at];
  return step ? steps.toSpliced(at + 1, 0, { ...step, key: newStepKey(steps, step.action) }) : [...steps];
}

/** @param by -1 up, 1 down */
export function moveStep(steps: readonly Step[], at: number, by: -1 | 1): Step[] {
  const step = steps[at];
  const to = at + by;
  if (!step || to < 0 || to >= steps.length) return [...steps];
  return steps.toSpliced(at, 1).toSpliced(to, 0, step);
}

/** Keys of the steps that use a result of this one. */
export function findDependentSteps({ steps }: Pick<Definition, "steps">, key: string): string[] {
  return steps.filter(({ mapping }) => sourcesIn(mapping).some(isResultOf(key))).map((step) => step.key);
}

function isResultOf(key: string) {
  return (source: Source) => source.kind === "result" && source.step === key;
}

/** Every source that a mapping draws on. */
function sourcesIn(mapping: Mapping): Source[] {
  return Object.values(mapping).flatMap(listSources);
}

function listSources(value: Value): Source[] {
  switch (value.kind) {
    case "field":
    case "result":
    case "line":
      return [value];
    case "text":
      return value.parts.filter((part) => typeof part !== "string");
    case "object":
      return sourcesIn(value.fields);
    case "list":
      return value.items.flatMap(listSources);
    case "each_line":
      return listSources(value.item);
    case "fixed":
      return [];
  }
}
