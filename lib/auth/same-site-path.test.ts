import { describe, expect, test } from "vitest";
import { sameSitePath } from "./same-site-path.ts";

test("a path of this site is kept with its query and fragment", () => {
  expect(sameSitePath("/deliveries?status=failed#top")).toBe("/deliveries?status=failed#top");
});

describe("the overview takes the place of", () => {
  test.each([
    ["another site", "https://evil.example/"],
    ["another site without scheme", "//evil.example/"],
    ["a backslash that browsers read as a slash", "/\\evil.example"],
    ["a tab that browsers leave out", "/\t/evil.example"],
    ["a script", "javascript:alert(1)"],
    ["a relative path", "deliveries"],
    ["a malformed host", "//["],
    ["two values", ["/a", "/b"]],
    ["nothing", undefined],
  ])("%s", (_name, wish) => {
    expect(sameSitePath(wish)).toBe("/");
  });
});
