import { z } from "zod";
import { ask, type Sheets } from "../client.ts";
import { unreadable } from "../errors.ts";
import { readTabs } from "../tabs.ts";
import { readHead } from "./head.ts";

const done = z.object({});

/** Whether the first tab of a spreadsheet has headings by now. */
export async function isFurnished(sheets: Sheets, spreadsheetId: string): Promise<boolean> {
  const { headings } = await readHead(sheets, spreadsheetId, undefined);
  return headings.length > 0;
}

/**
 * Names the first tab of a new spreadsheet and gives it headings that stay in sight: all in one step, or nothing.
 * https://developers.google.com/workspace/sheets/api/reference/rest/v4/spreadsheets/batchUpdate
 */
export async function furnish(
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
