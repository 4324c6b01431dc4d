import { expect, test } from "vitest";
import { findInheritedReads } from "./own-entries.ts";

const readIn = (source: string, others: Record<string, string> = {}) =>
  findInheritedReads(new Map(Object.entries({ "lib/a.ts": source, ...others })));

const table = 'const words: Readonly<Record<string, string>> = { a: "A" };';

test.each([
  `${table} export const say = (name: string) => words[name] ?? name;`,
  `${table} export const say = (name: string) => words[name]?.length;`,
  "export const find = (provider: Provider, name: string) => provider.actions[name];",
  "export const find = (name: string) => providerOf(row).resources[name];",
])("a table that is read by any name is found: %s", (source) => {
  expect(readIn(source)).toEqual([expect.stringContaining("lib/a.ts: ")]);
});

test("so is a table of another file", () => {
  const others = { "lib/words.ts": `export ${table}` };
  const source = 'import { words as w } from "./words.ts"; export const say = (name: string) => w[name];';
  expect(readIn(source, others)).toHaveLength(1);
});

test.each([
  `${table} export const say = (name: string) => lookUp(words, name);`,
  `${table} export const a = words["a"];`,
  'const words: Record<"a" | "b", string> = { a: "A", b: "B" }; export const say = (name: "a") => words[name];',
  "const seen: Record<string, number> = {}; export const note = (name: string) => { seen[name] = 1; };",
])("what reads its own entries is not: %s", (source) => {
  expect(readIn(source)).toEqual([]);
});
