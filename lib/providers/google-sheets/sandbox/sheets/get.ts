import { googleRoute } from "../api/route.ts";
import { opening } from "../api/scopes.ts";
import { findSpreadsheet } from "../spreadsheet.ts";
import { spreadsheetPath } from "./match.ts";

/** https://developers.google.com/workspace/sheets/api/reference/rest/v4/spreadsheets/get */
export const getRoute = googleRoute({
  method: "GET",
  match: spreadsheetPath(""),
  openedBy: opening.sheetsRead,
  parameters: [],
  unplayed: ["ranges", "includeGridData", "excludeTablesInBandedRanges", "commentsViewMode"],
  answer: {
    spreadsheetId: true,
    properties: { title: true, locale: true, autoRecalc: true, timeZone: true },
    sheets: {
      properties: {
        sheetId: true,
        title: true,
        index: true,
        sheetType: true,
        hidden: true,
        gridProperties: { rowCount: true, columnCount: true, frozenRowCount: true },
      },
    },
    spreadsheetUrl: true,
  },
  handle: async ({ scopes }, desk, { id = "" }) => {
    const { name, tabs } = await findSpreadsheet(desk, id, scopes);
    return {
      spreadsheetId: id,
      properties: { title: name, locale: "en_GB", autoRecalc: "ON_CHANGE", timeZone: "Europe/London" },
      sheets: tabs.map(({ sheetId, title, rowCount, columnCount, frozenRowCount }, index) => ({
        properties: {
          sheetId,
          title,
          index,
          sheetType: "GRID",
          gridProperties: { rowCount, columnCount, ...(frozenRowCount > 0 ? { frozenRowCount } : {}) },
        },
      })),
      spreadsheetUrl: `https://docs.google.com/spreadsheets/d/${id}/edit`,
    };
  },
});
