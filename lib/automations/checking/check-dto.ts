import { formatPath } from "#lib/parse.ts";
import type { Locale } from "#lib/words/locale.ts";
import { render } from "#lib/words/render.ts";
import type { DefinitionProblemDto, DraftCheckDto } from "./check-schema.ts";
import type { DefinitionProblem } from "./definition-problems.ts";

const mostProblems = 200;

export function toDraftCheckDto(problems: readonly DefinitionProblem[], locale: Locale): DraftCheckDto {
  const isThere = (weight: DefinitionProblem["weight"]) =>
    problems.some((problem) => problem.weight === weight);
  const isRefused = isThere("refused");
  return {
    canBeSaved: !isRefused,
    canBePublished: !isRefused && !isThere("unfinished"),
    problems: problems.slice(0, mostProblems).map((problem) => toProblemDto(problem, locale)),
  };
}

function toProblemDto({ path, message, weight }: DefinitionProblem, locale: Locale): DefinitionProblemDto {
  return { path: formatPath(path), code: message.code, message: render(message, locale), weight };
}
