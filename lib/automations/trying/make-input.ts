import type { Step } from "#lib/automations/definition-schema.ts";
import { evaluateMapping } from "#lib/automations/mapping/evaluate-mapping.ts";
import type { Path } from "#lib/automations/mapping/path-schema.ts";
import type { LeftOut, Scope } from "#lib/automations/mapping/scope.ts";
import type { DeclaredAction } from "#lib/automations/naming/find-actions.ts";
import type { Message } from "#lib/failures/message.ts";
import { say } from "#lib/failures/say.ts";

/** @param path into the action's input; empty = the step as a whole */
export type InputProblem = { path: Path; message: Message };

/**
 * @param input null = none could be made. With problems, the step would fail by the first of them
 * @param parsed as the action takes it; null = it does not
 */
type MadeInput = {
  input: Record<string, unknown> | null;
  parsed: Record<string, unknown> | null;
  leftOut: readonly LeftOut[];
  problems: readonly InputProblem[];
};

/** What an action would be given, and all that is wrong with it, by the evaluator that the engine goes by. */
export function makeInput(
  { mapping }: Pick<Step, "mapping">,
  action: Pick<DeclaredAction, "input">,
  scope: Scope,
): MadeInput {
  const made = evaluateMapping(mapping, scope);
  const { leftOut } = made;
  if (!made.isReady) {
    const problems = made.problems.map(({ path, code, params }) => ({ path, message: { code, params } }));
    return { input: null, parsed: null, leftOut, problems };
  }
  const parsed = action.input.safeParse(made.input);
  if (parsed.success) return { input: made.input, parsed: parsed.data, leftOut, problems: [] };
  const problems = parsed.error.issues.slice(0, mostProblems).map(({ path, code }) => ({
    path: path.map((part) => (typeof part === "symbol" ? String(part) : part)),
    message: say("step_input_refused", { reason: code ?? "custom" }),
  }));
  return { input: made.input, parsed: null, leftOut, problems };
}

const mostProblems = 50;
