import { invalidArgument } from "../api/problem.ts";
import { googleRoute } from "../api/route.ts";
import { opening } from "../api/scopes.ts";
import { overwrite, putRow, readCells } from "../cells.ts";
import { beyondGrid, readRange, writeRange } from "../ranges.ts";
import { findSpreadsheet, keepSpreadsheet } from "../spreadsheet.ts";
import { spreadsheetPath } from "./match.ts";
import {
  areaOf,
  describeUpdate,
  readWrittenValues,
  unplayedWriteParameters,
  updateFields,
  writeParameters,
} from "./written-values.ts";

/** https://developers.google.com/workspace/sheets/api/reference/rest/v4/spreadsheets.values/update */
export const updateValuesRoute = googleRoute({
  method: "PUT",
  match: spreadsheetPath("/values/(?<range>.+)"),
  openedBy: opening.sheetsWrite,
  parameters: writeParameters,
  unplayed: unplayedWriteParameters,
  answer: updateFields,
  handle: async (request, desk, { id = "", range = "" }) => {
    const spreadsheet = await findSpreadsheet(desk, id, request.scopes);
    const { tab, area } = readRange(range, spreadsheet);
    const values = readWrittenValues(request, range);
    const written = areaOf(values, area.top, area.left);
    if (written.right > tab.columnCount - 1 || written.bottom > tab.rowCount - 1) {
      throw beyondGrid(tab, written);
    }
    if (written.right > area.right || written.bottom > area.bottom) {
      const asked = writeRange(tab, area);
      throw invalidArgument(
        `Requested writing within range [${asked}], but tried writing to ${writeRange(tab, written)}`,
      );
    }
    const place = { store: desk.store, spreadsheetId: id, sheetId: tab.sheetId };
    const cells = await readCells(place);
    for (const [index, row] of values.entries()) {
      const number = area.top + index;
      await putRow(place, number, overwrite(cells[number] ?? [], row, area.left));
    }
    await keepSpreadsheet(desk, id, spreadsheet);
    return describeUpdate(id, tab, written, values);
  },
});
