import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { toEventShape } from "#lib/automations/shapes/schema-shapes.ts";
import { shapeOfType } from "#lib/automations/shapes/shape.ts";
import { anyCondition, anyScope } from "#lib/automations/testing/arbitrary-mappings.ts";
import type { Transform } from "#lib/automations/transforms/transform-schema.ts";
import { orderPaid } from "#lib/events/catalogue/orders.ts";
import { render } from "#lib/words/render.ts";
import { checkCondition } from "./check-condition.ts";
import { type Comparison, type Condition, conditionSchema } from "./condition-schema.ts";
import { evaluateCondition } from "./evaluate-condition.ts";

const scope = {
  event: { id: "evt_1", type: "order.paid", occurredAt: "2026-10-02T18:44:10.000Z", data: orderPaid.example },
  results: { shop: { tags: ["vip"], total: "12.50" } },
  merchant: { timeZone: "Europe/Berlin", locale: "en" },
};
const of = (...path: (string | number)[]) => ({
  kind: "field" as const,
  path: ["data", ...path],
  transforms: [],
});
const tags = { kind: "result" as const, step: "shop", path: ["tags"], transforms: [] };
const compare = (
  source: Comparison["source"],
  comparison: Comparison["comparison"],
  value?: unknown,
): Condition =>
  conditionSchema.parse({ kind: "compare", source, comparison, ...(value === undefined ? {} : { value }) });
const paidAt = of("payment", "paidAt");

describe("a comparison", () => {
  test.each<[string, Condition]>([
    ["equals", compare(of("number"), "equals", "1042")],
    ["not equals", compare(of("payment", "method"), "not_equals", "cash")],
    ["not equals, of nothing", compare(of("note"), "not_equals", "None.")],
    ["greater", compare(of("totalAmount"), "greater", 3_749)],
    ["at least", compare(of("totalAmount"), "at_least", 3_750)],
    ["less", compare(of("lines", 0, "quantity"), "less", 3)],
    ["at most", compare(of("totalAmount"), "at_most", 3_750)],
    ["contains a text, in whichever case", compare(of("lines", 0, "name"), "contains", "MARGHERITA")],
    ["contains an item", compare(tags, "contains", "vip")],
    ["starts with", compare(of("customer", "email"), "starts_with", "Mara@")],
    ["is one of", compare(of("payment", "method"), "is_one_of", ["card", "apple_pay"])],
    ["is true", compare(of("customer", "hasMarketingConsent"), "is_true")],
    ["is present", compare(of("tableNumber"), "is_present")],
    ["is missing", compare(of("note"), "is_missing")],
    ["a moment, in another zone", compare(paidAt, "equals", "2026-10-02T21:20:31+02:00")],
    ["a moment after another", compare(paidAt, "greater", "2026-10-02T19:20:30Z")],
    ["a moment on the merchant's day", compare(paidAt, "at_most", "2026-10-02")],
    [
      "a sum",
      compare(
        { ...of("lines"), transforms: [{ transform: "sum", version: 1, path: ["quantity"] }] },
        "equals",
        3,
      ),
    ],
  ])("is met: %s", (_, condition) => {
    expect(evaluateCondition(condition, scope)).toEqual({ isMet: true });
    expect(checkCondition(condition, shapes)).toEqual([]);
  });

  test.each<[string, Condition, unknown]>([
    ["a text is no number", compare(of("number"), "equals", 1_042), "1042"],
    ["a text is not more than a number", compare({ ...tags, path: ["total"] }, "greater", 5), "12.50"],
    ["true is not the text", compare(of("customer", "hasMarketingConsent"), "equals", "true"), true],
    ["nothing is not false", compare(of("note"), "is_false"), null],
    ["nothing is not less", compare(of("tipped"), "less", 5), null],
    ["what every object has is missing", compare(of("constructor"), "is_present"), null],
  ])("is not met, and tells the value: %s", (_, condition, actual) => {
    expect(evaluateCondition(condition, scope)).toMatchObject({
      isMet: false,
      failed: { expected: "value" in condition ? condition.value : null, actual },
    });
  });

  test("a consent that was not given is none", () => {
    const consent = compare(of("customer", "hasMarketingConsent"), "is_true");
    const { hasMarketingConsent: _, ...customer } = orderPaid.example.customer ?? {};
    const data = { ...orderPaid.example, customer };
    expect(evaluateCondition(consent, { ...scope, event: { ...scope.event, data } })).toMatchObject({
      isMet: false,
      failed: { comparison: "is_true", expected: null, actual: null },
    });
  });

  test("the history keeps why, not the whole order", () => {
    const outcome = evaluateCondition(compare(of("lines"), "is_missing"), scope);
    expect(outcome).toMatchObject({ isMet: false, failed: { actual: [{}, {}] } });
  });
});

