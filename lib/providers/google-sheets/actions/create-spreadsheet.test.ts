import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type ProviderTest, startProviderTest } from "#lib/providers/testing/provider-test.ts";
import { googleSheets } from "../provider.ts";
import { spreadsheetSchema } from "../sandbox/spreadsheet.ts";
import { losingFirstReply } from "../testing/lose-replies.ts";

let shop: ProviderTest;
beforeAll(async () => {
  shop = await startProviderTest(googleSheets);
});
afterAll(() => shop.stop());

const action = googleSheets.actions["create-spreadsheet"];
const input = { title: "Ana's orders", sheet: "May/June", headings: ["Date", "=1+1"] };

async function named(title: string) {
  const all = await shop.context.store.list("spreadsheet", spreadsheetSchema);
  return all.filter(({ data }) => data.name === title);
}

test("a spreadsheet has the tab and the headings that were asked for, which stay in sight", async () => {
  const made = await shop.run("create-spreadsheet", input);
  const [file] = await named(input.title);
  expect(made).toEqual({
    spreadsheet: file?.id,
    sheet: "May/June",
    url: `https://docs.google.com/spreadsheets/d/${file?.id}/edit`,
    wasThere: false,
  });
  expect(file?.data.tabs).toMatchObject([{ title: "May/June", frozenRowCount: 1 }]);
  const read = await shop.run("get-values", { spreadsheet: made.spreadsheet, sheet: "May/June" });
  expect(read).toEqual({ sheet: "May/June", rows: [["Date", "=1+1"]], hasMore: false });
});

describe("once", () => {
  test.each([
    ["the file", "/drive/v3/files"],
    ["the headings", ":batchUpdate"],
  ])("a lost answer to %s leaves one spreadsheet, whole", async (title, part) => {
    const isLost = ({ method, url }: Request) => method === "POST" && url.includes(part);
    const call = losingFirstReply(shop.call({ idempotencyKey: `dlv_${part.length}` }), isLost);
    await expect(action.run(call, { ...input, title })).rejects.toMatchObject({ kind: "unavailable" });
    const made = await action.run(call, { ...input, title });
    expect(await action.run(call, { ...input, title })).toEqual({ ...made, wasThere: true });
    expect(await named(title)).toMatchObject([
      { id: made.spreadsheet, data: { tabs: [{ title: "May/June" }] } },
    ]);
  });

  test("what the merchant changed since stays", async () => {
    const key = { idempotencyKey: "dlv_changed" };
    const made = await shop.run("create-spreadsheet", { ...input, title: "Changed" }, key);
    await shop.context.store.put("row", `${made.spreadsheet}/0/1`, { cells: ["Day"] });
    await shop.run("create-spreadsheet", { ...input, title: "Changed" }, key);
    const { rows } = await shop.run("get-values", { spreadsheet: made.spreadsheet });
    expect(rows).toEqual([["Day"]]);
  });

  test("two keys make two, under one name", async () => {
    await shop.run("create-spreadsheet", { ...input, title: "Twice" });
    await shop.run("create-spreadsheet", { ...input, title: "Twice" });
    expect(await named("Twice")).toHaveLength(2);
  });
});
