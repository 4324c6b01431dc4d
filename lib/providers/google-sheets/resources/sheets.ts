import type { Call } from "../../contract/call.ts";
import type { Resource, ResourceItem } from "../../contract/resource.ts";
import { failure } from "../../kit/failures.ts";
import { type Reading, readPart } from "../../kit/read-each.ts";
import { driveFileScope } from "../auth.ts";
import { openDrive, openSheets, type Sheets } from "../client.ts";
import { parseSpreadsheetId, tabReference } from "../fields.ts";
import { readTabs } from "../tabs.ts";
import { tell } from "../words.ts";
import { listFiles, type SpreadsheetFile } from "./spreadsheets.ts";

/** Each spreadsheet of a page costs a request of its own. */
const spreadsheetsOnPage = 5;

const spreadsheetIdForm = /^[A-Za-z0-9_-]{40,100}$/;
const cursorForm = /^(\d{1,6})\.(.*)$/s;

/** Tabs of all spreadsheets; `search` is the id of one of them, or part of its name. */
export const sheets: Resource = {
  title: "Tabs of these spreadsheets",
  scopes: [driveFileScope],
  narrow: ({ spreadsheet }, value) => {
    if (typeof spreadsheet !== "string") return null;
    const id = parseSpreadsheetId(spreadsheet);
    return { id: value.startsWith(`${id}/`) ? value : tabReference(id, value), search: id };
  },
  list: async (call, { cursor, limit, search }) => {
    const { skip, pageToken } = readCursor(cursor);
    const { items: files, unread, nextPageToken } = await findFiles(call, search, pageToken);
    const api = await openSheets(call);
    const found: ResourceItem[] = [];
    for (const file of files) {
      const known = { externalId: file.id, label: file.name };
      const { items: tabs, unread: oddTabs } = await readPart(known, listTabs(api, file));
      found.push(...tabs);
      unread.push(...oddTabs);
    }
    const items = found.slice(skip, skip + limit);
    const hasRest = skip + limit < found.length;
    if (hasRest) return { items, unread, nextCursor: `${skip + limit}.${pageToken ?? ""}` };
    return { items, unread, nextCursor: nextPageToken === null ? null : `0.${nextPageToken}` };
  },
};

/** A cursor is how many tabs of a page of spreadsheets were listed, and Google's token of that page. */
function readCursor(cursor: string | null): { skip: number; pageToken: string | null } {
  if (cursor === null) return { skip: 0, pageToken: null };
  const [, skip, pageToken] = cursorForm.exec(cursor) ?? [];
  if (skip === undefined) throw failure("invalid_input", tell("page_list_unknown"));
  return { skip: Number(skip), pageToken: pageToken || null };
}

async function findFiles(
  call: Call,
  search: string | undefined,
  pageToken: string | null,
): Promise<Reading<SpreadsheetFile> & { nextPageToken: string | null }> {
  if (search !== undefined && spreadsheetIdForm.test(search)) {
    return { items: [{ id: search, name: "" }], unread: [], nextPageToken: null };
  }
  return listFiles(await openDrive(call), { name: search, pageToken, pageSize: spreadsheetsOnPage });
}

async function listTabs(api: Sheets, file: SpreadsheetFile): Promise<Reading<ResourceItem>> {
  const { title, tabs, unread } = await readTabs(api, file.id);
  const items = tabs.map((tab) => ({
    id: tabReference(file.id, tab.title),
    label: `${title || file.name || file.id} › ${tab.title}`,
    details: { Rows: String(tab.rowCount) },
  }));
  return { items, unread };
}
