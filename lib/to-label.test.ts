import { expect, test } from "vitest";
import { toLabel } from "./to-label.ts";

test.each([
  ["lineItems", "Line items"],
  ["first_name", "First name"],
  ["has_marketing-consent", "Has marketing consent"],
  ["sku", "SKU"],
  ["qrCodeId", "QR code id"],
  ["shortUrl", "Short URL"],
  ["paypalOrderId", "PayPal order id"],
  ["constructor", "Constructor"],
  ["__proto__", "Proto"],
  ["", ""],
])("%s is read as %s", (name, label) => {
  expect(toLabel(name)).toBe(label);
});
