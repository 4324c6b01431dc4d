import { z } from "zod";
import { trimmedText } from "#lib/text-schema.ts";
import { defineAction } from "../../contract/action.ts";
import type { FieldMeta } from "../../contract/auth.ts";
import { formatRange, readRange } from "../a1.ts";
import { driveFileScope } from "../auth.ts";
import { ask, openSheets } from "../client.ts";
import { parseSpreadsheetId, parseTabTitle, spreadsheetField, tabField } from "../fields.ts";
import { inTab } from "../tabs.ts";
import { tell } from "../words.ts";

const mostRows = 200;

const answer = z.object({ range: z.string(), values: z.array(z.array(z.string())).default([]) });

/** https://developers.google.com/workspace/sheets/api/reference/rest/v4/spreadsheets.values/get */
export const getValues = defineAction({
  title: "Read cells",
  description: `Reads cells of a tab as they are shown, at most ${mostRows} rows.`,
  scopes: [driveFileScope],
  effect: "read",
  idempotency: "not_needed",
  input: z.strictObject({
    spreadsheet: spreadsheetField,
    sheet: tabField,
    cells: trimmedText(40)
      .regex(
        /^(?:[A-Za-z]{1,3}\d{0,7}(?::[A-Za-z]{1,3}\d{0,7})?|\d{1,7}:\d{1,7})$/,
        tell("give_cells_such_as_a1"),
      )
      .optional()
      .meta({
        title: "Cells",
        description: `Left out: the first ${mostRows} rows.`,
        placeholder: "A1:D20",
      } satisfies FieldMeta),
  }),
  output: z.object({
    sheet: z.string().describe("The tab's name"),
    rows: z.array(z.array(z.string())).describe("Row by row, without empty cells at the end"),
    hasMore: z.boolean().describe("There are more rows than these"),
  }),
  example: {
    spreadsheet: "1patchbaySandboxOrdersSpreadsheet00000000001",
    sheet: "Orders",
    cells: "A1:E5",
  },
  run: async (call, { spreadsheet, sheet, cells = `1:${mostRows + 1}` }) => {
    const spreadsheetId = parseSpreadsheetId(spreadsheet);
    const title = parseTabTitle(sheet, spreadsheetId);
    const range = title === undefined ? cells : formatRange(title, cells);
    const sheets = await openSheets(call);
    const { values, range: whole } = await inTab(sheets, { spreadsheetId, title }, () =>
      ask(sheets.spreadsheets.values.get({ spreadsheetId, range, fields: "range,values" }), answer),
    );
    return {
      sheet: readRange(whole)?.tab ?? title ?? "",
      rows: values.slice(0, mostRows),
      hasMore: values.length > mostRows,
    };
  },
});
