import { z } from "zod";
import { invalidArgument, notPlayed } from "./answers.ts";
import { type GoogleRequest, googleRoute, readJson, spreadsheetPath } from "./api.ts";
import {
  addRow,
  type Cells,
  type CellValue,
  overwrite,
  putRow,
  readCells,
  removeRow,
  type TabPlace,
} from "./cells.ts";
import { type Area, beyondGrid, readRange, writeRange } from "./ranges.ts";
import { opening } from "./scopes.ts";
import { findSpreadsheet, keepSpreadsheet, type Spreadsheet, type Tab } from "./spreadsheet.ts";
import { findTable } from "./tables.ts";

const body = z.strictObject({
  range: z.string().optional(),
  majorDimension: z.enum(["ROWS", "COLUMNS"]).optional(),
  values: z.array(z.array(z.union([z.string().max(50_000), z.number(), z.boolean(), z.null()]))).default([]),
});

const writeParameters = ["valueInputOption"];

const unplayedWriteParameters = [
  "includeValuesInResponse",
  "responseValueRenderOption",
  "responseDateTimeRenderOption",
];

const updateFields = {
  spreadsheetId: true,
  updatedRange: true,
  updatedRows: true,
  updatedColumns: true,
  updatedCells: true,
} as const;

/** https://developers.google.com/workspace/sheets/api/reference/rest/v4/spreadsheets.values/update */
export const updateValuesRoute = googleRoute({
  method: "PUT",
  match: spreadsheetPath("/values/(?<range>.+)"),
  openedBy: opening.sheetsWrite,
  parameters: writeParameters,
  unplayed: unplayedWriteParameters,
  answer: updateFields,
  handle: async (request, context, { id = "", range = "" }) => {
    const spreadsheet = await findSpreadsheet(context, id, request.scopes);
    const { tab, area } = readRange(range, spreadsheet);
    const values = readWrittenValues(request, range);
    const written = toArea(values, area.top, area.left);
    if (written.right > tab.columnCount - 1 || written.bottom > tab.rowCount - 1) {
      throw beyondGrid(tab, written);
    }
    if (written.right > area.right || written.bottom > area.bottom) {
      const asked = writeRange(tab, area);
      throw invalidArgument(
        `Requested writing within range [${asked}], but tried writing to ${writeRange(tab, written)}`,
      );
    }
    const place = { store: context.store, spreadsheetId: id, sheetId: tab.sheetId };
    const cells = await readCells(place);
    for (const [index, row] of values.entries()) {
      const number = area.top + index;
      await putRow(place, number, overwrite(cells[number] ?? [], row, area.left));
    }
    await keepSpreadsheet(context, id, spreadsheet);
    return describeUpdate(id, tab, written, values);
  },
});

const mostTries = 100;

/** https://developers.google.com/workspace/sheets/api/reference/rest/v4/spreadsheets.values/append */
export const appendValuesRoute = googleRoute({
  method: "POST",
  match: spreadsheetPath("/values/(?<range>.+):append"),
  openedBy: opening.sheetsWrite,
  parameters: [...writeParameters, "insertDataOption"],
  unplayed: unplayedWriteParameters,
  answer: { spreadsheetId: true, tableRange: true, updates: updateFields },
  handle: async (request, context, { id = "", range = "" }) => {
    const spreadsheet = await findSpreadsheet(context, id, request.scopes);
    const { tab, area } = readRange(range, spreadsheet);
    const values = readWrittenValues(request, range);
    const option = request.query.get("insertDataOption") ?? "OVERWRITE";
    if (option !== "OVERWRITE" && option !== "INSERT_ROWS") {
      const type = "type.googleapis.com/google.apps.sheets.v4.InsertDataOption";
      throw invalidArgument(`Invalid value at 'insert_data_option' (${type}), "${option}"`);
    }
    const place = { store: context.store, spreadsheetId: id, sheetId: tab.sheetId };
    const { table, written } = await append(place, values, area, option === "INSERT_ROWS");
    await keepSpreadsheet(context, id, grown(spreadsheet, tab, written));
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
    const written = toArea(values, top, table ? table.left : within.left);
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

/** The rows that a request writes. @throws {Refused} */
function readWrittenValues(request: GoogleRequest, range: string): Cells {
  const option = request.query.get("valueInputOption");
  if (option === null) throw invalidArgument("'valueInputOption' is required but not specified");
  if (option === "USER_ENTERED") throw notPlayed("USER_ENTERED, for it works out no formulas");
  if (option !== "RAW") {
    const type = "type.googleapis.com/google.apps.sheets.v4.ValueInputOption";
    throw invalidArgument(`Invalid value at 'value_input_option' (${type}), "${option}"`);
  }
  const data = readJson(request, body, "data");
  if (data.range !== undefined && data.range !== range) {
    throw invalidArgument(`Requested writing within range [${range}], but the data has [${data.range}]`);
  }
  if (data.majorDimension === "COLUMNS") throw notPlayed("writing column by column");
  return data.values;
}

/** https://developers.google.com/workspace/sheets/api/reference/rest/v4/UpdateValuesResponse */
function describeUpdate(spreadsheetId: string, tab: Tab, area: Area, values: Cells) {
  const cells: CellValue[] = values.flat().filter((value) => value !== null);
  return {
    spreadsheetId,
    updatedRange: writeRange(tab, area),
    ...(cells.length > 0
      ? {
          updatedRows: area.bottom - area.top + 1,
          updatedColumns: area.right - area.left + 1,
          updatedCells: cells.length,
        }
      : {}),
  };
}

/** What some rows cover, from a cell on. */
function toArea(values: Cells, top: number, left: number): Area {
  const width = Math.max(1, ...values.map((row) => row.length));
  return { top, left, bottom: top + Math.max(1, values.length) - 1, right: left + width - 1 };
}
