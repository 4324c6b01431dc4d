import fc from "fast-check";
import { expect, test } from "vitest";
import type { Json } from "#lib/automations/mapping/mapping-schema.ts";
import { typeOfValue } from "#lib/automations/mapping/type-of-value.ts";
import { fixedMisfits } from "#lib/automations/shapes/fixed-misfits.ts";
import { type Shape, shapeOfType } from "#lib/automations/shapes/shape.ts";
import { anyTransform, oddJson, oddLines, oddTexts } from "#lib/automations/testing/arbitrary-mappings.ts";
import { plannedContext } from "#lib/automations/testing/transform-context.ts";
import { applyTransform } from "./registry.ts";
import { shapeAfter } from "./shape-after.ts";

const oddValue = fc.oneof(
  oddTexts,
  oddJson,
  oddLines,
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.maxSafeInteger(),
  fc.boolean(),
  fc.record({ amount: fc.maxSafeInteger(), currency: fc.constantFrom("EUR", "JPY", "kwd", "x") }),
);
const place = fc.record({
  timeZone: fc.constantFrom("UTC", "Europe/Berlin", "Pacific/Apia", "No/Where"),
  locale: fc.constantFrom("en", "de", "tr", "ar-SA", "fa-IR", "??"),
});

/** The narrowest shape that is known to hold a value. */
function shapeOfValue(value: Json): Shape {
  if (typeof value === "string")
    return shapeOfType("text", { minLength: value.length, maxLength: value.length });
  if (Array.isArray(value)) {
    const [item] = value;
    return shapeOfType("list", {
      item:
        value.length === 1 && item !== undefined && item !== null
          ? shapeOfValue(item)
          : shapeOfType("any", { isNullable: true }),
      minItems: value.length,
      maxItems: value.length,
    });
  }
  if (typeof value !== "object" || value === null) return shapeOfType(typeOfValue(value));
  const fields = Object.entries(value).map(([name, member]) => [
    name,
    { shape: { ...shapeOfValue(member), isNullable: member === null }, isRequired: true },
  ]);
  return shapeOfType("object", { fields: Object.fromEntries(fields) });
}

test("any transform answers any value, and the same value with the same", () => {
  fc.assert(
    fc.property(anyTransform, oddValue, place, (transform, value, where) => {
      const applied = applyTransform(transform, value, plannedContext(where));
      expect(applyTransform(transform, value, plannedContext(where))).toEqual(applied);
    }),
    { numRuns: 5_000 },
  );
});

test("what a transform makes is of the shape that it declares, and is missing only where it says so", () => {
  let made = 0;
  fc.assert(
    fc.property(anyTransform, oddValue, place, (transform, value, where) => {
      const after = shapeAfter({ shape: shapeOfValue(value), mayBeMissing: false }, [transform]);
      const applied = applyTransform(transform, value, plannedContext(where));
      if ("refusal" in after || applied.kind === "problem") return;
      made += 1;
      if (applied.kind === "missing") expect(after.found.mayBeMissing).toBe(true);
      else expect(fixedMisfits(applied.value, after.found.shape, [])).toEqual([]);
    }),
    { numRuns: 5_000 },
  );
  expect(made).toBeGreaterThan(300);
});
