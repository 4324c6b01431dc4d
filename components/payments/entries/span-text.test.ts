import { expect, test } from "vitest";
import { spanText } from "./span-text.ts";

test.each([
  [{ from: "2026-10-02", to: "2026-10-09" }, "2\u2009–\u20099 Oct 2026"],
  [{ from: "2026-10-02", to: undefined }, "Since 2 Oct 2026"],
  [{ from: undefined, to: "2026-10-02" }, null],
  // An address may say anything. Regression: 31 February was shown as 3 March.
  [{ from: "2026-02-31", to: "2026-03-01" }, null],
  [{ from: "2026-02-31T00:00:00Z", to: undefined }, null],
  [{ from: "2028-02-29", to: "2028-02-29" }, "29 Feb 2028"],
  [{ from: "2026-13-01", to: undefined }, null],
  [{ from: "2026-13-01", to: "2026-13-02" }, null],
  [{ from: "9999-99-99", to: "2026-10-02" }, null],
  [{ from: "soon", to: "later" }, null],
  [{ from: "2026-10-02", to: "2026-00-00" }, "Since 2 Oct 2026"],
])("the period %j of an address is %j", (span, words) => {
  expect(spanText(span, "UTC")).toBe(words);
});
