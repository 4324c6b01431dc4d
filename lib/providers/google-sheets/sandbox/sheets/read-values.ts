import { googleRoute } from "../api/route.ts";
import { opening } from "../api/scopes.ts";
import { findSpreadsheet } from "../spreadsheet.ts";
import { spreadsheetPath } from "./match.ts";
import { readParameters, readValueRange, valueRangeFields } from "./value-range.ts";

/** https://developers.google.com/workspace/sheets/api/reference/rest/v4/spreadsheets.values/get */
export const getValuesRoute = googleRoute({
  method: "GET",
  match: spreadsheetPath("/values/(?<range>.+)"),
  openedBy: opening.sheetsRead,
  parameters: readParameters,
  answer: valueRangeFields,
  handle: async ({ query, scopes }, desk, { id = "", range = "" }) => {
    const data = await findSpreadsheet(desk, id, scopes);
    return readValueRange(desk.store, { id, data }, range, query);
  },
});

/** https://developers.google.com/workspace/sheets/api/reference/rest/v4/spreadsheets.values/batchGet */
export const batchGetValuesRoute = googleRoute({
  method: "GET",
  match: spreadsheetPath("/values:batchGet"),
  openedBy: opening.sheetsRead,
  parameters: [...readParameters, "ranges"],
  answer: { spreadsheetId: true, valueRanges: valueRangeFields },
  handle: async ({ query, scopes }, desk, { id = "" }) => {
    const data = await findSpreadsheet(desk, id, scopes);
    const valueRanges = [];
    for (const range of query.getAll("ranges")) {
      valueRanges.push(await readValueRange(desk.store, { id, data }, range, query));
    }
    return { spreadsheetId: id, ...(valueRanges.length > 0 ? { valueRanges } : {}) };
  },
});
