import { z } from "zod";
import { cellsOf, readRange } from "../a1.ts";
import { ask, type Sheets } from "../client.ts";
import { unreadable } from "../errors.ts";
import { inTab } from "../tabs.ts";

/** A tab as its first row shows it. */
export type Head = { tab: string; columnCount: number; headings: string[] };

const firstRow = z.object({ range: z.string(), values: z.array(z.array(z.string())).default([]) });

/** @param title undefined = the first tab */
export async function readHead(
  sheets: Sheets,
  spreadsheetId: string,
  title: string | undefined,
): Promise<Head> {
  const range = title === undefined ? "1:1" : cellsOf(title, "1:1");
  const answer = await inTab(sheets, { spreadsheetId, title }, () =>
    ask(sheets.spreadsheets.values.get({ spreadsheetId, range, fields: "range,values" }), firstRow),
  );
  const whole = readRange(answer.range);
  if (!whole) throw unreadable(`range ${answer.range}`);
  return { tab: whole.tab, columnCount: whole.lastColumn + 1, headings: answer.values[0] ?? [] };
}
