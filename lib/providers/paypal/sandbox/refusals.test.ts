import { afterAll, beforeAll, expect, test } from "vitest";
import { type ProviderTest, startProviderTest } from "../../testing/provider-test.ts";
import { paypal } from "../provider.ts";

let scene: ProviderTest;
beforeAll(async () => {
  scene = await startProviderTest(paypal);
});
afterAll(() => scene.stop());

const amount = { currency_code: "EUR", value: "26.00" };
const unit = { amount };
const order = (purchase_unit: object) => ({ intent: "CAPTURE", purchase_units: [purchase_unit] });
const placed = "/purchase_units/@reference_id=='default'/amount";

// https://developer.paypal.com/docs/api/orders/v2/#errors
test.each([
  [{ purchase_units: [unit] }, 400, "MISSING_REQUIRED_PARAMETER", "/intent"],
  [{ intent: "CAPTURE" }, 400, "MISSING_REQUIRED_PARAMETER", "/purchase_units"],
  [order({}), 400, "MISSING_REQUIRED_PARAMETER", "/purchase_units/0/amount"],
  [{ intent: "TAKE", purchase_units: [unit] }, 400, "INVALID_PARAMETER_VALUE", "/intent"],
  [
    order({ amount, custom_id: "x".repeat(128) }),
    400,
    "INVALID_STRING_LENGTH",
    "/purchase_units/0/custom_id",
  ],
  [
    order({ amount: { ...amount, value: "26,00" } }),
    400,
    "INVALID_PARAMETER_SYNTAX",
    "/purchase_units/0/amount/value",
  ],
  [order({ amount: { ...amount, value: "26.001" } }), 422, "DECIMAL_PRECISION", `${placed}/value`],
  [order({ amount: { ...amount, value: "0.00" } }), 422, "CANNOT_BE_ZERO_OR_NEGATIVE", `${placed}/value`],
  [
    order({ amount: { ...amount, currency_code: "XXX" } }),
    422,
    "INVALID_CURRENCY_CODE",
    `${placed}/currency_code`,
  ],
  [
    order({ amount: { currency_code: "JPY", value: "26.50" } }),
    422,
    "DECIMALS_NOT_SUPPORTED",
    `${placed}/value`,
  ],
])("PayPal refuses an order of %j: %i %s at %s", async (json, status, issue, field) => {
  const url = "https://api-m.paypal.com/v2/checkout/orders";
  const headers = { "paypal-request-id": crypto.randomUUID() };
  const reply = await scene.call().request({ method: "POST", url, json, headers });
  expect(reply).toMatchObject({
    status,
    json: {
      name: status === 400 ? "INVALID_REQUEST" : "UNPROCESSABLE_ENTITY",
      message: expect.any(String),
      debug_id: expect.any(String),
      details: [{ issue, field, location: "body", description: expect.any(String) }],
      links: [{ rel: "information_link", method: "GET" }],
    },
  });
});
