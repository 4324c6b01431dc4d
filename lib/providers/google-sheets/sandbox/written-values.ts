import { z } from "zod";
import { invalidArgument, notPlayed } from "./answers.ts";
import { type GoogleRequest, readJson } from "./api.ts";
import type { Cells, CellValue } from "./cells.ts";
import { type Area, writeRange } from "./ranges.ts";
import type { Tab } from "./spreadsheet.ts";

const body = z.strictObject({
  range: z.string().optional(),
  majorDimension: z.enum(["ROWS", "COLUMNS"]).optional(),
  values: z.array(z.array(z.union([z.string().max(50_000), z.number(), z.boolean(), z.null()]))).default([]),
});

export const writeParameters = ["valueInputOption"];
export const unplayedWriteParameters = [
  "includeValuesInResponse",
  "responseValueRenderOption",
  "responseDateTimeRenderOption",
];

export const updateFields = {
  spreadsheetId: true,
  updatedRange: true,
  updatedRows: true,
  updatedColumns: true,
  updatedCells: true,
} as const;

/** The rows that a request writes. @throws {Refused} */
export function readWrittenValues(request: GoogleRequest, range: string): Cells {
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
export function describeUpdate(spreadsheetId: string, tab: Tab, area: Area, values: Cells) {
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
export function areaOf(values: Cells, top: number, left: number): Area {
  const width = Math.max(1, ...values.map((row) => row.length));
  return { top, left, bottom: top + Math.max(1, values.length) - 1, right: left + width - 1 };
}
