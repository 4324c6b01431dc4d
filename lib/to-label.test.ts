import { expect, test } from "vitest";
import { toLabel, withinSentence } from "./to-label.ts";

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

test.each([
  ["Total amount", "total amount"],
  ["SKU", "SKU"],
  ["QR code id", "QR code id"],
  ["PayPal order id", "PayPal order id"],
  ["X", "X"],
])("%s stands in a sentence as %s", (label, within) => {
  expect(withinSentence(label)).toBe(within);
});
