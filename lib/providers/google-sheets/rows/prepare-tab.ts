import { z } from "zod";
import { cellsOf, columnName } from "../a1.ts";
import { ask, type Sheets } from "../client.ts";
import type { Head } from "./head.ts";
import { missingHeadings } from "./layout.ts";
import { widenTab } from "./widen-tab.ts";

const columns = z.object({ values: z.array(z.array(z.string())).default([]) });
const done = z.object({});

/**
 * Makes a tab ready for rows: adds the headings that it lacks, the one for ids among them, right of all that it holds.
 * @returns the tab as it is then
 */
export async function prepareTab(
  sheets: Sheets,
  spreadsheetId: string,
  head: Head,
  valueCount: number,
): Promise<Head> {
  const usedColumns = await countUsedColumns(sheets, spreadsheetId, head);
  const missing = missingHeadings(head.headings, valueCount, usedColumns);
  const wide = await widenTab(sheets, spreadsheetId, head, missing.length);
  await ask(
    sheets.spreadsheets.values.update({
      spreadsheetId,
      range: cellsOf(head.tab, `A1:${columnName(missing.length - 1)}1`),
      valueInputOption: "RAW",
      requestBody: { values: [missing] },
      fields: "updatedRange",
    }),
    done,
  );
  return { ...wide, headings: missing.map((added, column) => added ?? head.headings[column] ?? "") };
}

/** Columns may hold something under no heading. */
async function countUsedColumns(sheets: Sheets, spreadsheetId: string, head: Head): Promise<number> {
  const { tab, columnCount, headings } = head;
  if (headings.length >= columnCount) return headings.length;
  const range = cellsOf(tab, `${columnName(headings.length)}:${columnName(columnCount - 1)}`);
  const { values } = await ask(
    sheets.spreadsheets.values.get({ spreadsheetId, range, majorDimension: "COLUMNS", fields: "values" }),
    columns,
  );
  return headings.length + values.length;
}
