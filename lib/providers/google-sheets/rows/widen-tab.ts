import { z } from "zod";
import { ProviderError } from "../../contract/provider-error.ts";
import { ask, type Sheets } from "../client.ts";
import { readTabs } from "../tabs.ts";
import { tell } from "../words.ts";
import type { Head } from "./head.ts";

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
  if (!tab) {
    const message = tell("tab_renamed_deleted_moment_ago", { tab: head.tab });
    throw new ProviderError({ kind: "invalid_input", message });
  }
  const requests = [{ appendDimension: { sheetId: tab.sheetId, dimension: "COLUMNS", length } }];
  await ask(
    sheets.spreadsheets.batchUpdate({ spreadsheetId, requestBody: { requests }, fields: "spreadsheetId" }),
    done,
  );
  return { ...head, columnCount: neededColumns };
}
