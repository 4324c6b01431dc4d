import type { SandboxStore } from "../../sandbox-kit/contract.ts";
import { invalidArgument } from "./answers.ts";
import { googleRoute, spreadsheetPath } from "./api.ts";
import { type Cells, type CellValue, isEmpty, readCells } from "./cells.ts";
import { drawIn, readRange, writeRange } from "./ranges.ts";
import { opening } from "./scopes.ts";
import { findSpreadsheet, type Spreadsheet } from "./spreadsheet.ts";

const enums = {
  majorDimension: { type: "Dimension", values: ["ROWS", "COLUMNS"] },
  valueRenderOption: {
    type: "ValueRenderOption",
    values: ["FORMATTED_VALUE", "UNFORMATTED_VALUE", "FORMULA"],
  },
  dateTimeRenderOption: { type: "DateTimeRenderOption", values: ["SERIAL_NUMBER", "FORMATTED_STRING"] },
} as const;

const readParameters = Object.keys(enums);
const valueRangeFields = { range: true, majorDimension: true, values: true } as const;

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
  handle: async ({ scopes }, context, { id = "" }) => {
    const { name, tabs } = await findSpreadsheet(context, id, scopes);
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

/** https://developers.google.com/workspace/sheets/api/reference/rest/v4/spreadsheets.values/get */
export const getValuesRoute = googleRoute({
  method: "GET",
  match: spreadsheetPath("/values/(?<range>.+)"),
  openedBy: opening.sheetsRead,
  parameters: readParameters,
  answer: valueRangeFields,
  handle: async ({ query, scopes }, context, { id = "", range = "" }) => {
    const data = await findSpreadsheet(context, id, scopes);
    return readValueRange(context.store, { id, data }, range, query);
  },
});

/** https://developers.google.com/workspace/sheets/api/reference/rest/v4/spreadsheets.values/batchGet */
export const batchGetValuesRoute = googleRoute({
  method: "GET",
  match: spreadsheetPath("/values:batchGet"),
  openedBy: opening.sheetsRead,
  parameters: [...readParameters, "ranges"],
  answer: { spreadsheetId: true, valueRanges: valueRangeFields },
  handle: async ({ query, scopes }, context, { id = "" }) => {
    const data = await findSpreadsheet(context, id, scopes);
    const valueRanges = [];
    for (const range of query.getAll("ranges")) {
      valueRanges.push(await readValueRange(context.store, { id, data }, range, query));
    }
    return { spreadsheetId: id, ...(valueRanges.length > 0 ? { valueRanges } : {}) };
  },
});

/**
 * The values of a range as Google answers them: without what is empty at the end, and without `values` where all is.
 * https://developers.google.com/workspace/sheets/api/reference/rest/v4/spreadsheets.values#ValueRange
 */
async function readValueRange(
  store: SandboxStore,
  spreadsheet: { id: string; data: Spreadsheet },
  range: string,
  query: URLSearchParams,
): Promise<Record<string, unknown>> {
  const majorDimension = readEnum(query, "majorDimension");
  const isShown = readEnum(query, "valueRenderOption") === "FORMATTED_VALUE";
  readEnum(query, "dateTimeRenderOption");
  const { tab, area } = readRange(range, spreadsheet.data);
  const { top, left, bottom, right } = drawIn(tab, area);
  const cells = await readCells({ store, spreadsheetId: spreadsheet.id, sheetId: tab.sheetId });
  const rows = cells.slice(top, bottom + 1).map((row) => row.slice(left, right + 1));
  const lines = majorDimension === "COLUMNS" ? turn(rows) : rows;
  const values = withoutEmptyEnd(
    lines.map((line) => withoutEmptyEnd(line, isEmpty)),
    isEmptyLine,
  );
  return {
    range: writeRange(tab, { top, left, bottom, right }),
    majorDimension,
    ...(values.length > 0 ? { values: values.map((line) => line.map((value) => show(value, isShown))) } : {}),
  };
}

function readEnum(query: URLSearchParams, name: keyof typeof enums): string {
  const { type, values } = enums[name];
  const value = query.get(name) ?? values[0];
  if (values.some((known) => known === value)) return value;
  const field = name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  throw invalidArgument(
    `Invalid value at '${field}' (type.googleapis.com/google.apps.sheets.v4.${type}), "${value}"`,
    field,
  );
}

function turn(rows: Cells): Cells {
  const width = Math.max(0, ...rows.map((row) => row.length));
  return Array.from({ length: width }, (_, column) => rows.map((row) => row[column] ?? null));
}

function isEmptyLine(line: readonly CellValue[]): boolean {
  return line.length === 0;
}

function withoutEmptyEnd<Item>(items: readonly Item[], isItemEmpty: (item: Item) => boolean): Item[] {
  const last = items.findLastIndex((item) => !isItemEmpty(item));
  return items.slice(0, last + 1);
}

function show(value: CellValue, isShown: boolean): CellValue {
  if (value === null) return "";
  if (!isShown || typeof value === "string") return value;
  return typeof value === "boolean" ? String(value).toUpperCase() : String(value);
}
