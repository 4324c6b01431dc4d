import fc from "fast-check";
import { expect, test } from "vitest";
import { createFingerprint } from "./fingerprint.ts";

/** The same value, with the names of every object in the opposite order. */
function turned(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(turned);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([name, item]) => [name, turned(item)]),
  );
}

test("names in another order are the same content", () => {
  const wellFormed = fc.jsonValue({ stringUnit: "grapheme" });
  fc.assert(
    fc.property(wellFormed, (value) => {
      expect(createFingerprint(turned(value))).toBe(createFingerprint(value));
    }),
  );
});

test.each([
  ['{"a":1}', '{"a":1.0}'],
  ['{"a":1}', '{"a":1e0}'],
  ['{"a":0}', '{"a":-0}'],
  ['{"a":"\\u00e9"}', '{"a":"é"}'],
])("%s and %s are the same content", (one, other) => {
  expect(createFingerprint(JSON.parse(one))).toBe(createFingerprint(JSON.parse(other)));
});

test.each([
  ['{"a":1}', '{"a":"1"}'],
  ['{"a":null}', "{}"],
  ["[1,2]", "[2,1]"],
  ['{"a":"é"}', '{"a":"e\\u0301"}'],
])("%s and %s are not", (one, other) => {
  expect(createFingerprint(JSON.parse(one))).not.toBe(createFingerprint(JSON.parse(other)));
});
