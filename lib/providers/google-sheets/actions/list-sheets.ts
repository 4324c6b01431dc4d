import { z } from "zod";
import { defineAction } from "../../contract/action.ts";
import { driveFileScope } from "../auth.ts";
import { openSheets } from "../client.ts";
import { parseSpreadsheetId, spreadsheetField } from "../fields.ts";
import { readTabs } from "../tabs.ts";

/** https://developers.google.com/workspace/sheets/api/reference/rest/v4/spreadsheets/get */
export const listSheets = defineAction({
  title: "List the tabs",
  description: "Tells which tabs a spreadsheet has, and how large they are.",
  scopes: [driveFileScope],
  effect: "read",
  idempotency: "not_needed",
  input: z.strictObject({ spreadsheet: spreadsheetField }),
  output: z.object({
    title: z.string().describe("The spreadsheet's name"),
    sheets: z.array(z.object({ title: z.string(), rows: z.number(), columns: z.number() })),
  }),
  example: { spreadsheet: "1patchbaySandboxOrdersSpreadsheet00000000001" },
  run: async (call, { spreadsheet }) => {
    const { title, tabs } = await readTabs(await openSheets(call), parseSpreadsheetId(spreadsheet));
    const sheets = tabs.map((tab) => ({ title: tab.title, rows: tab.rowCount, columns: tab.columnCount }));
    return { title, sheets };
  },
});
