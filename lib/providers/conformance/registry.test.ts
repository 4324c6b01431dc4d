import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { findManifest, manifests } from "../manifests.ts";
import { loadProvider, loadProviders } from "../registry.ts";

const ids = manifests.map(({ id }) => id);

test("no two providers have one id", () => {
  expect(new Set(ids).size).toBe(ids.length);
});

test("every app of the list has code", async () => {
  expect((await loadProviders()).map(({ id }) => id)).toEqual(ids);
});

test("the code of an app has the app's own manifest, and is loaded once", async () => {
  for (const provider of await loadProviders()) {
    expect(provider).toMatchObject({ ...findManifest(provider.id) });
    expect(await loadProvider(provider.id)).toBe(provider);
  }
  expect(await loadProvider("none")).toBeUndefined();
  expect(await loadProvider("constructor")).toBeUndefined();
});

test.each(ids)("%s is held to the contract by a test in its folder", (id) => {
  expect(existsSync(new URL(`../${id}/conformance.test.ts`, import.meta.url))).toBe(true);
});

/** What stands in the example app because it is none: `npm run new:provider` copies it. */
const leftovers = /\.example\/(?:v1|developers)|give the address of its documentation|"Made up\./;

test.each(ids)("%s has nothing made up left of the example app", (id) => {
  const folder = fileURLToPath(new URL(`../${id}/`, import.meta.url));
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" });
  const own = names.filter((name) => /\.(?:ts|json)$/.test(name) && !name.endsWith(".test.ts"));
  const copied = own.filter((name) => leftovers.test(readFileSync(folder + name, "utf8")));
  expect(copied, "say in these what the vendor's documentation says, and where").toEqual([]);
});
