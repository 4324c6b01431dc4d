import { invalidArgument } from "../api/problem.ts";
import { googleRoute } from "../api/route.ts";
import { opening } from "../api/scopes.ts";
import { addRow, type Cells, overwrite, putRow, readCells, removeRow, type TabPlace } from "../cells.ts";
import { type Area, readRange, writeRange } from "../ranges.ts";
import { findSpreadsheet, keepSpreadsheet, type Spreadsheet, type Tab } from "../spreadsheet.ts";
import { findTable } from "../tables.ts";
import { spreadsheetPath } from "./match.ts";
import {
  areaOf,
  describeUpdate,
  readWrittenValues,
  unplayedWriteParameters,
  updateFields,
  writeParameters,
} from "./written-values.ts";

const mostTries = 100;

/** https://developers.google.com/workspace/sheets/api/reference/rest/v4/spreadsheets.values/append */
export const appendValuesRoute = googleRoute({
  method: "POST",
  match: spreadsheetPath("/values/(?<range>.+):append"),
  openedBy: opening.sheetsWrite,
  parameters: [...writeParameters, "insertDataOption"],
  unplayed: unplayedWriteParameters,
  answer: { spreadsheetId: true, tableRange: true, updates: updateFields },
  handle: async (request, desk, { id = "", range = "" }) => {
    const spreadsheet = await findSpreadsheet(desk, id, request.scopes);
    const { tab, area } = readRange(range, spreadsheet);
    const values = readWrittenValues(request, range);
    const option = request.query.get("insertDataOption") ?? "OVERWRITE";
    if (option !== "OVERWRITE" && option !== "INSERT_ROWS") {
      const type = "type.googleapis.com/google.apps.sheets.v4.InsertDataOption";
      throw invalidArgument(`Invalid value at 'insert_data_option' (${type}), "${option}"`);
    }
    const place = { store: desk.store, spreadsheetId: id, sheetId: tab.sheetId };
    const { table, written } = await append(place, values, area, option === "INSERT_ROWS");
    await keepSpreadsheet(desk, id, grown(spreadsheet, tab, written));
    return {
      spreadsheetId: id,
      ...(table ? { tableRange: writeRange(tab, table) } : {}),
      updates: describeUpdate(id, tab, written, values),
    };
  },
});

async function append(place: TabPlace, values: Cells, within: Area, isInserted: boolean) {
  for (let tries = 0; tries < mostTries; tries += 1) {
    const cells = await readCells(place);
    const table = findTable(cells, within);
    const top = table ? table.bottom + 1 : within.top;
    const written = areaOf(values, top, table ? table.left : within.left);
    if (values.length === 0) return { table, written };
    if (isInserted && cells.length > top) await moveDown(place, cells, top, values.length);
    const isFree = isInserted || cells.length <= top;
    if (isFree && !(await claimRows(place, values, written))) continue;
    if (!isFree) await overwriteRows(place, cells, values, written);
    return { table, written };
  }
  throw new Error(`Others appended ${mostTries} times meanwhile.`);
}

async function moveDown(place: TabPlace, cells: Cells, from: number, by: number): Promise<void> {
  for (let row = cells.length - 1; row >= from; row -= 1) {
    await putRow(place, row + by, cells[row] ?? []);
    await removeRow(place, row);
  }
}

/** Of two who want the same rows, one gets them. */
async function claimRows(place: TabPlace, values: Cells, { top, left }: Area): Promise<boolean> {
  for (const [index, row] of values.entries()) {
    if (await addRow(place, top + index, overwrite([], row, left))) continue;
    for (let claimed = 0; claimed < index; claimed += 1) await removeRow(place, top + claimed);
    return false;
  }
  return true;
}

async function overwriteRows(place: TabPlace, cells: Cells, values: Cells, { top, left }: Area) {
  for (const [index, row] of values.entries()) {
    await putRow(place, top + index, overwrite(cells[top + index] ?? [], row, left));
  }
}

/** Appending makes a tab as large as it must be. */
function grown(spreadsheet: Spreadsheet, tab: Tab, { bottom, right }: Area): Spreadsheet {
  const larger = {
    ...tab,
    rowCount: Math.max(tab.rowCount, bottom + 1),
    columnCount: Math.max(tab.columnCount, right + 1),
  };
  return {
    ...spreadsheet,
    tabs: spreadsheet.tabs.map((other) => (other.sheetId === tab.sheetId ? larger : other)),
  };
}