describe("a group", () => {
  const yes = compare(of("number"), "is_present");
  const [no, alsoNo] = [compare(of("number"), "equals", "7"), compare(of("note"), "is_present")];
  test.each<[string, Condition, boolean]>([
    ["all of two", { kind: "all", of: [yes, yes] }, true],
    ["all but one", { kind: "all", of: [yes, no] }, false],
    ["any of two", { kind: "any", of: [no, yes] }, true],
    ["none of two", { kind: "any", of: [no, alsoNo] }, false],
    [
      "a group in a group",
      { kind: "all", of: [yes, { kind: "any", of: [no, { kind: "all", of: [yes] }] }] },
      true,
    ],
  ])("%s", (_, condition, isMet) => {
    expect(evaluateCondition(condition, scope).isMet).toBe(isMet);
  });

  test("tells the first that was not met", () => {
    expect(evaluateCondition({ kind: "all", of: [yes, no, alsoNo] }, scope)).toMatchObject({
      failed: { expected: "7" },
    });
  });
});

test.each([Number.NaN, Number.POSITIVE_INFINITY, -0])(
  "a value of %s that a transform puts in is what JSON can write",
  (odd) => {
    const instead: Transform[] = [
      { transform: "default", version: 1, value: odd },
      { transform: "lookup", version: 1, entries: [{ from: " ", to: odd }], otherwise: { rule: "missing" } },
      {
        transform: "lookup",
        version: 1,
        entries: [{ from: "x", to: 1 }],
        otherwise: { rule: "value", value: odd },
      },
    ];
    const blank = { ...scope, event: { ...scope.event, data: { number: " " } } };
    for (const transform of instead) {
      const source = { ...of("number"), transforms: [transform] };
      const outcome = evaluateCondition({ kind: "compare", source, comparison: "equals", value: "7" }, blank);
      expect(outcome).toMatchObject({ isMet: false, failed: { actual: odd === 0 ? 0 : null } });
    }
  },
);

test("any condition of any event is answered, with the same each time, in what a row can keep", () => {
  fc.assert(
    fc.property(anyCondition, anyScope, (condition, anyOne) => {
      const outcome = evaluateCondition(condition, anyOne);
      expect(evaluateCondition(condition, anyOne)).toEqual(outcome);
      if (!outcome.isMet) {
        expect(JSON.parse(JSON.stringify(outcome.failed.actual))).toEqual(outcome.failed.actual);
      }
    }),
    { numRuns: 2_000 },
  );
});

const shop = shapeOfType("object", {
  fields: {
    tags: { isRequired: true, shape: shapeOfType("list", { item: shapeOfType("text") }) },
    total: { isRequired: true, shape: shapeOfType("text") },
  },
});
const shapes = { event: toEventShape(orderPaid), results: { shop }, laterSteps: ["later"] };

describe("before any event has come", () => {
  test.each<[string, Condition, string]>([
    ["an unknown field", compare(of("nowhere"), "is_present"), "mapping_unknown_source"],
    ["a later step", compare({ ...tags, step: "later" }, "is_present"), "mapping_later_step"],
    ["an unknown step", compare({ ...tags, step: "other" }, "is_present"), "mapping_unknown_step"],
    ["an order of texts", compare(of("number"), "greater", 5), "condition_does_not_fit"],
    ["a text as a number", compare(of("totalAmount"), "equals", "3750"), "condition_value_does_not_fit"],
    ["a moment that is none", compare(paidAt, "less", "tomorrow"), "condition_value_does_not_fit"],
    ["yes or no of a text", compare(of("number"), "is_true"), "condition_does_not_fit"],
    [
      "a way to pay that is not there",
      compare(of("payment", "method"), "equals", "barter"),
      "condition_not_among",
    ],
    [
      "a transform that does not fit",
      compare({ ...of("number"), transforms: [{ transform: "count", version: 1 }] }, "equals", 1),
      "mapping_transform_does_not_fit",
    ],
  ])("%s is named, with its place", (_, condition, code) => {
    const [problem, ...more] = checkCondition({ kind: "all", of: [condition] }, shapes);
    expect(more).toEqual([]);
    expect(problem).toMatchObject({ code, isWarning: false, path: expect.arrayContaining(["of", 0]) });
    if (problem) expect(render(problem)).toMatch(/\.$/);
  });
});
