import { describe, expect, test } from "vitest";
import { checkCondition } from "#lib/automations/conditions/check-condition.ts";
import type { Condition, ConditionSource } from "#lib/automations/conditions/condition-schema.ts";
import { conditionSchema } from "#lib/automations/conditions/condition-schema.ts";
import { listCandidates } from "#lib/automations/suggestions/candidates.ts";
import { shapeOfEvent } from "#lib/automations/words/names.ts";
import { platformEventTypes } from "#lib/events/catalogue/catalogue.ts";
import { amountText, readAmount } from "./amount-text.ts";
import { asGroup, comparisonsFor, ofGroup, withComparison } from "./condition-edits.ts";

const source: ConditionSource = { kind: "field", path: ["data", "number"], transforms: [] };
const isThere: Condition = { kind: "compare", source, comparison: "is_present" };

describe("a condition as it is edited", () => {
  test("one comparison alone is stored alone, and more of them as a group", () => {
    expect(ofGroup(asGroup(isThere))).toEqual(isThere);
    expect(ofGroup({ kind: "any", of: [isThere, isThere] })).toEqual({ kind: "any", of: [isThere, isThere] });
  });

  test("a group of which nothing is left is none", () => {
    expect(ofGroup({ kind: "all", of: [] })).toBeNull();
    expect(ofGroup({ kind: "all", of: [{ kind: "any", of: [] }] })).toBeNull();
  });

  test.each(platformEventTypes)(
    "whatever field of %s is chosen, each comparison that is offered fits it but for what is still to be typed",
    (type) => {
      const event = shapeOfEvent(type);
      for (const { path, shape } of listCandidates(event, [])) {
        for (const name of comparisonsFor(shape)) {
          const compared = withComparison({ kind: "field", path, transforms: [] }, name, shape);
          const isTyped =
            "value" in compared && (compared.value === "" || compared.comparison === "is_one_of");
          if (isTyped) continue;
          expect(conditionSchema.safeParse(compared).success).toBe(true);
          expect(checkCondition(compared, { event, results: {} })).toEqual([]);
        }
      }
    },
  );

  test("another comparison keeps the value that was typed", () => {
    const shape = shapeOfEvent("order.paid").fields.data?.shape.fields.number?.shape;
    if (!shape) throw new Error("an order has a number");
    const equals = { ...withComparison(source, "equals", shape), comparison: "equals", value: "A7" } as const;
    expect(withComparison(source, "is_one_of", shape, equals)).toMatchObject({ value: ["A7"] });
    expect(withComparison(source, "starts_with", shape, equals)).toMatchObject({ value: "A7" });
  });
});

describe("an amount as people write it", () => {
  test.each([
    ["37.50", 2, 3_750],
    ["37,5", 2, 3_750],
    ["1042", 2, 104_200],
    ["12", 0, 12],
    ["1.234", 3, 1_234],
    ["0.10", 2, 10],
  ])("%s with %d digits is %d minor units", (text, digits, minor) => {
    expect(readAmount(text, digits)).toBe(minor);
  });

  test.each(["", "abc", "1.005", "-3", "1.2.3", "1e3"])("%j is none", (text) => {
    expect(readAmount(text, 2)).toBeNull();
  });

  test("is read back as it was written", () => {
    for (const minor of [0, 5, 10, 99, 100, 3_750, 99_999_999_999]) {
      for (const digits of [0, 2, 3]) expect(readAmount(amountText(minor, digits), digits)).toBe(minor);
    }
  });
});
