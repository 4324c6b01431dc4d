import { describe, expect, test } from "vitest";
import { z } from "zod";
import { listEventTypes } from "#lib/events/list-event-types.ts";
import { fieldRows } from "./field-rows.ts";

const createRow = (schema: z.ZodType) => fieldRows(z.toJSONSchema(z.strictObject({ value: schema })))[0];

describe("a field is told in plain words", () => {
  test.each<[string, z.ZodType, string, string[]]>([
    ["a text", z.string().min(1).max(200), "string", ["1 to 200 characters"]],
    ["a text of any length", z.string(), "string", []],
    ["a moment, without its pattern", z.iso.datetime(), "string", ["date and time (RFC 3339)"]],
    ["an email address", z.email(), "string", ["email address"]],
    ["a code", z.string().regex(/^[A-Z]{2}$/), "string", ["matches ^[A-Z]{2}$"]],
    ["a choice", z.enum(["card", "cash"]), "string", ["one of card, cash"]],
    ["a constant", z.literal("card"), "string", ['always "card"']],
    ["any whole number", z.int(), "integer", []],
    ["a count", z.int().min(0), "integer", ["at least 0"]],
    ["a share", z.number().min(0).max(1), "number", ["0 to 1"]],
    ["yes or no", z.boolean(), "boolean", []],
    ["a text or null", z.string().max(50).nullable(), "string or null", ["at most 50 characters"]],
    ["a text or a number", z.union([z.string(), z.number()]), "string or number", []],
    ["a list", z.array(z.string()).min(1).max(9), "array of string", ["1 to 9 entries"]],
  ])("%s", (_name, schema, type, limits) => {
    expect(createRow(schema)).toEqual({ path: "value", type, isRequired: true, description: "", limits });
  });

  test("optional, with its description", () => {
    const row = createRow(z.string().describe("A note of the guest").optional());
    expect(row).toMatchObject({ isRequired: false, description: "A note of the guest" });
  });
});

test("objects and lists are followed by what is in them", () => {
  const line = z.strictObject({ sku: z.string().optional(), name: z.string() });
  const schema = z.strictObject({
    lines: z.array(line),
    guest: z.strictObject({ id: z.string() }).optional(),
  });
  const rows = fieldRows(z.toJSONSchema(schema)).map(({ path, isRequired }) => [path, isRequired]);
  expect(rows).toEqual([
    ["lines", true],
    ["lines[].sku", false],
    ["lines[].name", true],
    ["guest", false],
    ["guest.id", true],
  ]);
});

/** Every path of a value, as the rows write them. */
function listPaths(value: unknown, path = ""): string[] {
  if (Array.isArray(value)) return value.flatMap((entry) => listPaths(entry, `${path}[]`));
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => {
    const innerPath = path === "" ? name : `${path}.${name}`;
    return [innerPath, ...listPaths(inner, innerPath)];
  });
}

test.each(listEventTypes().map(({ type, schema, example }) => [type, schema, example] as const))(
  "%s: each field of the example has its one row, and the row says what it is",
  (_type, schema, example) => {
    const rows = fieldRows(schema);
    const paths = rows.map((row) => row.path);
    expect(new Set(paths).size).toBe(paths.length);
    expect(paths).toEqual(expect.arrayContaining([...new Set(listPaths(example))]));
    for (const row of rows) expect(row.description, row.path).not.toBe("");
  },
);
