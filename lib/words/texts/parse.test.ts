import fc from "fast-check";
import IntlMessageFormat from "intl-messageformat";
import { describe, expect, test } from "vitest";
import { parseMessage } from "./parse.ts";
import { texts } from "./texts.ts";

/** What the whole of ICU MessageFormat makes of a message without tags. */
function byTheLibrary(pattern: string, values: Record<string, string | number>): string {
  return String(new IntlMessageFormat(pattern, "en-GB", undefined, { ignoreTag: true }).format(values));
}

function ours(pattern: string, values: Record<string, string | number>): string {
  const all: Record<string, string> = { pattern };
  const draw: (key: string, values: Record<string, string | number>) => string = texts("test", all);
  return draw("pattern", values);
}

const values = { name: "Ana", count: 3, kind: "webhook" };

test.each([
  "plain",
  "{name} and {name}",
  "It's Ana's, isn't it? {name}",
  "'{'name'}' is {name}",
  "two '' apostrophes, {name}",
  "{count, plural, one {# order} other {# orders}} of {name}",
  "{count, plural, =0 {none} =3 {three} other {#}}",
  "{kind, select, webhook {its {count, plural, one {#} other {# '#' }}} other {none}}",
  "{ name } and { count , plural , one { a } other { b } }",
  "{count, number} of {name} # 5",
])("%s is read as ICU MessageFormat reads it", (pattern) => {
  expect(ours(pattern, values)).toBe(byTheLibrary(pattern, values));
});

test("every count is written in the form that ICU gives it, grouped as the locale does", () => {
  const pattern = "{count, plural, =0 {nothing} one {# thing} other {# things}}";
  fc.assert(
    fc.property(fc.nat(10_000_000), (count) => {
      expect(ours(pattern, { count })).toBe(byTheLibrary(pattern, { count }));
    }),
  );
});

test("whatever a value holds is written as it is", () => {
  fc.assert(
    fc.property(fc.string(), (name) => {
      expect(ours("<{name}>", { name })).toBe(`<${name}>`);
    }),
  );
});

describe("what cannot be read", () => {
  test.each([
    "{name",
    "name}",
    "{count, plural, one {a}}",
    "{count, spellout}",
    "<b>bold",
    "bold</b>",
    "<b>bold</i>",
  ])("%s is refused", (pattern) => {
    expect(() => parseMessage(pattern)).toThrow(/ at \d+ of /);
  });
});
