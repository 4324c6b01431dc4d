import { existsSync } from "node:fs";
import { expect, test } from "vitest";
import { providers } from "../registry.ts";

const ids = providers.map(({ id }) => id);

test("no two providers have one id", () => {
  expect(new Set(ids).size).toBe(ids.length);
});

test.each(ids)("%s is held to the contract by a test in its folder", (id) => {
  expect(existsSync(new URL(`../${id}/conformance.test.ts`, import.meta.url))).toBe(true);
});
