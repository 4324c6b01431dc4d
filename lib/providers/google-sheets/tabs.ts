import { z } from "zod";
import { ProviderError } from "../contract/provider-error.ts";
import type { Unread } from "../contract/unread.ts";
import { hint, hintedObject, optionalList, optionalObject, optionalWhole, text } from "../kit/lenient.ts";
import { readEach } from "../kit/read-each.ts";
import { ask, type Sheets } from "./client.ts";
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

export type Tab = { sheetId: number; title: string; rowCount: number; columnCount: number };

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
    throw new ProviderError({
      kind: "invalid_input",
      message: tell("spreadsheet_has_no_tab_called", { title, known }),
      detail: error.detail,
    });
  }
}
