import { afterAll, beforeAll, expect, test } from "vitest";
import { type ProviderTest, startProviderTest } from "../../testing/provider-test.ts";
import { woocommerce } from "../provider.ts";

let shop: ProviderTest;
beforeAll(async () => {
  shop = await startProviderTest(woocommerce);
});
afterAll(() => shop.stop());

const line = { product_id: 102, quantity: 1 };

// WordPress: https://developer.wordpress.org/reference/functions/rest_validate_value_from_schema/
test.each([
  [
    "POST",
    "orders",
    { line_items: "two" },
    "line_items",
    "rest_invalid_type",
    "line_items is not of type array.",
  ],
  [
    "POST",
    "orders",
    { line_items: [{ ...line, quantity: "two" }] },
    "line_items",
    "rest_invalid_type",
    "line_items[0][quantity] is not of type integer.",
  ],
  [
    "POST",
    "orders",
    { line_items: [line], billing: { first_name: 7 } },
    "billing",
    "rest_invalid_type",
    "billing[first_name] is not of type string.",
  ],
  [
    "POST",
    "orders",
    { line_items: [line], billing: { email: "marta" } },
    "billing",
    "rest_invalid_email",
    expect.any(String),
  ],
  [
    "POST",
    "orders",
    { line_items: [line], customer_note: [] },
    "customer_note",
    "rest_invalid_type",
    "customer_note is not of type string.",
  ],
  [
    "PUT",
    "orders/1202",
    { status: "delivered" },
    "status",
    "rest_not_in_enum",
    expect.stringMatching(/^status is not one of /),
  ],
  [
    "PUT",
    "products/101",
    { manage_stock: "perhaps" },
    "manage_stock",
    "rest_invalid_type",
    "manage_stock is not of type boolean.",
  ],
  [
    "PUT",
    "products/101",
    { manage_stock: true, stock_quantity: "many" },
    "stock_quantity",
    "rest_invalid_type",
    "stock_quantity is not of type integer.",
  ],
  [
    "GET",
    "orders?per_page=101",
    undefined,
    "per_page",
    "rest_out_of_bounds",
    "per_page must be between 1 (inclusive) and 100 (inclusive)",
  ],
] as const)("a shop refuses %s %s with %j and names %s", async (method, path, json, name, code, message) => {
  const url = `https://${shop.account.externalId}/wp-json/wc/v3/${path}`;
  const reply = await shop.call().request({ method, url, json });
  expect(reply).toMatchObject({
    status: 400,
    json: {
      code: "rest_invalid_param",
      message: `Invalid parameter(s): ${name}`,
      data: { status: 400, params: { [name]: message }, details: { [name]: { code, message, data: null } } },
    },
  });
});

test.each([
  ["POST", "webhooks", { topic: "order.created" }, 400, "rest_missing_callback_param"],
  [
    "POST",
    "webhooks",
    { topic: "order.eaten", delivery_url: "https://shop.example/hook" },
    400,
    "woocommerce_rest_shop_webhook_invalid_topic",
  ],
  [
    "POST",
    "webhooks",
    { topic: "order.created", delivery_url: "shop.example" },
    400,
    "woocommerce_rest_shop_webhook_invalid_delivery_url",
  ],
  ["GET", "orders/99999", undefined, 404, "woocommerce_rest_shop_order_invalid_id"],
  ["PUT", "orders/99999", { status: "completed" }, 400, "woocommerce_rest_shop_order_invalid_id"],
  ["GET", "products/99999", undefined, 404, "woocommerce_rest_product_invalid_id"],
  ["POST", "orders", { line_items: [{ quantity: 1 }] }, 400, "woocommerce_rest_required_product_reference"],
  ["GET", "nothing", undefined, 404, "rest_no_route"],
] as const)("a shop refuses %s %s with %j: %i %s", async (method, path, json, status, code) => {
  const url = `https://${shop.account.externalId}/wp-json/wc/v3/${path}`;
  const reply = await shop.call().request({ method, url, json });
  expect(reply).toMatchObject({ status, json: { code, message: expect.any(String), data: { status } } });
});
