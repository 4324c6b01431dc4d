import { beforeEach, expect, test, vi } from "vitest";
import { rememberBegun, takeBegun } from "./begun-here.ts";

beforeEach(() => {
  const kept = new Map<string, string>();
  vi.stubGlobal("window", {
    sessionStorage: {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => kept.set(key, value),
      removeItem: (key: string) => kept.delete(key),
    },
  });
});

test("a tab takes the outcome of what it has begun, once", () => {
  rememberBegun("slack");
  expect(takeBegun("slack")).toBe(true);
  expect(takeBegun("slack")).toBe(false);
});

test("an outcome that any other page sends is none of its business", () => {
  expect(takeBegun("slack")).toBe(false);
  rememberBegun("shopify");
  expect(takeBegun("slack")).toBe(false);
  expect(takeBegun("shopify")).toBe(true);
});

test("what was begun long ago is over", () => {
  rememberBegun("slack", 0);
  expect(takeBegun("slack", 16 * 60_000)).toBe(false);
});
