import type { Step } from "#lib/automations/definition-schema.ts";
import { evaluateMapping } from "#lib/automations/mapping/evaluate-mapping.ts";
import type { Scope } from "#lib/automations/mapping/scope.ts";
import type { Message } from "#lib/failures/message.ts";
import { say } from "#lib/failures/say.ts";
import { formatPath } from "#lib/parse.ts";
import type { Action } from "#lib/providers/contract/action.ts";

/** A path into the action's input, empty = the step as a whole, and what is wrong there. */
type StepProblem = { field: string; said: Message };

/** @param input what the mapping made, as it is kept and shown @param parsed the same as the action takes it */
export type PreparedStep =
  | { input: Record<string, unknown>; parsed: Record<string, unknown>; problem: null }
  | { input: Record<string, unknown> | null; problem: StepProblem };

/**
 * What an action would be given: the mapping worked out over an event and earlier results, then parsed by the action's
 * own schema. Pure, so the engine, a dry run and a preview agree.
 */
export function prepareStep(
  { mapping }: Pick<Step, "mapping">,
  action: Pick<Action, "input">,
  scope: Scope,
): PreparedStep {
  const made = evaluateMapping(mapping, scope);
  if (made.isReady) return parseStepInput(action, made.input);
  const [problem] = made.problems;
  const said = problem ?? say("mapping_not_data");
  return { input: null, problem: { field: formatPath(problem?.path ?? []), said } };
}

/** An input that was made before, as the action takes it. */
export function parseStepInput(action: Pick<Action, "input">, input: Record<string, unknown>): PreparedStep {
  const parsed = action.input.safeParse(input);
  if (parsed.success) return { input, parsed: parsed.data, problem: null };
  const [issue] = parsed.error.issues;
  const said = say("step_input_refused", { reason: issue?.code ?? "custom" });
  return { input, problem: { field: formatPath(issue?.path ?? []), said } };
}
