import { describe, expect, test } from "vitest";
import { z } from "zod";
import { eventCatalogue } from "#lib/events/catalogue/catalogue.ts";
import { orderPaid, orderPlaced } from "#lib/events/catalogue/orders.ts";
import { loadProviders } from "#lib/providers/registry.ts";
import { followPath } from "./follow-path.ts";
import { toEventShape, toInputShape, toOutputShape } from "./schema-shapes.ts";
import type { Shape } from "./shape.ts";
import { shapeOfJsonSchema } from "./shape-of-json-schema.ts";
import { shapeRows } from "./shape-rows.ts";

const providers = await loadProviders();

const actions = providers.flatMap(({ id, actions }) =>
  Object.entries(actions).map(([name, action]) => ({ name: `${id}.${name}`, action })),
);

function typesIn(shape: Shape, path = ""): string[] {
  const fields = Object.entries(shape.fields).flatMap(([name, field]) =>
    typesIn(field.shape, `${path}.${name}`),
  );
  return [`${path} ${shape.type}`, ...fields, ...(shape.item ? typesIn(shape.item, `${path}[]`) : [])];
}

/** Where the schema itself says nothing. */
const unknown = /blocks\[\]|\.data( |\.)|otherFields\[\]\.value|\.fields\[\]\.value/;

describe("each schema is read whole", () => {
  test.each(actions)("$name", ({ action }) => {
    for (const shape of [toInputShape(action), toOutputShape(action)]) {
      expect(shape.type).toBe("object");
      expect(typesIn(shape).filter((line) => line.endsWith(" any") && !unknown.test(line))).toEqual([]);
    }
    expect(Object.keys(toInputShape(action).fields)).toEqual(Object.keys(action.input.shape));
  });

  test.each(eventCatalogue)("$type", (definition) => {
    const shape = toEventShape(definition);
    expect(typesIn(shape).filter((line) => line.endsWith(" any"))).toEqual([]);
    for (const row of shapeRows(shape))
      expect(followPath(shape, row.path)?.mayBeMissing).toBe(!row.isRequired);
  });
});

test("a schema that cannot be read is anything", () => {
  for (const odd of [null, 5, "x", [], { type: 5 }, { properties: [] }]) {
    expect(shapeOfJsonSchema(odd).type).toMatch(/any|object/);
  }
});

describe("an order", () => {
  const shape = toEventShape(orderPaid);
  const at = (...path: (string | number)[]) => followPath(shape, ["data", ...path]);

  test.each([
    ["totalAmount", "integer", "paid_amount"],
    ["taxAmount", "integer", "tax"],
    ["currency", "text", "currency"],
    ["number", "text", "order_number"],
    ["orderId", "text", "order_id"],
    ["lines", "lines", "lines"],
    ["customer.email", "text", "email"],
    ["customer.phone", "text", "phone"],
    ["customer.name", "text", "person_name"],
    ["customer.hasMarketingConsent", "boolean", "consent"],
    ["payment.paidAt", "instant", "moment"],
    ["payment.id", "text", "payment_id"],
    ["tableNumber", "text", "table"],
    ["note", "text", "note"],
  ])("has a %s: %s, %s", (path, type, meaning) => {
    expect(at(...path.split("."))?.shape).toMatchObject({ type, meaning });
  });

  test("that was placed has a total that may not be paid", () => {
    const placed = followPath(toEventShape(orderPlaced), ["data", "totalAmount"]);
    expect(placed?.shape.meaning).toBe("amount");
  });

  test("has lines of which the first is always there, and the second may not be", () => {
    expect(at("lines", 0, "name")).toMatchObject({ mayBeMissing: false, shape: { meaning: "product_name" } });
    expect(at("lines", 0, "sku")).toMatchObject({ mayBeMissing: true, shape: { example: "PIZZA-MARG" } });
    expect(at("lines", 1, "name")?.mayBeMissing).toBe(true);
    expect(at("lines", 500)).toBeNull();
    expect(at("lines", "name")).toBeNull();
    expect(at("payment", "method")?.shape.values).toContain("apple_pay");
  });
});

test("money is an amount with its currency, and an amount that may be null is an amount", () => {
  const shape = shapeOfJsonSchema(
    z.toJSONSchema(
      z.object({
        value: z.strictObject({ amount: z.int(), currency: z.string() }),
        totalAmount: z.int().nullable().describe("In minor units"),
      }),
    ),
  );
  expect(followPath(shape, ["value"])?.shape.type).toBe("money");
  expect(followPath(shape, ["totalAmount"])).toMatchObject({
    mayBeMissing: true,
    shape: { type: "integer", isNullable: true, meaning: "amount" },
  });
});
