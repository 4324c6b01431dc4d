import { describe, expect, test } from "vitest";
import { workMs } from "#lib/testing/work-ms.ts";
import { newPassword, weaknessOfPassword } from "./password-schema.ts";

const about = ["ana.ricci@example.com", "Ana Ricci", "Trattoria Bella"];

describe("a password that would be guessed early is refused", () => {
  test.each([
    ["short", "123456789", "password_too_short"],
    ["a row of figures", "1234567890", "password_row"],
    ["backwards", "0987654321", "password_row"],
    ["a row of keys", "qwertyuiop", "password_row"],
    ["rows side by side", "qwerty12345", "password_row"],
    ["ten spaces", " ".repeat(10), "password_of_spaces"],
    ["spaces of another kind", "\u3000\u2003".repeat(6), "password_of_spaces"],
    ["what nobody sees", "\u200b".repeat(12), "password_of_spaces"],
    ["one character", "aaaaaaaaaa", "password_repeats"],
    ["one character of another plane", "😀".repeat(12), "password_repeats"],
    ["a few characters in turn", "abcabcabcabc", "password_repeats"],
    ["a word repeated", "kiwikiwikiwi", "password_repeats"],
    ["the own address", "ana.ricci@example.com", "password_of_person"],
    ["the own address in capitals", "ANA.RICCI@EXAMPLE.COM", "password_of_person"],
    ["the name of the mailbox and a year", "ana.ricci2026", "password_of_person"],
    ["the own name", "Ana Ricci 1", "password_of_person"],
    ["the shop", "trattoriabella", "password_of_person"],
    ["the most common one", "password123", "password_common"],
    ["with look-alikes", "P@ssw0rd123!", "password_common"],
    ["written twice", "letmeinletmein1", "password_repeats"],
    ["the product", "patchbay2026", "password_common"],
  ])("%s", (_name, password, code) => {
    expect(weaknessOfPassword(password, about)?.code).toBe(code);
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
