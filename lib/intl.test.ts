import { expect, test } from "vitest";
import { dateTimeFormat, numberFormat } from "./intl.ts";

test("a format is Intl's own, and made once for its locale and options", () => {
  const euros = numberFormat("en-GB", { style: "currency", currency: "EUR" });
  expect(euros.format(1_234.5)).toBe("€1,234.50");
  expect(numberFormat("en-GB", { style: "currency", currency: "EUR" })).toBe(euros);
  expect(numberFormat("en-GB", { style: "currency", currency: "USD" }).format(1)).toBe("US$1.00");
  expect(numberFormat("de", { style: "currency", currency: "EUR" })).not.toBe(euros);
  expect(numberFormat("en-GB").format(1_234)).toBe("1,234");
});

test("what Intl refuses is refused each time", () => {
  for (const _ of [1, 2])
    expect(() => dateTimeFormat("en", { timeZone: "Nowhere/Town" })).toThrow(RangeError);
});

test("formats are not kept without end", () => {
  const first = numberFormat("en", { minimumIntegerDigits: 1 });
  const options = Array.from({ length: 1_000 }, (_, index) => ({
    minimumFractionDigits: index % 100,
    maximumFractionDigits: 100,
    minimumIntegerDigits: 2 + Math.floor(index / 100),
  }));
  for (const one of options) numberFormat("en", one);
  expect(numberFormat("en", { minimumIntegerDigits: 1 })).not.toBe(first);
});
