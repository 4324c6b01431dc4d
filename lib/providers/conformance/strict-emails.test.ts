import { describe, expect, test } from "vitest";
import { z } from "zod";
import { loadProviders } from "../registry.ts";

const providers = await loadProviders();

/** An address that a mailbox may have (RFC 6531), and that the apps which send mail, or keep addresses, do not take. */
const unusual = "jürgen@example.com";

/** What people really have, though many a form refuses it. */
const real = [
  "smith&sons@example.com",
  "a/b=c@example.com",
  "o'connor@example.ie",
  "dots..and.@docomo.example.jp",
  "anna@xn--e1afmkfd.xn--p1ai",
];

const objectForm = z.looseObject({ properties: z.record(z.string(), z.looseObject({})) });

const fields = providers.flatMap(({ id, actions }) =>
  Object.entries(actions).flatMap(([name, { input, example }]) =>
    emailPaths(z.toJSONSchema(input, { io: "input", unrepresentable: "any" })).map(
      (path) => [`${id} ${name} ${path.join(".")}`, input, example, path] as const,
    ),
  ),
);

describe("an action that takes an email address in a stricter form than an event has", () => {
  test("is there in several apps", () => {
    expect(fields.length).toBeGreaterThan(5);
  });

  test.each(fields)("refuses an unusual one and names the field: %s", (_, input, example, path) => {
    const issues = input.safeParse(withValue(example, path, unusual)).error?.issues ?? [];
    expect(issues.map((issue) => issue.path.join("."))).toContain(path.join("."));
  });

  test.each(fields)("takes what people really have: %s", (_, input, example, path) => {
    for (const address of real) {
      const issues = input.safeParse(withValue(example, path, address)).error?.issues ?? [];
      expect(issues, address).toEqual([]);
    }
  });
});

type JsonSchema = Readonly<Record<string, unknown>>;

/** Where an object's email addresses stand, those in objects within it too. */
function emailPaths(schema: JsonSchema): string[][] {
  if (schema.format === "email") return [[]];
  const { properties } = objectForm.safeParse(schema).data ?? { properties: {} };
  return Object.entries(properties).flatMap(([name, below]) =>
    emailPaths(below).map((path) => [name, ...path]),
  );
}

function withValue(
  value: Readonly<Record<string, unknown>>,
  [name = "", ...rest]: readonly string[],
  leaf: string,
): Record<string, unknown> {
  const below = z.record(z.string(), z.unknown()).safeParse(value[name]).data ?? {};
  return { ...value, [name]: rest.length === 0 ? leaf : withValue(below, rest, leaf) };
}
