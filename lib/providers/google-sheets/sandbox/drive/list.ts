import { googleRoute } from "../api/route.ts";
import { opening, seesOwnFilesOnly } from "../api/scopes.ts";
import { type Spreadsheet, spreadsheetSchema } from "../spreadsheet.ts";
import { describeFile, fileFields } from "./file.ts";
import { invalidValue, readSearch } from "./search.ts";

type File = { id: string; data: Spreadsheet };

const tokenPrefix = "~!!~";
const sortKeys = ["createdTime", "modifiedTime", "name"] as const;

/** https://developers.google.com/workspace/drive/api/reference/rest/v3/files/list */
export const listRoute = googleRoute({
  method: "GET",
  match: /^www\.googleapis\.com\/drive\/v3\/files$/,
  openedBy: opening.driveRead,
  parameters: ["q", "orderBy", "pageSize", "pageToken", "supportsAllDrives", "includeItemsFromAllDrives"],
  unplayed: ["corpora", "corpus", "driveId", "spaces", "includeLabels", "includePermissionsForView"],
  answer: { kind: true, incompleteSearch: true, nextPageToken: true, files: fileFields },
  defaultFields: "kind,incompleteSearch,nextPageToken,files(kind,id,name,mimeType)",
  handle: async ({ query, scopes }, { store }) => {
    const isFound = readSearch(query.get("q") ?? "");
    const pageSize = readPageSize(query.get("pageSize"));
    const from = readPageToken(query.get("pageToken"));
    const files = (await store.list("spreadsheet", spreadsheetSchema))
      .filter(({ data }) => (data.isOpenToApp || !seesOwnFilesOnly(scopes)) && isFound(data))
      .sort(readOrder(query.get("orderBy") ?? "modifiedTime desc"));
    const rest = files.length > from + pageSize;
    return {
      kind: "drive#fileList",
      incompleteSearch: false,
      ...(rest ? { nextPageToken: writePageToken(from + pageSize) } : {}),
      files: files.slice(from, from + pageSize).map(({ id, data }) => describeFile(id, data)),
    };
  },
});

function readPageSize(text: string | null): number {
  if (text === null) return 100;
  if (!/^\d{1,9}$/.test(text) || Number(text) < 1) throw invalidValue("pageSize");
  return Math.min(Number(text), 1_000);
}

function writePageToken(from: number): string {
  return tokenPrefix + Buffer.from(`from ${from}`).toString("base64url");
}

function readPageToken(token: string | null): number {
  if (token === null) return 0;
  const text = Buffer.from(token.slice(tokenPrefix.length), "base64url").toString();
  const from = token.startsWith(tokenPrefix) ? /^from (\d+)$/.exec(text)?.[1] : undefined;
  if (from === undefined) throw invalidValue("pageToken");
  return Number(from);
}

function readOrder(orderBy: string): (one: File, other: File) => number {
  const keys = orderBy.split(",").map((part) => {
    const [, name, desc] = /^\s*(\w+)( desc)?\s*$/.exec(part) ?? [];
    const key = sortKeys.find((known) => known === name);
    if (!key) throw invalidValue("orderBy");
    return { key, sign: desc ? -1 : 1 };
  });
  return (one, other) => {
    const differences = keys.map(({ key, sign }) => one.data[key].localeCompare(other.data[key]) * sign);
    return differences.find((difference) => difference !== 0) ?? 0;
  };
}
