import { beforeEach, expect, test, vi } from "vitest";
import { rememberStarted, takeStarted } from "./connect-started.ts";

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
  rememberStarted("slack");
  expect(takeStarted("slack")).toBe(true);
  expect(takeStarted("slack")).toBe(false);
});

test("an outcome that any other page sends is none of its business", () => {
  expect(takeStarted("slack")).toBe(false);
  rememberStarted("shopify");
  expect(takeStarted("slack")).toBe(false);
  expect(takeStarted("shopify")).toBe(true);
});

test("what was begun long ago is over", () => {
  rememberStarted("slack", 0);
  expect(takeStarted("slack", 16 * 60_000)).toBe(false);
});
