import { expect, test } from "vitest";
import { objectTitle } from "./object-title.ts";

test.each([
  [{ name: "general", text: "x" }, "general"],
  [{ title: " ", name: "Blue  cup" }, "Blue cup"],
  [{ name: { first: "Ana" }, text: "Order 1042\nis paid" }, "Order 1042 is paid"],
  [{ total: 12 }, undefined],
])("%j is called %j", (data, title) => {
  expect(objectTitle(data)).toBe(title);
});

test("a long text is cut", () => {
  expect(objectTitle({ text: "a".repeat(500) })).toHaveLength(120);
});
