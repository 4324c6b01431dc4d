import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type ProviderTest, startProviderTest } from "#lib/providers/testing/provider-test.ts";
import type { Resource, ResourceItem } from "../../contract/resource.ts";
import { googleSheets } from "../provider.ts";

const orders = "1patchbaySandboxOrdersSpreadsheet00000000001";
const { spreadsheets, sheets } = googleSheets.resources;

let shop: ProviderTest;
beforeAll(async () => {
  shop = await startProviderTest(googleSheets);
  for (const title of [
    "Ana's list",
    "Reviews",
    "Staff 2026",
    "Till \\ counter",
    "Vouchers",
    "Waiting list",
  ]) {
    await shop.run("create-spreadsheet", { title, sheet: "Main", headings: ["Date"] });
  }
});
afterAll(() => shop.stop());

async function all(resource: Resource, limit: number, search?: string): Promise<ResourceItem[]> {
  const items: ResourceItem[] = [];
  let cursor: string | null = null;
  do {
    const page = await resource.list(shop.call(), { cursor, limit, search });
    expect(page.items.length).toBeLessThanOrEqual(limit);
    items.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor !== null);
  return items;
}

describe("spreadsheets", () => {
  test("come page by page, each once, and none that Google hides", async () => {
    const items = await all(spreadsheets, 3);
    expect(items).toHaveLength(7);
    expect(new Set(items.map(({ id }) => id)).size).toBe(7);
    expect(items.map(({ label }) => label)).not.toContain("Staff rota");
  });

  test.each([
    ["staff", ["Staff 2026"]],
    ["ana's", ["Ana's list"]],
    ["till \\", ["Till \\ counter"]],
    ["' or name contains '", []],
  ])("are found by the name %j, to the letter", async (search, labels) => {
    expect((await all(spreadsheets, 10, search)).map(({ label }) => label)).toEqual(labels);
  });

  test("a page that is gone is told as such", async () => {
    const query = { cursor: "made up", limit: 3 };
    await expect(spreadsheets.list(shop.call(), query)).rejects.toMatchObject({
      kind: "invalid_input",
      message: "The list has changed meanwhile. Load it again from the start.",
    });
  });
});

describe("tabs", () => {
  test("of all spreadsheets come page by page, each once, with the spreadsheet's name", async () => {
    const items = await all(sheets, 3);
    expect(items).toHaveLength(8);
    expect(new Set(items.map(({ id }) => id)).size).toBe(8);
    expect(items).toContainEqual({
      id: `${orders}/Stock`,
      label: "Orders › Stock",
      details: { Rows: "1000" },
    });
  });

  test("of one spreadsheet are found by its id and by its name", async () => {
    const byId = await all(sheets, 10, orders);
    expect(byId.map(({ label }) => label)).toEqual(["Orders › Orders", "Orders › Stock"]);
    expect(await all(sheets, 10, "orders")).toEqual(byId);
  });

  test("are good as they are for the tab of an action", async () => {
    const [, stock] = await all(sheets, 10, orders);
    const added = await shop.run("append-row", {
      spreadsheet: orders,
      sheet: stock?.id,
      values: ["Limes", "9"],
    });
    expect(added).toMatchObject({ sheet: "Stock", row: 5 });
  });

  test("a cursor of another making is refused", async () => {
    await expect(sheets.list(shop.call(), { cursor: "x", limit: 3 })).rejects.toMatchObject({
      kind: "invalid_input",
    });
  });
});
