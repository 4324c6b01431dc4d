import { existsSync } from "node:fs";
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
