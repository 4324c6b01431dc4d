import type { z } from "zod";
import { type FieldError, invalidInput } from "#lib/errors.ts";

/** Problems of zod as `{ path, message }`, an unknown field under its own path. */
export function fieldErrorsOf(error: z.ZodError, prefix: readonly PropertyKey[] = []): FieldError[] {
  return error.issues.flatMap((issue) => {
    const path = [...prefix, ...issue.path];
    if (issue.code === "unrecognized_keys") {
      return issue.keys.map((key) => ({ path: formatPath([...path, key]), message: "is not a known field" }));
    }
    // The name of a record's entry is wrong: what is wrong with it stands one level deeper.
    const message =
      issue.code === "invalid_key" ? (issue.issues[0]?.message ?? issue.message) : issue.message;
    return [{ path: formatPath(path), message }];
  });
}

/** `["lines", 0, "sku"]` → `lines[0].sku`; the value itself is `""`. */
export function formatPath(path: readonly PropertyKey[]): string {
  return path.reduce<string>((text, part) => {
    if (typeof part === "number") return `${text}[${part}]`;
    return text === "" ? String(part) : `${text}.${String(part)}`;
  }, "");
}

/** Texts that the database cannot keep, wherever they stand in the input: NUL, and halves of a character. */
export function unstorableTexts(value: unknown, path: readonly PropertyKey[] = []): FieldError[] {
  if (typeof value === "string") {
    const isStorable = value.isWellFormed() && !value.includes("\0");
    return isStorable ? [] : [{ path: formatPath(path), message: "holds a character that is not text" }];
  }
  if (Array.isArray(value)) return value.flatMap((item, index) => unstorableTexts(item, [...path, index]));
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) => [
    ...unstorableTexts(key, path),
    ...unstorableTexts(item, [...path, key]),
  ]);
}

/**
 * The input as the schema has it.
 * @throws {AppError} 422 with a path for each problem.
 */
export function parseInput<Schema extends z.ZodType>(schema: Schema, input: unknown): z.output<Schema> {
  const result = schema.safeParse(input);
  if (!result.success) throw invalidInput(fieldErrorsOf(result.error));
  const unstorable = unstorableTexts(input);
  if (unstorable.length > 0) throw invalidInput(unstorable);
  return result.data;
}
