import { globSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { endpoints } from "#lib/api/endpoints.ts";
import { eventCatalogue } from "#lib/events/catalogue/catalogue.ts";
import { loadProviders } from "#lib/providers/registry.ts";
import { workMs } from "#lib/testing/work-ms.ts";

const providers = await loadProviders();

type Schema = z.core.$ZodType;
/** A text of a schema: where it stands, and a value of the whole that has the given text there. */
type TextField = { path: string; schema: Schema; put: (text: string) => unknown };

/** Every text that a schema takes, in the names of records too. */
function listTexts(schema: Schema, path = ""): TextField[] {
  const { def } = schema._zod;
  const inside = (inner: Schema, name: string, put: (value: unknown) => unknown) =>
    listTexts(inner, `${path}${name}`).map((field) => ({
      ...field,
      put: (text: string) => put(field.put(text)),
    }));
  if (schema instanceof z.ZodString || schema instanceof z.ZodStringFormat) {
    return [{ path, schema, put: (text) => text }];
  }
  if (schema instanceof z.ZodObject) {
    const literals = Object.entries(schema.shape).flatMap(([name, one]) =>
      one instanceof z.ZodLiteral ? [[name, one.value]] : [],
    );
    return Object.entries(schema.shape).flatMap(([name, inner]) =>
      inside(inner, `.${name}`, (value) => ({ ...Object.fromEntries(literals), [name]: value })),
    );
  }
  if (schema instanceof z.ZodArray) return inside(schema._zod.def.element, "[]", (value) => [value]);
  if (schema instanceof z.ZodTuple) {
    return schema._zod.def.items.flatMap((item, at) =>
      inside(item, `[${at}]`, (value) => Array(at + 1).fill(value)),
    );
  }
  if (schema instanceof z.ZodRecord) {
    const { keyType, valueType } = schema._zod.def;
    return [
      ...inside(keyType, "{name}", (name) => ({ [String(name)]: "a" })),
      ...inside(valueType, "{}", (value) => ({ a: value })),
    ];
  }
  if (schema instanceof z.ZodUnion) {
    return schema._zod.def.options.flatMap((option, at) => inside(option, `|${at}`, (value) => value));
  }
  if (schema instanceof z.ZodIntersection) {
    return [schema._zod.def.left, schema._zod.def.right].flatMap((one) => inside(one, "", (value) => value));
  }
  if (schema instanceof z.ZodPipe) return inside(schema._zod.def.in, "", (value) => value);
  if ("innerType" in def && def.innerType instanceof z.ZodType)
    return inside(def.innerType, "", (value) => value);
  return [];
}

/** The exports of the product's own files that are called what verbs parse: createWebhookInput. */
async function exportedInputs(): Promise<[string, Schema][]> {
  const root = new URL("..", import.meta.url);
  const files = globSync("{lib,app}/**/*.ts", { cwd: root }).filter(
    (file) =>
      !/\.test\.|\/testing\/|\/conformance\/|\/sandbox\/.*\/|providers\/[^/]+\/sandbox\//.test(file) &&
      /export const \w+Input\b/.test(readFileSync(new URL(file, root), "utf8")),
  );
  const found: [string, Schema][] = [];
  for (const file of files) {
    const module: Record<string, unknown> = await import(new URL(file, root).href);
    for (const [name, value] of Object.entries(module)) {
      if (name.endsWith("Input") && value instanceof z.ZodType) found.push([`${file} ${name}`, value]);
    }
  }
  return found;
}

const inputs: [string, Schema][] = [
  ...(await exportedInputs()),
  ...endpoints.map(({ method, path, verb }): [string, Schema] => [`${method} ${path}`, verb.input]),
  ...providers.flatMap(({ id, actions, auth }): [string, Schema][] => [
    ...Object.entries(actions).map(([name, { input }]): [string, Schema] => [`${id} ${name}`, input]),
    [`${id} connect form`, auth.input],
  ]),
  ...eventCatalogue
    .filter(({ source }) => source === "platform")
    .map(({ type, schema }): [string, Schema] => [type, schema]),
];

test("there are as many inputs as there were, and more", () => {
  expect(inputs.length).toBeGreaterThan(120);
  expect(inputs.flatMap(([, schema]) => listTexts(schema)).length).toBeGreaterThan(250);
});

test.each(inputs)("%s: every text has a bound, which comes first and ends its check", (_, schema) => {
  const unbound = listTexts(schema).flatMap(({ path, schema: text }) => {
    const [first] = text._zod.def.checks ?? [];
    const isBound =
      text instanceof z.ZodString && first?._zod.def.check === "max_length" && first._zod.def.abort;
    return isBound ? [] : [path];
  });
  expect(unbound).toEqual([]);
});

const length = 250_000;
const seeds: [string, string][] = [
  ["one letter", "a".repeat(length)],
  ["spaces and a letter", `${" ".repeat(length)}x`],
  ["an address of slashes", `https://a.example${"/".repeat(length)}x`],
  ["an address of labels", `https://${"a.".repeat(length / 2)}!`],
  ["an email address of labels", `a@${"a.".repeat(length / 2)}`],
  ["many at signs", `${"a@".repeat(length / 2)}`],
  ["dots and a sign", `${"a.".repeat(length / 2)}!`],
  ["hyphens", `${"-".repeat(length)}!`],
  ["digits", `${"1".repeat(length)}x`],
  ["line breaks", `${"\r\n".repeat(length / 2)}x`],
  ["commas", `${"a,".repeat(length / 2)};`],
  ["brackets", "{[(<".repeat(length / 4)],
  ["percent signs", "%41".repeat(length / 3)],
  ["emoji", "👩‍👩‍👧‍👦".repeat(length / 11)],
];

describe("a text of 250 kB costs no input more than 50 ms", () => {
  test.each(seeds)("%s", (_, seed) => {
    const slow = inputs.flatMap(([name, schema]) =>
      listTexts(schema).flatMap(({ path, put }) => {
        const value = put(seed);
        const ms = workMs(() => z.safeParse(schema, value), 50);
        return ms < 50 ? [] : [`${name}${path}: ${ms} ms`];
      }),
    );
    expect(slow).toEqual([]);
  });
});
