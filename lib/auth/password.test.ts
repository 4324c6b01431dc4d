import { scryptSync } from "node:crypto";
import { expect, test } from "vitest";
import { hashCost } from "./hash-cost.ts";
import { hashPassword, verifyPassword } from "./password.ts";

test("only the password that was hashed is right", async () => {
  const stored = await hashPassword("crème brûlée");
  expect(await verifyPassword("crème brûlée", stored)).toBe(true);
  expect(await verifyPassword("creme brulee", stored)).toBe(false);
  expect(await verifyPassword("", stored)).toBe(false);
});

test("a password is the same however the keyboard composes its accents", async () => {
  const stored = await hashPassword("caf\u00e9 au lait");
  expect(await verifyPassword("cafe\u0301 au lait", stored)).toBe(true);
});

test("a hash says what it cost, so that the cost can be raised for new ones", async () => {
  const { N, r, p } = hashCost;
  expect(await hashPassword("anything")).toMatch(
    new RegExp(`^scrypt\\$${N}\\$${r}\\$${p}\\$[A-Za-z0-9+/]{22}==\\$[A-Za-z0-9+/]{43}=$`),
  );
  const older = "scrypt$512$8$1$c2FsdHNhbHRzYWx0c2FsdA==$";
  const key = scryptSync("anything", Buffer.from("c2FsdHNhbHRzYWx0c2FsdA==", "base64"), 32, {
    N: 512,
    r: 8,
    p: 1,
  });
  expect(await verifyPassword("anything", `${older}${key.toString("base64")}`)).toBe(true);
});

test("a stored hash that is not one is a fault to hear of, not a wrong password", async () => {
  await expect(verifyPassword("anything", "plain")).rejects.toThrow("malformed");
});
