import fc from "fast-check";
import { expect, test } from "vitest";
import { z } from "zod";
import { fixedMisfits } from "#lib/automations/shapes/fixed-misfits.ts";
import { toEventShape, toInputShape } from "#lib/automations/shapes/schema-shapes.ts";
import { type Shape, shapeOfType } from "#lib/automations/shapes/shape.ts";
import { shapeRows } from "#lib/automations/shapes/shape-rows.ts";
import { toArbitrary } from "#lib/automations/testing/arbitrary-data.ts";
import { anyTransform } from "#lib/automations/testing/arbitrary-mappings.ts";
import { orderPaid } from "#lib/events/catalogue/orders.ts";
import { loadProviders } from "#lib/providers/registry.ts";
import { checkMapping } from "./check-mapping.ts";
import { evaluateMapping } from "./evaluate-mapping.ts";
import type { Source, Value } from "./mapping-schema.ts";

const providers = await loadProviders();

const event = toEventShape(orderPaid);
const paths = shapeRows(event).map(({ path }) => path);
/** Every field that any action of any app takes, at whatever depth. */
const wanted = providers.flatMap(({ actions }) =>
  Object.values(actions).flatMap((action) => within(toInputShape(action))),
);

function within(shape: Shape): Shape[] {
  const inner = Object.values(shape.fields).flatMap((field) => within(field.shape));
  return [shape, ...inner, ...(shape.item ? within(shape.item) : [])];
}

const ifMissing = fc.oneof(
  fc.constantFrom<Source["ifMissing"]>({ rule: "fail" }, { rule: "leave_out" }),
  fc.record({
    rule: fc.constant("default"),
    value: fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null), fc.constant([])),
  }),
);
const source: fc.Arbitrary<Source> = fc.record({
  kind: fc.constant("field"),
  path: fc.constantFrom(...paths),
  transforms: fc.array(anyTransform, { maxLength: 2 }),
  ifMissing,
});
const value: fc.Arbitrary<Value> = fc.oneof(
  source,
  fc.record({ kind: fc.constant("text"), parts: fc.array(fc.oneof(fc.string(), source), { maxLength: 3 }) }),
  source.map((one): Value => ({ kind: "list", items: [one] })),
);
const isWarningOnly = (problems: { isWarning: boolean }[]) => problems.every(({ isWarning }) => isWarning);

test("what passes the check makes, of any valid order, a value of the type that is wanted, or fails for what it declares", () => {
  let accepted = 0;
  const order = toArbitrary(z.toJSONSchema(orderPaid.schema)).filter(
    (data) => orderPaid.schema.safeParse(data).success,
  );
  const any = fc.record({ value, shape: fc.constantFrom(...wanted), isRequired: fc.boolean(), data: order });
  fc.assert(
    fc.property(any, ({ value, shape, isRequired, data }) => {
      const input = shapeOfType("object", { fields: { a: { shape, isRequired } } });
      const problems = checkMapping({ a: value }, { event, input, results: {} });
      if (!isWarningOnly(problems)) return;
      accepted += 1;
      const outcome = evaluateMapping(
        { a: value },
        {
          event: { id: "evt_1", type: "order.paid", occurredAt: "2026-10-25T00:30:00.000Z", data },
          results: {},
          merchant: { timeZone: "Europe/Berlin", locale: "en" },
        },
      );
      if (!outcome.isReady) {
        const types = ["mapping_wrong_type", "mapping_no_text", "mapping_not_a_list", "mapping_not_data"];
        for (const { code } of outcome.problems) expect(types).not.toContain(code);
        return;
      }
      if (!("a" in outcome.input)) expect(isRequired).toBe(false);
      for (const { code } of fixedMisfits(outcome.input.a ?? null, { ...shape, isNullable: true }, [])) {
        // The form of a text and its length, where nothing is known of them, and what is left in a list.
        expect(["mapping_wrong_form", "mapping_longer_than", "mapping_items"]).toContain(code);
      }
    }),
    { numRuns: 6_000 },
  );
  expect(accepted).toBeGreaterThan(200);
});
