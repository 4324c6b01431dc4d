import { z } from "zod";
import { formatPath } from "#lib/parse.ts";
import { dataFaults } from "#lib/plain-data.ts";

/** Levels of JSON; a Value is two of them. */
const maxLevels = 24;
const maxNodes = 5_000;
const maxCharacters = 200_000;

/**
 * A schema of a tree that calls itself, behind a look at how large the tree is: what is too deep would end the process's
 * stack before the schema could refuse it.
 */
export function boundedTree<Schema extends z.ZodType>(schema: Schema) {
  return z.preprocess((input, context) => {
    const problem = tooLarge(input) ?? notData(input);
    if (problem === null) return input;
    context.addIssue({ code: "custom", message: problem, input });
    return z.NEVER;
  }, schema);
}

function tooLarge(input: unknown): string | null {
  const waiting: { value: unknown; level: number }[] = [{ value: input, level: 0 }];
  let nodes = 0;
  let characters = 0;
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { value, level } = next;
    nodes += 1;
    if (typeof value === "string") characters += value.length;
    if (level > maxLevels) return `is nested deeper than ${maxLevels} levels`;
    if (nodes > maxNodes) return `holds more than ${maxNodes.toLocaleString("en")} values`;
    if (characters > maxCharacters) {
      return `holds more than ${maxCharacters.toLocaleString("en")} characters`;
    }
    if (typeof value !== "object" || value === null) continue;
    for (const [name, item] of Object.entries(value)) {
      if (!Array.isArray(value)) characters += name.length;
      waiting.push({ value: item, level: level + 1 });
    }
  }
  return null;
}

/** What neither JSON nor the database can keep, wherever it stands. */
function notData(input: unknown): string | null {
  const [fault] = dataFaults(input, formatPath);
  if (fault === undefined) return null;
  return fault.path === "" ? fault.message : `${fault.message} (${fault.path})`;
}
