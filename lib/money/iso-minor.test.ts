import { expect, test } from "vitest";
import { toIsoMinor } from "./iso-minor.ts";

test.each([
  [3_450, "EUR", 3_450],
  [500, "JPY", 500],
  [5_120, "KWD", 5_120],
  [500_000, "ISK", 5_000],
  [150, "ISK", 1],
  [500_000, "UGX", 5_000],
  [500, "MGA", 50_000],
])("%d of %s is %d in events", (minor, code, iso) => {
  expect(toIsoMinor(minor, code)).toBe(iso);
});
