import type { Shape } from "#lib/automations/shapes/shape.ts";
import { titleOfPath } from "#lib/automations/words/field-words.ts";
import { parsePath } from "#lib/automations/words/parse-path.ts";

/**
 * What is wrong, with the field of the action before it.
 * @param path into the input; empty = the step as a whole @param input what the action takes; null = not known
 */
export function faultWords(path: string, message: string, input: Shape | null): string {
  return path === "" ? message : `${titleOfPath(input, parsePath(path))}: ${message}`;
}
