import { z } from "zod";
import { invalidArgument } from "./answers.ts";
import { googleRoute, readJson, spreadsheetPath } from "./api.ts";
import { overwrite, putRow, readCells } from "./cells.ts";
import { opening } from "./scopes.ts";
import { findSpreadsheet, keepSpreadsheet, type Spreadsheet, type Tab } from "./spreadsheet.ts";

const cell = z.strictObject({
  userEnteredValue: z
    .strictObject({
      stringValue: z.string().optional(),
      numberValue: z.number().optional(),
      boolValue: z.boolean().optional(),
    })
    .optional(),
  userEnteredFormat: z
    .strictObject({ textFormat: z.strictObject({ bold: z.boolean().optional() }).optional() })
    .optional(),
});

const request = z.strictObject({
  updateSheetProperties: z
    .strictObject({
      properties: z.strictObject({
        sheetId: z.number().default(0),
        title: z.string().optional(),
        gridProperties: z.strictObject({ frozenRowCount: z.number().optional() }).optional(),
      }),
      fields: z.string().default(""),
    })
    .optional(),
  updateCells: z
    .strictObject({
      start: z.strictObject({
        sheetId: z.number().default(0),
        rowIndex: z.number().default(0),
        columnIndex: z.number().default(0),
      }),
      rows: z.array(z.strictObject({ values: z.array(cell).default([]) })).default([]),
      fields: z.string().default(""),
    })
    .optional(),
  appendDimension: z
    .strictObject({
      sheetId: z.number().default(0),
      dimension: z.enum(["ROWS", "COLUMNS"]),
      length: z.number().int(),
    })
    .optional(),
});

const body = z.strictObject({ requests: z.array(request).default([]) });
type Request = z.infer<typeof request>;
type UpdateCells = NonNullable<Request["updateCells"]>;

/**
 * Does all of the requests or, where one is wrong, none.
 * https://developers.google.com/workspace/sheets/api/reference/rest/v4/spreadsheets/batchUpdate
 */
export const batchUpdateRoute = googleRoute({
  method: "POST",
  match: spreadsheetPath(":batchUpdate"),
  openedBy: opening.sheetsWrite,
  parameters: [],
  answer: { spreadsheetId: true, replies: true },
  handle: async (call, context, { id = "" }) => {
    const before = await findSpreadsheet(context, id, call.scopes);
    const { requests } = readJson(call, body, "");
    if (requests.length === 0) throw invalidArgument("Must specify at least one request.");
    const updates: UpdateCells[] = [];
    const after = requests.reduce((spreadsheet, each, index) => {
      if (each.updateCells) updates.push(each.updateCells);
      return applyRequest(spreadsheet, each, index);
    }, before);
    for (const update of updates) await writeCells({ store: context.store, spreadsheetId: id }, update);
    await keepSpreadsheet(context, id, after);
    return { spreadsheetId: id, replies: requests.map(() => ({})) };
  },
});

function applyRequest(spreadsheet: Spreadsheet, each: Request, index: number): Spreadsheet {
  const [kind, ...others] = Object.keys(each);
  const fail = (message: string) => invalidArgument(`Invalid requests[${index}].${kind}: ${message}`);
  if (kind === undefined || others.length > 0) {
    throw invalidArgument(`Invalid requests[${index}]: exactly one kind of request must be set.`);
  }
  const { updateSheetProperties: update, updateCells, appendDimension } = each;
  if ((update && update.fields === "") || (updateCells && updateCells.fields === "")) {
    throw fail("At least one field must be listed in 'fields'. (Use '*' to indicate all fields.)");
  }
  if (appendDimension) {
    const { sheetId, dimension, length } = appendDimension;
    const tab = findTab(spreadsheet, sheetId);
    if (!tab) throw fail(`No grid with id: ${sheetId}`);
    if (length < 1) throw fail("length must be positive.");
    const grown =
      dimension === "COLUMNS"
        ? { columnCount: tab.columnCount + length }
        : { rowCount: tab.rowCount + length };
    return withTab(spreadsheet, { ...tab, ...grown });
  }
  if (update) {
    const { sheetId, title, gridProperties } = update.properties;
    const tab = findTab(spreadsheet, sheetId);
    if (!tab) throw fail(`No sheet with id: ${sheetId}`);
    const fields = update.fields.split(",");
    const isNamed = fields.includes("title") && title !== undefined;
    if (isNamed && spreadsheet.tabs.some((other) => other.title === title && other.sheetId !== sheetId)) {
      throw fail(`A sheet with the name "${title}" already exists. Please enter another name.`);
    }
    return withTab(spreadsheet, {
      ...tab,
      ...(isNamed ? { title } : {}),
      ...(fields.includes("gridProperties.frozenRowCount")
        ? { frozenRowCount: gridProperties?.frozenRowCount ?? 0 }
        : {}),
    });
  }
  if (updateCells) {
    const { start, rows } = updateCells;
    const tab = findTab(spreadsheet, start.sheetId);
    if (!tab) throw fail(`No grid with id: ${start.sheetId}`);
    const width = Math.max(0, ...rows.map(({ values }) => values.length));
    const beyond = start.columnIndex + width - 1;
    if (beyond > tab.columnCount - 1) {
      const last = tab.columnCount - 1;
      throw fail(`Attempting to write column: ${beyond}, beyond the last requested column of: ${last}`);
    }
  }
  return spreadsheet;
}

async function writeCells(
  place: { store: Parameters<typeof readCells>[0]["store"]; spreadsheetId: string },
  { start, rows, fields }: UpdateCells,
): Promise<void> {
  // Formats are taken and not kept: nothing here shows them.
  if (!fields.split(",").some((field) => field === "*" || field.startsWith("userEnteredValue"))) return;
  const tab = { ...place, sheetId: start.sheetId };
  const cells = await readCells(tab);
  for (const [index, { values }] of rows.entries()) {
    const row = start.rowIndex + index;
    const written = values.map(({ userEnteredValue: value }) => {
      return value?.stringValue ?? value?.numberValue ?? value?.boolValue ?? "";
    });
    await putRow(tab, row, overwrite(cells[row] ?? [], written, start.columnIndex));
  }
}

function findTab({ tabs }: Spreadsheet, sheetId: number): Tab | undefined {
  return tabs.find((tab) => tab.sheetId === sheetId);
}

function withTab(spreadsheet: Spreadsheet, changed: Tab): Spreadsheet {
  const tabs = spreadsheet.tabs.map((tab) => (tab.sheetId === changed.sheetId ? changed : tab));
  return { ...spreadsheet, tabs };
}
