import type { z } from "zod";
import { outputCheck } from "../verb-output.ts";

// A set-up file of vitest: in tests whatever a verb answers is held to its output, with no field more.
outputCheck.current = requireOutput;

/** @throws where the answer has a field that the schema does not tell of, or not as it tells */
export function requireOutput(output: z.ZodType, answer: unknown): void {
  const parsed = output.safeParse(answer);
  const problems = parsed.success
    ? undeclaredIn(answer, parsed.data, "").map((path) => `${path} is not declared`)
    : parsed.error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`);
  if (problems.length > 0)
    throw new Error(`A verb answered what its output does not say. ${problems.join("; ")}`);
}

/** Fields that zod has dropped because the schema does not know them. */
function undeclaredIn(answer: unknown, parsed: unknown, path: string): string[] {
  if (!isPlain(answer) || !isPlain(parsed)) return [];
  const known = new Map(Object.entries(parsed));
  return Object.entries(answer).flatMap(([name, value]) => {
    const own = path === "" ? name : `${path}.${name}`;
    if (value === undefined) return [];
    return known.has(name) ? undeclaredIn(value, known.get(name), own) : [own];
  });
}

/** An object or a list of data; maps and the like are judged by their schema alone. */
function isPlain(value: unknown): value is object {
  if (typeof value !== "object" || value === null) return false;
  return Array.isArray(value) || Object.getPrototypeOf(value) === Object.prototype;
}
