import { z } from "zod";
import { Refused } from "../../sandbox-kit/api.ts";
import type { SandboxContext, SandboxStore } from "../../sandbox-kit/contract.ts";
import { sheetsError } from "./answers.ts";
import { seesOwnFilesOnly } from "./scopes.ts";

export const spreadsheetType = "application/vnd.google-apps.spreadsheet";

const tabSchema = z.object({
  sheetId: z.number(),
  title: z.string(),
  rowCount: z.number(),
  columnCount: z.number(),
  frozenRowCount: z.number(),
});

/** A spreadsheet as Drive and Sheets know it together, without its cells. */
export const spreadsheetSchema = z.object({
  name: z.string(),
  createdTime: z.string(),
  modifiedTime: z.string(),
  trashed: z.boolean(),
  /** The app made it, or the person opened it with the app. */
  isOpenToApp: z.boolean(),
  appProperties: z.record(z.string(), z.string()),
  tabs: z.array(tabSchema).min(1),
});

export type Tab = z.infer<typeof tabSchema>;
export type Spreadsheet = z.infer<typeof spreadsheetSchema>;

/** The grid of a new tab. */
export function newTab(title: string): Tab {
  return { sheetId: 0, title, rowCount: 1_000, columnCount: 26, frozenRowCount: 0 };
}

/** @throws {Refused} 404 also for a file that the app may not see: Google does not tell the two apart */
export async function findSpreadsheet(
  { store }: { store: SandboxStore },
  id: string,
  scopes: readonly string[],
): Promise<Spreadsheet> {
  const spreadsheet = await store.get("spreadsheet", id, spreadsheetSchema);
  if (spreadsheet && (spreadsheet.isOpenToApp || !seesOwnFilesOnly(scopes))) return spreadsheet;
  throw new Refused(sheetsError(404, "NOT_FOUND", "Requested entity was not found."));
}

/** Keeps a spreadsheet that was changed now. */
export async function keepSpreadsheet(
  { store, now }: Pick<SandboxContext, "store" | "now">,
  id: string,
  spreadsheet: Spreadsheet,
): Promise<void> {
  await store.put("spreadsheet", id, { ...spreadsheet, modifiedTime: now().toISOString() });
}
