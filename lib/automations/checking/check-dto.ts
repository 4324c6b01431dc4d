import { entitle } from "#lib/automations/words/entitle.ts";
import type { Names } from "#lib/automations/words/names.ts";
import { formatPath } from "#lib/parse.ts";
import { render } from "#lib/words/render.ts";
import type { DefinitionProblemDto, DraftCheckDto } from "./check-schema.ts";
import type { DefinitionProblem } from "./definition-problems.ts";

const mostProblems = 200;

export function toDraftCheckDto(problems: readonly DefinitionProblem[], names: Names): DraftCheckDto {
  const isThere = (weight: DefinitionProblem["weight"]) =>
    problems.some((problem) => problem.weight === weight);
  const isRefused = isThere("refused");
  return {
    canBeSaved: !isRefused,
    canBePublished: !isRefused && !isThere("unfinished"),
    problems: problems.slice(0, mostProblems).map((problem) => toProblemDto(problem, names)),
  };
}

function toProblemDto({ path, message, weight }: DefinitionProblem, names: Names): DefinitionProblemDto {
  const told = render(entitle(message, names), names.reader.locale);
  return { path: formatPath(path), code: message.code, message: told, weight };
}
