import { randomBytes } from "node:crypto";
import { describe, expect, test } from "vitest";
import { findWeakness } from "./weak-secret.ts";

describe("findWeakness", () => {
  test.each([
    "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
    "changemechangemechangemechangeme",
    "please-change-me-before-production",
    "my-super-secret-value-for-nextauth-1",
    "your-secret-goes-here-1234567890-ab",
    "0123456789abcdefghijklmnopqrstuvwxyz",
    "abcdefghabcdefghabcdefghabcdefgh",
    "12121212121212121212121212121212",
  ])("finds %s weak", (secret) => {
    expect(findWeakness(secret)).toBeDefined();
  });

  test("accepts random secrets in base64 and hex", () => {
    for (let round = 0; round < 500; round++) {
      expect(findWeakness(randomBytes(32).toString("base64"))).toBeUndefined();
      expect(findWeakness(randomBytes(32).toString("hex"))).toBeUndefined();
    }
  });
});
