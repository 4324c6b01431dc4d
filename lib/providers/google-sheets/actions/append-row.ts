import { z } from "zod";
import { shortText } from "#lib/text-schema.ts";
import { defineAction } from "../../contract/action.ts";
import type { FieldMeta } from "../../contract/auth.ts";
import type { Call } from "../../contract/call.ts";
import { formatRange, readRange } from "../a1.ts";
import { driveFileScope } from "../auth.ts";
import { ask, openSheets } from "../client.ts";
import { unreadable } from "../errors.ts";
import {
  parseSpreadsheetId,
  parseTabTitle,
  spreadsheetAddress,
  spreadsheetField,
  tabField,
} from "../fields.ts";
import { createRow, findIdColumns, toCell } from "../layout.ts";
import { findRow } from "../mark.ts";
import { prepareTab, readHead, widenTab } from "../tabs.ts";

const appended = z.object({ updates: z.object({ updatedRange: z.string() }) });

const input = z.strictObject({
  spreadsheet: spreadsheetField,
  sheet: tabField,
  values: z
    .array(shortText(5_000, "A cell takes at most 5,000 characters here."))
    .min(1, "Give at least one value.")
    .max(50, "A row takes at most 50 values here.")
    .meta({
      title: "Values",
      isPositional: true,
      description:
        "One for each column, from the left. They are written as they are: nothing is ever worked out as a formula.",
    } satisfies FieldMeta),
  keepAsText: z
    .boolean()
    .default(false)
    .meta({
      title: "Write numbers as text",
      description:
        "When off, 27.80 is a number that the spreadsheet can add up. When on, each value stays exactly as it is.",
    } satisfies FieldMeta),
});

const target = z.looseObject({ spreadsheet: spreadsheetField, sheet: tabField });

/** The headings of the columns that values go to, from the left; null where the tab is another for each event. */
async function readColumns(
  call: Call,
  values: Readonly<Record<string, unknown>>,
): Promise<readonly string[] | null> {
  const parsed = target.safeParse(values);
  if (!parsed.success) return null;
  const spreadsheetId = parseSpreadsheetId(parsed.data.spreadsheet);
  const { headings } = await readHead(
    await openSheets(call),
    spreadsheetId,
    parseTabTitle(parsed.data.sheet, spreadsheetId),
  );
  const idColumns = findIdColumns(headings);
  return headings.filter((_, column) => !idColumns.includes(column));
}

/** https://developers.google.com/workspace/sheets/api/reference/rest/v4/spreadsheets.values/append */
export const appendRow = defineAction({
  title: "Add a row",
  description:
    "Adds a row below the last one. The tab's first row is taken for headings. A last column, headed Patchbay id, shows which delivery wrote a row, so that none comes twice: hide it if you like, but keep it.",
  scopes: [driveFileScope],
  effect: "write",
  idempotency: "look_up_first",
  places: { field: "values", resource: "sheets", read: readColumns },
  input,
  output: z.object({
    spreadsheet: z.string().describe("The spreadsheet's id"),
    sheet: z.string().describe("The tab's name"),
    row: z.number().describe("The row's number, from 1"),
    url: z.string().describe("Where the spreadsheet is opened"),
    wasThere: z.boolean().describe("The row had been written before, and was left as it is"),
  }),
  example: {
    spreadsheet: "1patchbaySandboxOrdersSpreadsheet00000000001",
    sheet: "Orders",
    values: ["2026-11-23 19:05", "1042", "Table 7", "2 × pad thai, 1 × mango lassi", "34.50"],
  },
  link: ({ url }) => url,
  run: async (call, { spreadsheet, sheet, values, keepAsText }) => {
    const spreadsheetId = parseSpreadsheetId(spreadsheet);
    const sheets = await openSheets(call);
    const head = await readHead(sheets, spreadsheetId, parseTabTitle(sheet, spreadsheetId));
    const { tab } = head;
    const place = { spreadsheet: spreadsheetId, sheet: tab, url: spreadsheetAddress(spreadsheetId) };

    const known = findIdColumns(head.headings);
    const written = call.isFirstUse
      ? null
      : await findRow(sheets, { spreadsheetId, tab, idColumns: known }, call.idempotencyKey);
    if (written !== null) return { ...place, row: written, wasThere: true };

    // The row goes below the table that A1 belongs to: there has to be something in A1.
    const isReady = known.length > 0 && Boolean(head.headings[0]?.trim());
    const ready = isReady ? head : await prepareTab(sheets, spreadsheetId, head, values.length);
    const cells = keepAsText ? values : values.map(toCell);
    const row = createRow(cells, findIdColumns(ready.headings), call.idempotencyKey);
    await widenTab(sheets, spreadsheetId, ready, row.length);
    const { updates } = await ask(
      sheets.spreadsheets.values.append({
        spreadsheetId,
        range: formatRange(tab, "A1"),
        valueInputOption: "RAW",
        insertDataOption: "INSERT_ROWS",
        requestBody: { values: [row] },
        fields: "updates.updatedRange",
      }),
      appended,
    );
    const range = readRange(updates.updatedRange);
    if (!range) throw unreadable(`updatedRange ${updates.updatedRange}`);
    return { ...place, row: range.firstRow + 1, wasThere: false };
  },
});
