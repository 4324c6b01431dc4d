import { expect, test } from "vitest";
import { feeRuleText } from "./fee-rule-text.ts";

const rule = { policyId: null, step: 1, decidedAt: "2026-10-02T18:00:00.000Z" };

test.each([
  [
    { basisPoints: 400, minimum: 0, share: 200, ceiling: 250, decidedBy: "share" as const },
    { amount: 5_000, currency: "USD", fee: 200 },
    "4% of $50.00 is $2.00.",
  ],
  [
    { basisPoints: 250, minimum: 50, share: 25, ceiling: 50, decidedBy: "minimum" as const },
    { amount: 1_000, currency: "EUR", fee: 50 },
    "2.5% of €10.00 is €0.25, which is less than the minimum of €0.50.",
  ],
  [
    { basisPoints: 250, minimum: 80, share: 25, ceiling: 50, decidedBy: "ceiling" as const },
    { amount: 1_000, currency: "EUR", fee: 50 },
    "2.5% of €10.00 is €0.25, at least €0.80; but no fee is above 5%, which is €0.50.",
  ],
])("a fee tells how it came about", (arithmetic, about, text) => {
  expect(feeRuleText({ ...rule, ...arithmetic }, about)).toBe(text);
});
