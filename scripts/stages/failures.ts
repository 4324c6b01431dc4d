import { stripVTControlCharacters } from "node:util";
import type { Failure } from "./tally.ts";

const shownInFull = 40;
const linesOfEach = 8;
const longestLine = 300;

/** What failed, for the very end of a log: every name, and of the first 40 the first lines of what went wrong, less the runner's own frames. */
export function failureLines(failures: readonly Failure[]): string[] {
  return failures.flatMap(({ name, message }, index) => [
    `✗ ${name}`,
    ...(index < shownInFull ? firstLines(message).map((line) => `    ${line}`) : []),
  ]);
}

function firstLines(message: string): string[] {
  const lines = stripVTControlCharacters(message)
    .split("\n")
    .map((line) => line.trimEnd())
    .filter((line) => line !== "" && !line.includes("/node_modules/"));
  return lines.slice(0, linesOfEach).map((line) => line.slice(0, longestLine));
}
