import { describe, expect, test } from "vitest";
import { z } from "zod";
import { conditionSchema } from "#lib/automations/conditions/condition-schema.ts";
import { type Mapping, mappingSchema } from "./mapping-schema.ts";

const fail = { rule: "fail" } as const;
const whole: Mapping = {
  email: {
    kind: "field",
    path: ["data", "customer", "email"],
    transforms: [{ transform: "trim", version: 1 }],
    ifMissing: fail,
  },
  order: {
    kind: "result",
    step: "shopify",
    path: ["orderId"],
    transforms: [],
    ifMissing: { rule: "leave_out" },
  },
  text: {
    kind: "text",
    parts: [
      "Order ",
      { kind: "field", path: ["id"], transforms: [], ifMissing: { rule: "default", value: "?" } },
    ],
  },
  stock: { kind: "fixed", value: { deep: [1, null, true] } },
  lines: {
    kind: "each_line",
    over: ["data", "lines"],
    ifMissing: fail,
    item: {
      kind: "object",
      fields: { sku: { kind: "line", path: ["sku"], transforms: [], ifMissing: { rule: "leave_out" } } },
    },
  },
  row: { kind: "list", items: [{ kind: "fixed", value: "a" }] },
};

describe("a mapping", () => {
  test("of every kind of value is read as it was written", () => {
    expect(mappingSchema.parse(whole)).toEqual(whole);
    expect(mappingSchema.parse(JSON.parse(JSON.stringify(whole)))).toEqual(whole);
  });

  test("has a JSON Schema that shows its kinds", () => {
    const drawn = JSON.stringify(z.toJSONSchema(mappingSchema, { io: "input" }));
    expect(drawn).toContain("each_line");
    expect(JSON.stringify(z.toJSONSchema(conditionSchema, { io: "input" }))).toContain("starts_with");
  });

  const nested = (levels: number): unknown =>
    levels === 0 ? { kind: "fixed", value: 1 } : { kind: "object", fields: { a: nested(levels - 1) } };
  test.each<[string, unknown]>([
    ["too deep", { a: nested(20) }],
    ["deep enough to end the stack", { a: nestedList(100_000) }],
    ["too many values", { a: { kind: "fixed", value: Array(6_000).fill(1) } }],
    ["too much text", { a: { kind: "fixed", value: "a".repeat(300_000) } }],
    ["NUL", { a: { kind: "fixed", value: "a\0" } }],
    ["half a character", { a: { kind: "text", parts: ["\ud83d"] } }],
    ["__proto__ as a field", JSON.parse('{"__proto__":{"kind":"fixed","value":1}}')],
    ["__proto__ in a fixed value", JSON.parse('{"a":{"kind":"fixed","value":{"__proto__":1}}}')],
    ["a path outside of the event", { a: { ...whole.email, path: ["merchant", "secret"] } }],
    ["an unknown transform", { a: { ...whole.email, transforms: [{ transform: "eval", version: 1 }] } }],
    [
      "a version that is not there",
      { a: { ...whole.email, transforms: [{ transform: "trim", version: 2 }] } },
    ],
    ["an unknown kind", { a: { kind: "code", value: "1" } }],
    ["an unknown member", { a: { kind: "fixed", value: 1, extra: 1 } }],
    ["a number that is none", { a: { kind: "fixed", value: Number.NaN } }],
    ["not an object", []],
    ["nothing", undefined],
  ])("is refused, and breaks nothing: %s", (_, input) => {
    expect(mappingSchema.safeParse(input).success).toBe(false);
  });
});

function nestedList(levels: number): unknown {
  let value: unknown = 1;
  for (let level = 0; level < levels; level += 1) value = [value];
  return { kind: "fixed", value };
}

describe("a condition", () => {
  const source = { kind: "field", path: ["data", "totalAmount"], transforms: [] };
  const over = { kind: "compare", source, comparison: "greater", value: 5_000 };
  test("is read as it was written", () => {
    const condition = {
      kind: "all",
      of: [over, { kind: "any", of: [{ kind: "compare", source, comparison: "is_present" }] }],
    };
    expect(conditionSchema.parse(condition)).toEqual(condition);
  });

  test.each<[string, unknown]>([
    ["an empty group", { kind: "all", of: [] }],
    ["a comparison without its value", { ...over, value: undefined }],
    ["a value where there is none to compare with", { ...over, comparison: "is_true" }],
    ["an unknown comparison", { ...over, comparison: "matches", value: "(a+)+" }],
    ["too deep", Array.from({ length: 30 }).reduce((of) => ({ kind: "all", of: [of] }), over)],
  ])("is refused: %s", (_, input) => {
    expect(conditionSchema.safeParse(input).success).toBe(false);
  });
});
