import { z } from "zod";
import { ProviderError } from "../contract/provider-error.ts";
import type { Unread } from "../contract/unread.ts";
import { failure } from "../kit/failures.ts";
import { hint, hintedObject, optionalList, optionalObject, optionalWhole, text } from "../kit/lenient.ts";
import { readEach } from "../kit/read-each.ts";
import { columnName, formatRange, readRange } from "./a1.ts";
import { ask, type Sheets } from "./client.ts";
import { unreadable } from "./errors.ts";
import { missingHeadings } from "./layout.ts";
import { tell } from "./words.ts";

const spreadsheet = z.looseObject({
  properties: hintedObject({ title: hint }),
  sheets: optionalList,
});
/** Google leaves numbers out that are 0. Tabs that hold a chart or foreign data have no cells. */
const sheet = z.looseObject({
  properties: z.looseObject({
    sheetId: optionalWhole,
    title: text,
    gridProperties: optionalObject({ rowCount: optionalWhole, columnCount: optionalWhole }),
  }),
});

type Tab = { sheetId: number; title: string; rowCount: number; columnCount: number };

/** A spreadsheet's name and its tabs with cells, in their order; and those that cannot be read. */
export async function readTabs(
  sheets: Sheets,
  spreadsheetId: string,
): Promise<{ title: string; tabs: Tab[]; unread: Unread[] }> {
  const fields = "properties.title,sheets.properties(sheetId,title,gridProperties(rowCount,columnCount))";
  const answer = await ask(sheets.spreadsheets.get({ spreadsheetId, fields }), spreadsheet);
  const { items: tabs, unread } = readEach(answer.sheets, { id: "sheetId" }, (record) => {
    const { sheetId = 0, title, gridProperties: grid } = sheet.parse(record).properties;
    if (!grid) return null;
    return { sheetId, title, rowCount: grid.rowCount ?? 0, columnCount: grid.columnCount ?? 0 };
  });
  return { title: answer.properties?.title ?? "", tabs, unread };
}

/**
 * A request about a tab. Where Google does not know it, the answer names those that there are.
 * @throws {ProviderError}
 */
export async function inTab<Answer>(
  sheets: Sheets,
  { spreadsheetId, title }: { spreadsheetId: string; title: string | undefined },
  request: () => Promise<Answer>,
): Promise<Answer> {
  try {
    return await request();
  } catch (error) {
    const isRefusedInput = error instanceof ProviderError && error.kind === "invalid_input";
    if (title === undefined || !isRefusedInput) throw error;
    const { tabs } = await readTabs(sheets, spreadsheetId);
    if (tabs.some((tab) => tab.title === title)) throw error;
    const known = tabs.map((tab) => tab.title).join(", ");
    throw failure("invalid_input", tell("spreadsheet_has_no_tab_called", { title, known }), error.detail);
  }
}

/** A tab as its first row shows it. */
type Head = { tab: string; columnCount: number; headings: string[] };

const firstRow = z.object({ range: z.string(), values: z.array(z.array(z.string())).default([]) });

/** @param title undefined = the first tab */
export async function readHead(
  sheets: Sheets,
  spreadsheetId: string,
  title: string | undefined,
): Promise<Head> {
  const range = title === undefined ? "1:1" : formatRange(title, "1:1");
  const answer = await inTab(sheets, { spreadsheetId, title }, () =>
    ask(sheets.spreadsheets.values.get({ spreadsheetId, range, fields: "range,values" }), firstRow),
  );
  const whole = readRange(answer.range);
  if (!whole) throw unreadable(`range ${answer.range}`);
  return { tab: whole.tab, columnCount: whole.lastColumn + 1, headings: answer.values[0] ?? [] };
}

const done = z.object({});

/** Gives a tab as many columns as a row needs; it keeps those that it has. A new tab has 26. */
export async function widenTab(
  sheets: Sheets,
  spreadsheetId: string,
  head: Head,
  neededColumns: number,
): Promise<Head> {
  const length = neededColumns - head.columnCount;
  if (length <= 0) return head;
  const { tabs } = await readTabs(sheets, spreadsheetId);
  const tab = tabs.find(({ title }) => title === head.tab);
  if (!tab) throw failure("invalid_input", tell("tab_renamed_deleted_moment_ago", { tab: head.tab }));
  const requests = [{ appendDimension: { sheetId: tab.sheetId, dimension: "COLUMNS", length } }];
  await ask(
    sheets.spreadsheets.batchUpdate({ spreadsheetId, requestBody: { requests }, fields: "spreadsheetId" }),
    done,
  );
  return { ...head, columnCount: neededColumns };
}

const columns = z.object({ values: z.array(z.array(z.string())).default([]) });

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
      range: formatRange(head.tab, `A1:${columnName(missing.length - 1)}1`),
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
  const range = formatRange(tab, `${columnName(headings.length)}:${columnName(columnCount - 1)}`);
  const { values } = await ask(
    sheets.spreadsheets.values.get({ spreadsheetId, range, majorDimension: "COLUMNS", fields: "values" }),
    columns,
  );
  return headings.length + values.length;
}
