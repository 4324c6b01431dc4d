import fc from "fast-check";
import { expect, test } from "vitest";
import { isStorable, storable, storableData } from "./text.ts";

const anyText = fc.string({ unit: "binary" });
const oddText = fc.string({ unit: fc.constantFrom("a", "\0", "\ud83d", "\ude00", "😀", "\ufffd") });

test("any text becomes one that Postgres can keep, and one that it can keep stays as it is", () => {
  fc.assert(
    fc.property(fc.oneof(anyText, oddText), (text) => {
      const kept = storable(text);
      expect(isStorable(kept)).toBe(true);
      expect(kept).toHaveLength(text.length);
      if (isStorable(text)) expect(kept).toBe(text);
    }),
  );
});

test.each(["\0", "a\0b", "\ud83d", "\ude00\ud83d"])("%j is not storable", (text) => {
  expect(isStorable(text)).toBe(false);
});

test("data of any depth is made storable, names included, and what is undefined is left out", () => {
  const at = new Date(0);
  expect(
    storableData({
      "a\0": ["b\ud800", undefined, { c: "\0", d: undefined }],
      at,
      n: 7,
      none: null,
      not: undefined,
    }),
  ).toEqual({ "a\ufffd": ["b\ufffd", null, { c: "\ufffd" }], at, n: 7, none: null });
});
