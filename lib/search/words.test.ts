import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { hasWord, toIdForm, toSearchForm, typedWords, wordForms } from "./words.ts";

function isFound(shown: string, query: string): boolean {
  return typedWords(query).every((word) => hasWord([shown], word));
}

describe("a row is found by what it shows", () => {
  test.each([
    ["Order 1042 · €37.50 · 3 items · Mara Klein", "Order 1042"],
    ["Order 1042 · €37.50 · 3 items · Mara Klein", "#1042"],
    ["Order 1042 · €37.50 · 3 items · Mara Klein", "37.50"],
    ["Order 1042 · €37.50 · 3 items · Mara Klein", "€37.50"],
    ["Order 1042 · €37.50 · 3 items · Mara Klein", "klein MARA"],
    ["Order A-1042/7 · €13.00", "a-1042/7"],
    ["Straße 5 · Crème brûlée", "strasse creme"],
    ["ΟΔΟΣ Αθηνών", "οδος"],
    ["東京の注文", "注文"],
    ["mara@example.com", "mara@example.com"],
    ["mara@example.com", "example.com"],
  ])("%j is found by %j", (shown, query) => {
    expect(isFound(shown, query)).toBe(true);
  });

  test.each([
    ["Order 1015 · €104.20", "1042"],
    ["Order 11042", "1042"],
    ["Order 1042", "order 1043"],
    ["Kitchen", "itchen"],
  ])("%j is not found by %j", (shown, query) => {
    expect(isFound(shown, query)).toBe(false);
  });
});

test("each text is found on its own, by each of its words, and by the start of each", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 40 }), fc.nat(40), (shown, length) => {
      expect(isFound(shown, shown)).toBe(true);
      for (const word of typedWords(shown)) {
        expect(isFound(shown, word)).toBe(true);
        expect(isFound(shown, toSearchForm(word).slice(0, length + 1))).toBe(true);
      }
    }),
  );
});

test("an id is found whole and never by a part", () => {
  const stored = ` ${toIdForm("ord_1042")}`;
  const finds = (query: string) => wordForms(query).some((form) => stored.includes(form));
  expect(finds("ord_1042")).toBe(true);
  expect(finds("ORD-1042")).toBe(true);
  expect(finds("1042")).toBe(false);
  expect(finds("ord")).toBe(false);
});
