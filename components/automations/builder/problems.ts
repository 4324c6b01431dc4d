import { formatPath } from "#lib/parse.ts";

/**
 * Something at a place of the draft. @param path as the API writes it: `steps[0].mapping.text` @param weight refused: it
 * is not saved; unfinished: it is not published; warning: it works for most events
 */
export type DraftProblem = { path: string; message: string; weight: "refused" | "unfinished" | "warning" };

type Path = readonly (string | number)[];

/** The problems of exactly this place. */
export function problemsAt(problems: readonly DraftProblem[], path: Path): DraftProblem[] {
  const place = formatPath(path);
  return problems.filter((problem) => problem.path === place);
}

/** The problems of this place and of all within it. */
export function problemsWithin(problems: readonly DraftProblem[], path: Path): DraftProblem[] {
  const place = formatPath(path);
  return problems.filter(
    (problem) =>
      problem.path === place || problem.path.startsWith(`${place}.`) || problem.path.startsWith(`${place}[`),
  );
}

/**
 * What is told of a place as an error. What is only not filled in yet is no mistake before a person wants to publish.
 * @param isAsked they did
 */
export function findShownError(here: readonly DraftProblem[], isAsked: boolean): string | undefined {
  const refused = here.find(({ weight }) => weight === "refused");
  const unfinished = isAsked ? here.find(({ weight }) => weight === "unfinished") : undefined;
  return (refused ?? unfinished)?.message;
}
