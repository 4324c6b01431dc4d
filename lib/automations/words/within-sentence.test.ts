import { expect, test } from "vitest";
import { withinSentence } from "./within-sentence.ts";

test.each([
  ["Total amount", "total amount"],
  ["SKU", "SKU"],
  ["QR code id", "QR code id"],
  ["PayPal order id", "PayPal order id"],
  ["X", "X"],
])("%s stands in a sentence as %s", (label, within) => {
  expect(withinSentence(label, "en")).toBe(within);
});
