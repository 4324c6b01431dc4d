import { describe, expect, test } from "vitest";
import { filterQuery } from "./filter-query.ts";

describe("filterQuery", () => {
  test("leaves out empty values and the cursor of the old filter", () => {
    const entries: [string, string][] = [
      ["q", "  order 1042 "],
      ["status", ""],
      ["cursor", "abc"],
    ];
    expect(filterQuery(entries)).toBe("?q=order+1042");
  });

  test("is empty when nothing is filtered, so that the address stays clean", () => {
    expect(filterQuery([["q", "   "]])).toBe("");
  });

  test("keeps a name that occurs more than once", () => {
    expect(
      filterQuery([
        ["status", "failed"],
        ["status", "held"],
      ]),
    ).toBe("?status=failed&status=held");
  });
});
