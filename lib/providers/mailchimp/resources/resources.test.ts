import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type ProviderTest, startProviderTest } from "#lib/providers/testing/provider-test.ts";
import { mailchimp } from "../provider.ts";

let shop: ProviderTest;
beforeAll(async () => {
  shop = await startProviderTest(mailchimp, { settings: { dc: "us21" } });
});
afterAll(() => shop.stop());

const { resources } = mailchimp;
const first = { cursor: null, limit: 50 };

describe("a form offers", () => {
  test("audiences with the number of people that get what is sent", async () => {
    const { items, nextCursor } = await resources.audiences.list(shop.call(), first);
    expect(items).toEqual([
      { id: "6f1a9c04b2", label: "Guests", details: { contacts: "5" } },
      { id: "c83d5e7f10", label: "Wine evenings", details: { contacts: "2" } },
    ]);
    expect(nextCursor).toBeNull();
  });

  test("templates by name", async () => {
    const { items } = await resources.templates.list(shop.call(), first);
    expect(items.map(({ id, label }) => [id, label])).toEqual([
      ["10013418", "Monthly menu"],
      ["10013522", "Special evening"],
    ]);
  });

  test("campaigns that are drafts, for no other can be sent", async () => {
    const { items } = await resources.campaigns.list(shop.call(), first);
    expect(items.map(({ label }) => label).toSorted()).toEqual(["Christmas menus", "New opening hours"]);
  });

  test("each tag once, with the audiences that have it", async () => {
    const { items } = await resources.tags.list(shop.call(), first);
    expect(items).toEqual([
      { id: "Lunch club", label: "Lunch club", details: { audience: "Guests" } },
      { id: "New", label: "New", details: { audience: "Guests" } },
      { id: "Regulars", label: "Regulars", details: { audience: "Guests, Wine evenings" } },
      { id: "Vegetarian", label: "Vegetarian", details: { audience: "Guests" } },
    ]);
    const found = await resources.tags.list(shop.call(), { ...first, search: "veg" });
    expect(found.items.map(({ id }) => id)).toEqual(["Vegetarian"]);
  });
});

test.each(Object.entries(resources))("%s come page by page, each item once", async (_, resource) => {
  const all = await resource.list(shop.call(), first);
  const ids: string[] = [];
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof resource.list>> = await resource.list(shop.call(), {
      cursor,
      limit: 1,
    });
    expect(page.items.length).toBeLessThanOrEqual(1);
    ids.push(...page.items.map(({ id }) => id));
    cursor = page.nextCursor;
  } while (cursor !== null);
  expect(ids).toEqual(all.items.map(({ id }) => id));
});

test("campaigns are listed with how many people read them", async () => {
  const { campaigns } = await shop.run("list-campaigns", { status: "sent" });
  expect(campaigns).toMatchObject([
    {
      title: "September menu",
      audience: "Guests",
      emailsSent: 5,
      opened: 4,
      clicked: 2,
      statusInWords: "sent",
    },
  ]);
});
