import { describe, expect, test } from "vitest";
import { parseTheme } from "./theme.ts";

describe("parseTheme", () => {
  test.each(["light", "dark"] as const)("keeps %s", (theme) => {
    expect(parseTheme(theme)).toBe(theme);
  });

  test.each([undefined, "", "system", "DARK", '"><script>'])("takes %j for the system's theme", (value) => {
    expect(parseTheme(value)).toBe("system");
  });
});
