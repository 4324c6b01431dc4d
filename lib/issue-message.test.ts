import { expect, test } from "vitest";
import { z } from "zod";
import { AppError } from "#lib/errors.ts";
import { parseInput } from "#lib/parse.ts";
import { renderError } from "#lib/words/render-error.ts";

const schema = z.strictObject({
  name: z.string().min(2).max(4).optional(),
  count: z.int().min(1).max(9).multipleOf(3).optional(),
  tags: z.array(z.string()).min(1).max(2).optional(),
  kind: z.enum(["menu", "table"]).optional(),
  email: z.email().optional(),
  at: z.iso.datetime().optional(),
  either: z.union([z.string(), z.number()]).optional(),
  own: z.string().min(3, "is too short for us").optional(),
  needed: z.string(),
});

function told(input: unknown) {
  try {
    parseInput(schema, input);
    return [];
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return renderError(error).fieldErrors.map(({ path, message }) => `${path} ${message}`);
  }
}

test.each([
  [{}, "needed is missing"],
  [{ needed: 5 }, "needed must be a text"],
  [{ needed: "x", name: "a" }, "name must have at least 2 characters"],
  [{ needed: "x", name: "abcde" }, "name must have at most 4 characters"],
  [{ needed: "x", count: 0 }, "count must be at least 1"],
  [{ needed: "x", count: 99 }, "count must be at most 9"],
  [{ needed: "x", count: 4 }, "count must be a multiple of 3"],
  [{ needed: "x", count: 1.5 }, "count must be a whole number"],
  [{ needed: "x", tags: [] }, "tags must have at least 1 entry"],
  [{ needed: "x", tags: ["a", 2] }, "tags[1] must be a text"],
  [{ needed: "x", kind: "link" }, "kind must be menu or table"],
  [{ needed: "x", email: "nobody" }, "email must be an email address"],
  [{ needed: "x", at: "now" }, "at must be a date with a time, such as 2026-10-02T18:44:10Z"],
  [{ needed: "x", either: true }, "either does not have a form that can be used here"],
  [{ needed: "x", own: "a" }, "own is too short for us"],
  [{ needed: "x", other: 1 }, "other is not a known field"],
])("%j: %s", (input, text) => {
  expect(told(input)).toContain(text);
});

test("an input that is nothing at all is told of too", () => {
  for (const input of [undefined, null, "x", 5, []]) expect(told(input).join()).toMatch(/missing|must be/);
});
