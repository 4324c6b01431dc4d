import { stripVTControlCharacters } from "node:util";
import type { Failure } from "./tally.ts";

const shownInFull = 40;
const linesOfEach = 8;
const pagesShown = 5;
const linesOfPage = 60;
const longestLine = 300;

/**
 * What failed, for the very end of a log: every name, of the first 40 the first lines of what went wrong, less the
 * runner's own frames, and of the first pages on which something failed what stood there.
 */
export function failureLines(failures: readonly Failure[]): string[] {
  const withPage = failures.filter(({ page }) => page !== undefined).slice(0, pagesShown);
  return failures.flatMap((failure, index) => [
    `✗ ${failure.name}`,
    ...(index < shownInFull ? firstLines(failure.message, linesOfEach).map((line) => `    ${line}`) : []),
    ...(withPage.includes(failure) ? pageLines(failure.page ?? "") : []),
  ]);
}

function pageLines(page: string): string[] {
  return ["    The page:", ...firstLines(page, linesOfPage).map((line) => `      ${line}`)];
}

function firstLines(text: string, most: number): string[] {
  const lines = stripVTControlCharacters(text)
    .split("\n")
    .map((line) => line.trimEnd())
    .filter((line) => line !== "" && !line.includes("/node_modules/"));
  return lines.slice(0, most).map((line) => line.slice(0, longestLine));
}
