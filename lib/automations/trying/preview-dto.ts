import type { Comparison, Condition } from "#lib/automations/conditions/condition-schema.ts";
import { evaluateCondition } from "#lib/automations/conditions/evaluate-condition.ts";
import { fullAllowance } from "#lib/automations/mapping/keepable.ts";
import { describePlace, readSource } from "#lib/automations/mapping/read-source.ts";
import type { Scope } from "#lib/automations/mapping/scope.ts";
import { entitle, tellUnmet } from "#lib/automations/words/entitle.ts";
import type { Names } from "#lib/automations/words/names.ts";
import { say } from "#lib/failures/say.ts";
import { formatPath } from "#lib/parse.ts";
import { render } from "#lib/words/render.ts";
import { renderOutput } from "#lib/words/render-output.ts";
import type { Tried, TriedProblem, TriedStep } from "./try-definition.ts";
import type { ConditionOutcomeDto, PreviewDto, TriedProblemDto, TriedStepDto } from "./try-schema.ts";

/** What a definition would do about an event, as it is read. */
export function toTriedDto(
  { scope, steps }: Tried,
  condition: Condition | null,
  names: Names,
): Pick<PreviewDto, "condition" | "steps" | "resultsFrom"> {
  const sources = new Set(steps.flatMap(({ result }) => result?.from ?? []));
  return {
    resultsFrom: sources.has("example") ? "example" : sources.has("run") ? "run" : null,
    condition: condition && toConditionDto(condition, { ...scope, results: {} }, names),
    steps: steps.map((step, at) => toStepDto(step, scopeBefore(scope, steps.slice(0, at)), names)),
  };
}

/** With the results of the steps before alone. */
function scopeBefore(scope: Scope, before: readonly TriedStep[]): Scope {
  const results = before.flatMap(({ step, result }): [string, unknown][] =>
    result ? [[step.key, result.value]] : [],
  );
  return { ...scope, results: Object.fromEntries(results) };
}

function toStepDto(tried: TriedStep, scope: Scope, names: Names): TriedStepDto {
  const { locale } = names.reader;
  const { step, found, outcome, isReached, input, leftOut, problems, result } = tried;
  return {
    key: step.key,
    title: found.action?.title ?? null,
    app: found.app?.name ?? null,
    integrationId: step.integrationId,
    action: step.action,
    mode: step.mode,
    outcome,
    isReached,
    condition: step.condition ? toConditionDto(step.condition, scope, names) : null,
    input,
    leftOut: leftOut.map(({ path, source }) => ({
      path: formatPath(path),
      message: render(entitle(say("mapping_missing", describePlace(source)), names), locale),
    })),
    problems: problems.map((problem) => toTriedProblemDto(problem, names)),
    result:
      result &&
      (found.action ? renderOutput(found.action.output, result.value, locale) : { ...result.value }),
    resultFrom: result?.from ?? null,
  };
}

export function toTriedProblemDto({ path, message, isCertain }: TriedProblem, names: Names): TriedProblemDto {
  const told = render(entitle(message, names), names.reader.locale);
  return { path: formatPath(path), code: message.code, message: told, isCertain };
}

function toConditionDto(condition: Condition, scope: Scope, names: Names): ConditionOutcomeDto {
  const outcome = evaluateCondition(condition, scope);
  return {
    isMet: outcome.isMet,
    message: outcome.isMet
      ? null
      : render(tellUnmet(outcome.failed, { ...names, results: scope.results }), names.reader.locale),
    comparisons: listComparisons(condition).map((compared) => toComparisonDto(compared, scope)),
  };
}

function listComparisons(condition: Condition): Comparison[] {
  return condition.kind === "compare" ? [condition] : condition.of.flatMap(listComparisons);
}

function toComparisonDto(compared: Comparison, scope: Scope): ConditionOutcomeDto["comparisons"][number] {
  const { source, comparison } = compared;
  const outcome = evaluateCondition(compared, scope);
  const { field, step } = describePlace(source);
  const read = readSource(source, scope, null, fullAllowance());
  const found = read.kind === "value" ? read.value : null;
  return {
    path: field,
    step,
    comparison,
    expected: "value" in compared ? compared.value : null,
    actual: outcome.isMet ? found : outcome.failed.actual,
    isMet: outcome.isMet,
  };
}
