import fc from "fast-check";
import { expect, test } from "vitest";
import { searchTerm, searchWords } from "./client.ts";
import { isFound } from "./sandbox/search.ts";

test("a filter finds exactly the value that was meant, whatever characters it has", () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1 }), fc.string({ minLength: 1 }), (value, other) => {
      const query = searchTerm("sku", value);
      expect(isFound(query, { filters: { sku: value }, words: "" })).toBe(true);
      const isSame = value.toLowerCase().replace(/^#/, "") === other.toLowerCase().replace(/^#/, "");
      expect(isFound(query, { filters: { sku: other }, words: "" })).toBe(isSame);
    }),
  );
});

test("what is typed into a search box never becomes a filter", () => {
  expect(searchWords("sku:OIL (a OR b)")).toBe("sku\\:OIL* \\(a* OR* b\\)*");
  expect(searchWords("  ")).toBeNull();
});
