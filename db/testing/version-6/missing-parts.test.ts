import { expect, test } from "vitest";
import { missingLines, missingParts } from "./missing-parts.ts";

const earlier = { id: "a", last: { at: 1, code: null }, list: [{ id: 1 }, { id: 2 }] };

test("a field that was added is no difference", () => {
  const later = { ...earlier, kind: "webhook", list: [{ id: 1, isNew: true }, { id: 2 }] };
  expect(missingParts(earlier, later)).toEqual([]);
});

test.each([
  ["a field that is gone", { ...earlier, last: { at: 1 } }, "last.code: was null, is missing"],
  ["another value", { ...earlier, id: "b" }, 'id: was "a", is "b"'],
  ["an entry that is gone", { ...earlier, list: [{ id: 1 }] }, "list: was a list of 2, is a list of 1"],
  ["an entry more", { ...earlier, list: [1, 2, 3] }, "list: was a list of 2, is a list of 3"],
  ["another order", { ...earlier, list: [{ id: 2 }, { id: 1 }] }, "list[0].id: was 1, is 2"],
])("%s is told with its path", (_, later, told) => {
  expect(missingParts(earlier, later)).toContain(told);
});

test("of a text, lines that are gone or come too early are told, and lines between are not", () => {
  expect(missingLines(["Held", "2"], ["Deliveries", "Held", "new", "2"])).toEqual([]);
  expect(missingLines(["Held", "2"], ["2", "Held"])).toHaveLength(1);
  expect(missingLines(["a", "b", "c", "d"], ["a", "c", "d", "b"])).toEqual(["b"]);
  expect(missingLines(["a", "x", "b"], ["a", "b", "x2"])).toEqual(["x"]);
  expect(missingLines(["a"], [])).toEqual(["a"]);
});
