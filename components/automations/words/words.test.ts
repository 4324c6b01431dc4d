import { describe, expect, test } from "vitest";
import { conditionLine } from "./condition-words.ts";
import { fieldName } from "./field-name.ts";
import { valueParts } from "./value-words.ts";

const field = (...path: string[]) =>
  ({ kind: "field", path: ["data", ...path], transforms: [], ifMissing: { rule: "fail" } }) as const;

test.each([
  [["data", "totalAmount"], "Total amount"],
  [["data", "customer", "name"], "Customer name"],
  [["data", "lines", 0, "name"], "Lines 1 name"],
  [["occurredAt"], "Time of the event"],
  [["data", "has_marketing-consent"], "Has marketing consent"],
  [["constructor"], "Constructor"],
])("%j is read as %s", (path, name) => {
  expect(fieldName(path)).toBe(name);
});

describe("a condition in words", () => {
  test("names what is compared, how, and with what", () => {
    const source = { kind: "field", path: ["data", "totalAmount"], transforms: [] } as const;
    expect(conditionLine({ kind: "compare", source, comparison: "at_least", value: 5000 })).toEqual({
      kind: "compare",
      text: "Total amount is at least 5000",
    });
    expect(conditionLine({ kind: "compare", source, comparison: "is_missing" })).toMatchObject({
      text: "Total amount is missing",
    });
    expect(
      conditionLine({
        kind: "any",
        of: [
          { kind: "compare", source, comparison: "is_one_of", value: ["a", 2, true] },
          {
            kind: "compare",
            source: { ...source, path: ["data", "lines"], transforms: [{ transform: "count", version: 1 }] },
            comparison: "greater",
            value: 3,
          },
        ],
      }),
    ).toEqual({
      kind: "any",
      of: [
        { kind: "compare", text: "Total amount is one of “a”, 2, true" },
        { kind: "compare", text: "Number of lines is more than 3" },
      ],
    });
  });
});

test("a value in words keeps what is written apart from what is put in", () => {
  expect(valueParts({ kind: "text", parts: ["Order ", field("number")] })).toEqual([
    { kind: "text", text: "Order " },
    { kind: "source", name: "Number" },
  ]);
  expect(valueParts({ kind: "list", items: [field("number"), { kind: "fixed", value: true }] })).toEqual([
    { kind: "source", name: "Number" },
    { kind: "text", text: ", " },
    { kind: "text", text: "yes" },
  ]);
});
