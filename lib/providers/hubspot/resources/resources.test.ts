import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Resource } from "#lib/providers/contract/resource.ts";
import { type ProviderTest, startProviderTest } from "#lib/providers/testing/provider-test.ts";
import { hubspot } from "../provider.ts";

const { resources } = hubspot;

let shop: ProviderTest;
beforeAll(async () => {
  shop = await startProviderTest(hubspot);
});
afterAll(() => shop.stop());

async function listAll(resource: Resource, limit: number, search?: string) {
  const items = [];
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<Resource["list"]>> = await resource.list(shop.call(), {
      cursor,
      limit,
      search,
    });
    expect(page.items.length).toBeLessThanOrEqual(limit);
    items.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor !== null);
  return items;
}

describe.each(Object.entries(resources))("%s", (_, resource) => {
  test("are the same in pages of any size", async () => {
    const whole = await listAll(resource, 500);
    expect(whole.length).toBeGreaterThan(1);
    for (const limit of [1, 3]) expect(await listAll(resource, limit)).toEqual(whole);
  });
});

describe("what a form can choose from", () => {
  test("are pipelines with their stages", async () => {
    expect(await listAll(resources.pipelines, 10)).toMatchObject([
      { id: "default", label: "Sales Pipeline" },
      {
        id: "748213906",
        label: "Parties and catering",
        details: { stages: "New enquiry, Offer sent, Deposit paid, Took place, Called off" },
      },
    ]);
  });

  test("are stages by the name of their pipeline, as renamed just now", async () => {
    const sandbox = await hubspot.sandbox();
    await sandbox.commands["rename-stage"]?.run(shop.context);
    expect(await listAll(resources.stages, 50, "came in")).toEqual([
      {
        id: "1092846571",
        label: "Parties and catering: Enquiry came in",
        details: { pipeline: "Parties and catering" },
      },
    ]);
  });

  test("are fields that can be written, the merchant's own among them", async () => {
    const fields = await listAll(resources["contact-properties"], 100);
    expect(fields).toContainEqual({
      id: "favourite_table",
      label: "Favourite table",
      details: { name: "favourite_table", type: "one of its options", options: "window, terrace, bar" },
    });
    expect(fields.map(({ id }) => id)).not.toContain("createdate");
    expect((await listAll(resources["deal-properties"], 100)).map(({ id }) => id)).toContain("guests");
  });

  test("are contacts, found by words in their names and addresses", async () => {
    expect(await listAll(resources.contacts, 10, "marta köhler")).toEqual([
      { id: "60100000103", label: "Marta Köhler", details: { email: "marta.koehler@example.com" } },
    ]);
    expect(await listAll(resources.contacts, 1, "example.com")).toHaveLength(5);
  });
});
