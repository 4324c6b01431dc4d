import type { Call } from "../../call.ts";
import { ProviderError } from "../../provider-error.ts";
import type { Resource, ResourceItem } from "../../resource.ts";
import { openDrive, openSheets, type Sheets } from "../client.ts";
import { tabReference } from "../fields.ts";
import { listFiles, type SpreadsheetFile } from "../files.ts";
import { driveFileScope } from "../scopes.ts";
import { readTabs } from "../tabs.ts";

/** Each spreadsheet of a page costs a request of its own. */
const spreadsheetsOnPage = 5;

const spreadsheetIdForm = /^[A-Za-z0-9_-]{40,100}$/;
const cursorForm = /^(\d{1,6})\.(.*)$/s;

/** Tabs of all spreadsheets; `search` is the id of one of them, or part of its name. */
export const sheets: Resource = {
  title: "Tabs of these spreadsheets",
  scopes: [driveFileScope],
  list: async (call, { cursor, limit, search }) => {
    const { skip, pageToken } = readCursor(cursor);
    const { files, nextPageToken } = await findFiles(call, search, pageToken);
    const api = await openSheets(call);
    const found: ResourceItem[] = [];
    for (const file of files) found.push(...(await listTabs(api, file)));
    const items = found.slice(skip, skip + limit);
    const hasRest = skip + limit < found.length;
    if (hasRest) return { items, nextCursor: `${skip + limit}.${pageToken ?? ""}` };
    return { items, nextCursor: nextPageToken === null ? null : `0.${nextPageToken}` };
  },
};

/** A cursor is how many tabs of a page of spreadsheets were listed, and Google's token of that page. */
function readCursor(cursor: string | null): { skip: number; pageToken: string | null } {
  if (cursor === null) return { skip: 0, pageToken: null };
  const [, skip, pageToken] = cursorForm.exec(cursor) ?? [];
  if (skip === undefined) {
    const message = "This page of the list is unknown. Load it again from the start.";
    throw new ProviderError({ kind: "invalid_input", message });
  }
  return { skip: Number(skip), pageToken: pageToken || null };
}

async function findFiles(call: Call, search: string | undefined, pageToken: string | null) {
  if (search !== undefined && spreadsheetIdForm.test(search)) {
    return { files: [{ id: search, name: "" }], nextPageToken: null };
  }
  return listFiles(await openDrive(call), { name: search, pageToken, pageSize: spreadsheetsOnPage });
}

async function listTabs(api: Sheets, { id }: SpreadsheetFile): Promise<ResourceItem[]> {
  const { title: spreadsheet, tabs } = await readTabs(api, id);
  return tabs.map(({ title, rowCount }) => ({
    id: tabReference(id, title),
    label: `${spreadsheet} › ${title}`,
    details: { Rows: String(rowCount) },
  }));
}
