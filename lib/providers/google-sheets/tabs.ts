import { z } from "zod";
import { ProviderError } from "../provider-error.ts";
import { ask, type Sheets } from "./client.ts";

const gridProperties = z.object({ rowCount: z.number().default(0), columnCount: z.number().default(0) });

const spreadsheet = z.object({
  properties: z.object({ title: z.string().default("") }).default({ title: "" }),
  sheets: z
    .array(
      z.object({
        properties: z.object({
          // Google leaves numbers out that are 0.
          sheetId: z.number().default(0),
          title: z.string(),
          // Tabs that hold a chart or foreign data have no cells.
          gridProperties: gridProperties.optional(),
        }),
      }),
    )
    .default([]),
});

export type Tab = { sheetId: number; title: string; rowCount: number; columnCount: number };

/** A spreadsheet's name and its tabs with cells, in their order. */
export async function readTabs(
  sheets: Sheets,
  spreadsheetId: string,
): Promise<{ title: string; tabs: Tab[] }> {
  const fields = "properties.title,sheets.properties(sheetId,title,gridProperties(rowCount,columnCount))";
  const answer = await ask(sheets.spreadsheets.get({ spreadsheetId, fields }), spreadsheet);
  const tabs = answer.sheets.flatMap(({ properties: { sheetId, title, gridProperties: grid } }) =>
    grid ? [{ sheetId, title, ...grid }] : [],
  );
  return { title: answer.properties.title, tabs };
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
      message: `The spreadsheet has no tab called ${title}. It has: ${known}. Choose one of these.`,
      detail: error.detail,
    });
  }
}
