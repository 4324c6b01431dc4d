import { describe, expect, test } from "vitest";
import { moneyText } from "./money-text.ts";
import { recordStateWords } from "./record-state-words.ts";
import { kindOfPath, progressText } from "./sync-words.ts";

describe("how far a copy has come", () => {
  test("is told with the whole where it is known, and never as more than the whole", () => {
    expect(progressText({ kind: "product", done: 1_200, total: 4_800 })).toBe("1,200 of 4,800 products");
    expect(progressText({ kind: "order", done: 5, total: 3 })).toBe("5 of 5 orders");
    expect(progressText({ kind: "order", done: 1, total: null })).toBe("1 order so far");
  });
});

test.each([
  [{ minor: 1_250, currency: "EUR" }, "€12.50"],
  [{ minor: 1_250, currency: "JPY" }, "JP¥1,250"],
  [{ minor: 1_250, currency: "KWD" }, "KWD\u00a01.250"],
])("money of %o is %s: each currency has its own smallest unit", (amount, text) => {
  expect(moneyText(amount)).toBe(text);
});

test("only what is copied has a page", () => {
  expect([kindOfPath("products"), kindOfPath("orders"), kindOfPath("product")]).toEqual([
    "product",
    "order",
    undefined,
  ]);
});

test("a record's state is told in plain words however the app writes it, and left alone where it is none of them", () => {
  expect([recordStateWords("publish"), recordStateWords("ACTIVE")]).toEqual(["On sale", "On sale"]);
  expect(recordStateWords("Paid, being prepared")).toBe("Paid, being prepared");
});
