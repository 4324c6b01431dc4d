import type { z } from "zod";
import { type FieldError, type FieldFault, invalidInput } from "#lib/errors.ts";
import { say } from "#lib/failures/say.ts";
import { saidParam } from "#lib/failures/values.ts";
import { readIssueMessage, tellIssue } from "#lib/issue-message.ts";
import { dataFaults, maxErrorsShown } from "#lib/plain-data.ts";

/** A path that a caller's own names made longer is cut. */
const maxPathLength = 300;

/** The same as the edge renders it: what zod itself would say, where the input was parsed with `tellIssue`, is a message. */
export function toFieldFaults(error: z.ZodError, prefix: readonly PropertyKey[] = []): FieldFault[] {
  return toFieldErrors(error, prefix).map(({ path, message }) => ({
    path,
    message: readIssueMessage(message),
  }));
}

/** Problems of zod as `{ path, message }`, an unknown field under its own path. */
export function toFieldErrors(error: z.ZodError, prefix: readonly PropertyKey[] = []): FieldError[] {
  return error.issues.flatMap((issue) => {
    const path = [...prefix, ...issue.path];
    if (issue.code === "unrecognized_keys") {
      return issue.keys
        .slice(0, maxErrorsShown)
        .map((key) => ({ path: formatPath([...path, key]), message: saidParam(say("field_not_known")) }));
    }
    // The name of a record's entry is wrong: what is wrong with it stands one level deeper.
    const message =
      issue.code === "invalid_key" ? (issue.issues[0]?.message ?? issue.message) : issue.message;
    return [{ path: formatPath(path), message }];
  });
}

/** `["lines", 0, "sku"]` → `lines[0].sku`; the value itself is `""`. */
export function formatPath(path: readonly PropertyKey[]): string {
  const text = path.reduce<string>((before, part) => {
    if (typeof part === "number") return `${before}[${part}]`;
    return before === "" ? String(part) : `${before}.${String(part)}`;
  }, "");
  return text.length > maxPathLength ? `${text.slice(0, maxPathLength).toWellFormed()}…` : text;
}

/** Where the input, or a part of it that stands at the prefix, holds what cannot be kept. */
export function unstorableParts(value: unknown, prefix: readonly PropertyKey[] = []): FieldError[] {
  return dataFaults(value, (path) => formatPath([...prefix, ...path]));
}

/**
 * The input as the schema has it.
 * @throws {AppError} 422 with a path for each problem.
 */
export function parseInput<Schema extends z.ZodType>(schema: Schema, input: unknown): z.output<Schema> {
  const result = schema.safeParse(input, { error: tellIssue });
  if (!result.success) throw invalidInput(toFieldFaults(result.error).slice(0, maxErrorsShown));
  const unstorable = unstorableParts(input);
  if (unstorable.length > 0) throw invalidInput(unstorable);
  return result.data;
}
