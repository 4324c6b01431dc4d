import { expect, test, vi } from "vitest";
import { hashCost } from "./hash-cost.ts";
import { hashPassword, verifyPassword } from "./password.ts";

// The cost that every other process than those of these tests has.
vi.unmock("#lib/auth/hash-cost.ts");

test("a password is stored as dear as OWASP advises, and found to be the right one again", async () => {
  expect(hashCost).toEqual({ N: 65_536, r: 8, p: 2 });
  const stored = await hashPassword("crème brûlée");
  expect(stored).toMatch(/^scrypt\$65536\$8\$2\$/);
  expect(await verifyPassword("crème brûlée", stored)).toBe(true);
});
