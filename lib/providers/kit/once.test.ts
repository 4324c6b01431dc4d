import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { lookUpFirst, shortKey } from "./once.ts";

describe("a write that is looked up first", () => {
  const make = async () => "made";

  test("is made where nobody can have used its key, without looking", async () => {
    const find = () => Promise.reject(new Error("It was looked for."));
    expect(await lookUpFirst({ isFirstUse: true }, { find, make })).toEqual({
      made: "made",
      wasThereAlready: false,
    });
  });

  test("is made where a repetition finds nothing", async () => {
    const find = async () => null;
    expect(await lookUpFirst({ isFirstUse: false }, { find, make })).toEqual({
      made: "made",
      wasThereAlready: false,
    });
  });

  test("is not made again where an earlier try has made it", async () => {
    const never = () => Promise.reject(new Error("It was made again."));
    const found = await lookUpFirst({ isFirstUse: false }, { find: async () => "earlier", make: never });
    expect(found).toEqual({ made: "earlier", wasThereAlready: true });
  });

  test("is not made where the look fails", async () => {
    const never = () => Promise.reject(new Error("It was made blindly."));
    const find = () => Promise.reject(new Error("timeout"));
    await expect(lookUpFirst({ isFirstUse: false }, { find, make: never })).rejects.toThrow("timeout");
  });
});

describe("a key made short", () => {
  const key = fc.stringMatching(/^[A-Za-z0-9_-]{1,64}$/);

  test("is as long as asked, the same each time, and of letters that every app takes", () => {
    fc.assert(
      fc.property(key, fc.integer({ min: 1, max: 64 }), (text, length) => {
        expect(shortKey(text, length)).toMatch(new RegExp(`^[0-9a-f]{${length}}$`));
        expect(shortKey(text, length)).toBe(shortKey(text, length));
        expect(shortKey(text, 64).startsWith(shortKey(text, length))).toBe(true);
      }),
    );
  });

  test("is another one for another key", () => {
    const keys = Array.from({ length: 20_000 }, (_, index) => shortKey(`dlv_${index}`, 12));
    expect(new Set(keys).size).toBe(keys.length);
  });

  test("stays what it is for good: what was made under it is found by it", () => {
    expect(shortKey("dlv_01hzy3v4", 12)).toBe("a933a6fa7c60");
  });
});
