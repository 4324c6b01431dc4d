import { z } from "zod";
import { trimmedText } from "#lib/text-schema.ts";
import { defineAction } from "../../contract/action.ts";
import type { FieldMeta } from "../../contract/auth.ts";
import { driveFileScope } from "../auth.ts";
import { ask, openDrive, openSheets, type Sheets } from "../client.ts";
import { unreadable } from "../errors.ts";
import { spreadsheetAddress } from "../fields.ts";
import { createFile, findFile } from "../mark.ts";
import { readHead, readTabs } from "../tabs.ts";

const heading = trimmedText(200).min(1, "A heading must not be empty.");

export const createSpreadsheet = defineAction({
  title: "Make a spreadsheet",
  description: "Makes a new spreadsheet in your Google Drive, with one tab and its headings.",
  scopes: [driveFileScope],
  effect: "write",
  // The key is a property of the file that only this app sees, so that a repetition finds the file.
  idempotency: "look_up_first",
  input: z.strictObject({
    title: trimmedText(200)
      .min(1, "Give the spreadsheet a name.")
      .meta({ title: "Name", placeholder: "Orders 2026" } satisfies FieldMeta),
    sheet: trimmedText(100)
      .min(1, "Give the tab a name.")
      .default("Orders")
      .meta({ title: "Name of the tab", placeholder: "Orders" } satisfies FieldMeta),
    headings: z
      .array(heading)
      .min(1, "Give at least one heading.")
      .max(25, "A new tab takes at most 25 headings.")
      .meta({
        title: "Headings",
        description: "The first row, from the left.",
        isPositional: true,
      } satisfies FieldMeta),
  }),
  output: z.object({
    spreadsheet: z.string().describe("The spreadsheet's id"),
    sheet: z.string().describe("The tab's name"),
    url: z.string().describe("Where the spreadsheet is opened"),
    wasThere: z.boolean().describe("It had been made before, and was left as it is"),
  }),
  link: ({ url }) => url,
  example: {
    title: "Orders 2026",
    sheet: "Orders",
    headings: ["Date", "Order", "Table", "Dishes", "Total"],
  },
  run: async (call, { title, sheet, headings }) => {
    const drive = await openDrive(call);
    const sheets = await openSheets(call);
    const found = await findFile(drive, call.idempotencyKey);
    const spreadsheet = found ?? (await createFile(drive, title, call.idempotencyKey));
    const result = { spreadsheet, sheet, url: spreadsheetAddress(spreadsheet) };
    // The first attempt may have ended between the file and its headings.
    if (found !== null && (await hasHeadings(sheets, spreadsheet))) return { ...result, wasThere: true };
    await writeHeadings(sheets, spreadsheet, { title: sheet, headings });
    return { ...result, wasThere: false };
  },
});

const done = z.object({});

/** Whether the first tab of a spreadsheet has headings by now. */
async function hasHeadings(sheets: Sheets, spreadsheetId: string): Promise<boolean> {
  const { headings } = await readHead(sheets, spreadsheetId, undefined);
  return headings.length > 0;
}

/**
 * Names the first tab of a new spreadsheet and gives it headings that stay in sight: all in one step, or nothing.
 * https://developers.google.com/workspace/sheets/api/reference/rest/v4/spreadsheets/batchUpdate
 */
async function writeHeadings(
  sheets: Sheets,
  spreadsheetId: string,
  { title, headings }: { title: string; headings: readonly string[] },
): Promise<void> {
  const [tab] = (await readTabs(sheets, spreadsheetId)).tabs;
  if (!tab) throw unreadable("a spreadsheet without tabs");
  const { sheetId } = tab;
  const values = headings.map((heading) => ({
    userEnteredValue: { stringValue: heading },
    userEnteredFormat: { textFormat: { bold: true } },
  }));
  const requests = [
    {
      updateSheetProperties: {
        properties: { sheetId, title, gridProperties: { frozenRowCount: 1 } },
        fields: "title,gridProperties.frozenRowCount",
      },
    },
    {
      updateCells: {
        start: { sheetId, rowIndex: 0, columnIndex: 0 },
        rows: [{ values }],
        fields: "userEnteredValue,userEnteredFormat.textFormat.bold",
      },
    },
  ];
  await ask(
    sheets.spreadsheets.batchUpdate({ spreadsheetId, requestBody: { requests }, fields: "spreadsheetId" }),
    done,
  );
}
