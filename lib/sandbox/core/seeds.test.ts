import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import type { ProviderSandbox } from "#lib/providers/sandbox-kit/contract.ts";
import { tinySandbox } from "../testing/tiny-shop.ts";
import { merchantSlug } from "./merchant-slug.ts";
import { namedSeed, numberedSeed } from "./seeds.ts";

const merchant = { id: "mer_1", name: "Café Blau" };
const tiny = tinySandbox();

test("each number has a seed of its own", () => {
  const labels = [1, 2, 3].map((number) => numberedSeed(tiny, merchant, number).label);
  expect(labels).toEqual(["Café Blau", "Café Blau 2", "Café Blau 3"]);
});

test("a name that is a numbered one's gets that one's seed", () => {
  const second = numberedSeed(tiny, merchant, 2);
  expect(namedSeed(tiny, merchant, second)).toEqual(second);
});

test("another name gets a seed that agrees with it", () => {
  const seed = namedSeed(tiny, merchant, { externalId: "harbour.tiny.example", label: "Café Blau 2" });
  expect(seed).toMatchObject({ externalId: "harbour.tiny.example", label: "Café Blau" });
});

test("where the provider's names are random, the label tells which seed it was", () => {
  const random: ProviderSandbox = {
    ...tiny,
    newAccount: ({ name }) => ({ externalId: randomUUID(), label: name, objects: [] }),
  };
  const seed = namedSeed(random, merchant, { externalId: "T-long-ago", label: "Café Blau 2" });
  expect(seed.label).toBe("Café Blau 2");
});

test.each([
  ["Café Blau", /^cafe-blau-[0-9a-f]{6}$/],
  ["  --- ", /^shop-[0-9a-f]{6}$/],
  ["寿司", /^shop-[0-9a-f]{6}$/],
  ["A very long name of a restaurant by the sea", /^[a-z-]{1,24}-[0-9a-f]{6}$/],
])("the merchant %j has a slug that fits into an address", (name, form) => {
  expect(merchantSlug({ id: "mer_1", name })).toMatch(form);
});

test("two merchants of one name have different slugs", () => {
  expect(merchantSlug(merchant)).not.toBe(merchantSlug({ ...merchant, id: "mer_2" }));
});
