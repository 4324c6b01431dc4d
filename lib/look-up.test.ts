import { expect, test } from "vitest";
import { lookUp } from "./look-up.ts";

test("an own entry is found", () => {
  expect(lookUp({ a: 1 }, "a")).toBe(1);
});

test.each(["constructor", "toString", "__proto__", "hasOwnProperty", "valueOf", "b", ""])(
  "%j is no entry of a table that does not hold it",
  (name) => {
    expect(lookUp({ a: 1 }, name)).toBeUndefined();
  },
);
