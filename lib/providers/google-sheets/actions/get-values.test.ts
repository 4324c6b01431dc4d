import { afterAll, beforeAll, expect, test } from "vitest";
import { type ProviderTest, startProviderTest } from "#lib/providers/testing/provider-test.ts";
import { googleSheets } from "../provider.ts";

const spreadsheet = "1patchbaySandboxOrdersSpreadsheet00000000001";

let shop: ProviderTest;
beforeAll(async () => {
  shop = await startProviderTest(googleSheets);
});
afterAll(() => shop.stop());

test("without a tab the first one is read, without cells all of it", async () => {
  const read = await shop.run("get-values", { spreadsheet });
  expect(read).toMatchObject({ sheet: "Orders", hasMore: false });
  expect(read.rows).toHaveLength(6);
});

test("cells, columns and rows are read from the tab that is named", async () => {
  const read = async (cells: string) =>
    (await shop.run("get-values", { spreadsheet, sheet: "Stock", cells })).rows;
  expect(await read("B2:C3")).toEqual([
    ["6", "3"],
    ["4", "2"],
  ]);
  expect(await read("A:A")).toContainEqual(["Coconut milk, 24 tins"]);
  expect(await read("1:1")).toEqual([["Item", "On hand", "Order again at"]]);
  expect(await read("A20:B30")).toEqual([]);
});

test("of a long tab come 200 rows, and that there are more", async () => {
  for (let row = 1; row <= 201; row += 1) {
    await shop.context.store.put("row", `${spreadsheet}/1204467311/${row}`, { cells: [row] });
  }
  const read = await shop.run("get-values", { spreadsheet, sheet: "Stock" });
  expect(read).toMatchObject({ hasMore: true });
  expect(read.rows).toHaveLength(200);
});

test.each(["A1:B2:C3", "Stock!A1", "A1;B2", "'", "ABCD1"])("%j is no cells", async (cells) => {
  await expect(shop.run("get-values", { spreadsheet, cells })).rejects.toThrow(/Give cells such as A1:D20/);
});

test("cells beyond the tab's edge are told as such", async () => {
  const asked = { spreadsheet, sheet: "Orders", cells: "ZZ1:ZZ2" };
  await expect(shop.run("get-values", asked)).rejects.toMatchObject({
    kind: "invalid_input",
    message: "These cells lie beyond the edge of the tab. Choose others.",
  });
});

test("the tabs are listed with their size", async () => {
  expect(await shop.run("list-sheets", { spreadsheet })).toEqual({
    title: "Orders",
    sheets: [
      { title: "Orders", rows: 1_000, columns: 26 },
      { title: "Stock", rows: 1_000, columns: 26 },
    ],
  });
});
