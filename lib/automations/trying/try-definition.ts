import type { FailedComparison } from "#lib/automations/conditions/condition-outcome.ts";
import type { Condition } from "#lib/automations/conditions/condition-schema.ts";
import { evaluateCondition } from "#lib/automations/conditions/evaluate-condition.ts";
import type { Definition, Step } from "#lib/automations/definition-schema.ts";
import type { Mapping } from "#lib/automations/mapping/mapping-schema.ts";
import type { Path } from "#lib/automations/mapping/path-schema.ts";
import type { LeftOut, Scope } from "#lib/automations/mapping/scope.ts";
import type { DeclaredAction, FoundAction } from "#lib/automations/naming/find-actions.ts";
import { alwaysNeedsYes, needsYesFor } from "#lib/automations/sending/needs-yes.ts";
import { toOutputShape } from "#lib/automations/shapes/schema-shapes.ts";
import { say } from "#lib/failures/say.ts";
import { lookUp } from "#lib/look-up.ts";
import { exampleOutput } from "./example-output.ts";
import { type InputProblem, makeInput } from "./make-input.ts";

/** @param isCertain false = it comes of a result that is only an example, and may be none with the real one */
export type TriedProblem = InputProblem & { isCertain: boolean };

/** The result of a step: what it answered when the event was run, or an example of what it will. */
type TriedResult = { value: Readonly<Record<string, unknown>>; from: "run" | "example" };

export type TriedStep = {
  step: Step;
  found: FoundAction;
  /** sent: at once. review: once a person says yes. off, not_met: it is skipped. fails: the run ends with it. */
  outcome: "sent" | "review" | "off" | "not_met" | "fails";
  /** false = the condition is not met, or an earlier step fails: the run ends before. */
  isReached: boolean;
  unmet: FailedComparison | null;
  input: Record<string, unknown> | null;
  leftOut: readonly LeftOut[];
  problems: readonly TriedProblem[];
  result: TriedResult | null;
};

export type Tried = { scope: Scope; unmet: FailedComparison | null; steps: TriedStep[] };

/**
 * What a definition would do about one event, step by step, by the evaluator of the engine. It is judged as of
 * the event's own moment, whatever time has passed since: a preview's event is old by nature, and of a dry run's events
 * each was young when it came, so no step is too late (`freshForSeconds`). Nothing is asked and nothing is sent, as nothing
 * that could is in reach.
 * @param findOutput what a step answered when the event was run; null = nobody knows
 */
export function tryDefinition(
  { condition, steps }: Pick<Definition, "condition" | "steps">,
  context: Omit<Scope, "results">,
  lookUpAction: (step: Step) => FoundAction,
  findOutput: (step: Step) => Readonly<Record<string, unknown>> | null,
): Tried {
  const results: Record<string, unknown> = {};
  const scope: Scope = { ...context, results };
  const unmet = findUnmet(condition, scope);
  const examples = new Set<string>();
  let isReached = unmet === null;
  const tried: TriedStep[] = [];
  for (const step of steps) {
    const found = lookUpAction(step);
    const one = { ...tryStep(step, found, scope, examples), isReached };
    const result =
      one.outcome === "sent" || one.outcome === "review" ? toResult(found, findOutput(step)) : null;
    if (result !== null) results[step.key] = result.value;
    if (result?.from === "example") examples.add(step.key);
    if (one.outcome === "fails") isReached = false;
    tried.push({ ...one, result });
  }
  return { scope, unmet, steps: tried };
}

/** Versions of before steps had conditions hold none. */
function findUnmet(condition: Condition | null | undefined, scope: Scope): FailedComparison | null {
  const outcome = condition ? evaluateCondition(condition, scope) : null;
  return outcome === null || outcome.isMet ? null : outcome.failed;
}

function tryStep(
  step: Step,
  found: FoundAction,
  scope: Scope,
  examples: ReadonlySet<string>,
): Omit<TriedStep, "isReached" | "result"> {
  const nothing = { step, found, unmet: null, input: null, leftOut: [], problems: [] };
  if (step.mode === "off") return { ...nothing, outcome: "off" };
  const unmet = findUnmet(step.condition, scope);
  if (unmet !== null) return { ...nothing, outcome: "not_met", unmet };
  if (found.action === null) {
    const message = absence(step, found);
    return { ...nothing, outcome: "fails", problems: [{ path: [], message, isCertain: true }] };
  }
  const { input, parsed, leftOut, problems } = makeInput(step, found.action, scope);
  const judged = problems.map((problem) => ({
    ...problem,
    isCertain: !drawsOn(step.mapping, problem.path, examples),
  }));
  const fails = judged.some(({ isCertain }) => isCertain);
  const asksFirst = mayNeedYes(step, found.action, parsed);
  const outcome = fails ? "fails" : asksFirst ? "review" : "sent";
  return { ...nothing, outcome, input, leftOut, problems: judged };
}

/** What only the app knows the amount of counts as below the limit: it is looked up as the step is run. */
function mayNeedYes(step: Step, action: DeclaredAction, parsed: Record<string, unknown> | null): boolean {
  if (alwaysNeedsYes(step, action) !== null) return true;
  if (!action.getAmount || step.limit === null || parsed === null) return false;
  return needsYesFor(action.getAmount(parsed), step.limit) !== null;
}

function absence({ integrationId, action }: Step, { connection }: FoundAction) {
  if (integrationId === "" || action === "") return say("step_not_chosen");
  return connection === null ? say("step_connection_gone") : say("step_action_gone", { action });
}

function toResult(
  { action }: FoundAction,
  output: Readonly<Record<string, unknown>> | null,
): TriedResult | null {
  if (output !== null) return { value: output, from: "run" };
  return action && { value: getExampleOutput(action), from: "example" };
}

const known = new WeakMap<DeclaredAction["output"], TriedResult["value"]>();

/** Kept, as to read a schema takes longer than all else that is done about an event. */
function getExampleOutput(action: DeclaredAction): TriedResult["value"] {
  const example = known.get(action.output) ?? exampleOutput(toOutputShape(action));
  known.set(action.output, example);
  return example;
}

/** Whether what a mapping makes at a path, or anywhere where that is empty, may come from a result of these steps. */
function drawsOn(mapping: Mapping, [name]: Path, steps: ReadonlySet<string>): boolean {
  if (steps.size === 0) return false;
  const value = name === undefined ? mapping : lookUp(mapping, String(name));
  return namesStep(value, steps);
}

/** In a source of the kind `result`, or in the place of a currency. */
function namesStep(value: unknown, steps: ReadonlySet<string>): boolean {
  if (typeof value !== "object" || value === null) return false;
  return Object.entries(value).some(
    ([name, inner]) =>
      (name === "step" && typeof inner === "string" && steps.has(inner)) || namesStep(inner, steps),
  );
}
