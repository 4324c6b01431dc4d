import { describe, expect, test } from "vitest";
import { workMs } from "#lib/testing/work-ms.ts";
import { newPassword, weaknessOfPassword } from "./password-schema.ts";

const about = ["ana.ricci@example.com", "Ana Ricci", "Trattoria Bella"];

describe("a password that would be guessed early is refused", () => {
  test.each([
    ["short", "123456789", /at least 10/],
    ["a row of figures", "1234567890", /row/],
    ["backwards", "0987654321", /row/],
    ["a row of keys", "qwertyuiop", /row/],
    ["rows side by side", "qwerty12345", /row/],
    ["ten spaces", " ".repeat(10), /Spaces/],
    ["spaces of another kind", "\u3000\u2003".repeat(6), /Spaces/],
    ["what nobody sees", "\u200b".repeat(12), /Spaces/],
    ["one character", "aaaaaaaaaa", /repeats/],
    ["one character of another plane", "😀".repeat(12), /repeats/],
    ["a few characters in turn", "abcabcabcabc", /repeats/],
    ["a word repeated", "kiwikiwikiwi", /repeats/],
    ["the own address", "ana.ricci@example.com", /address or name/],
    ["the own address in capitals", "ANA.RICCI@EXAMPLE.COM", /address or name/],
    ["the name of the mailbox and a year", "ana.ricci2026", /address or name/],
    ["the own name", "Ana Ricci 1", /address or name/],
    ["the shop", "trattoriabella", /address or name/],
    ["the most common one", "password123", /common/],
    ["with look-alikes", "P@ssw0rd123!", /common/],
    ["written twice", "letmeinletmein1", /common|repeats/],
    ["the product", "patchbay2026", /common/],
  ])("%s", (_name, password, words) => {
    expect(weaknessOfPassword(password, about)).toMatch(words);
  });
});

test.each([
  "three words apart",
  "a-long-password",
  "correct horse battery",
  "ça suffit, voilà!",
  "x9$Kq2!mZr",
  "鉄道模型は楽しいですね。",
  "Ana likes long walks",
])("%s is taken", (password) => {
  expect(weaknessOfPassword(password, about)).toBeUndefined();
});

test("a text that is far too long is refused at once, whatever it holds", () => {
  for (const seed of ["a", "a-", "1 ", "\u200b", "😀"]) {
    const password = seed.repeat(250_000 / seed.length);
    expect(newPassword.safeParse(password).success).toBe(false);
    expect(workMs(() => newPassword.safeParse(password), 50)).toBeLessThan(50);
  }
});
