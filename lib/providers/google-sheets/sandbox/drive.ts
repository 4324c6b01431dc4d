import { randomBytes } from "node:crypto";
import { z } from "zod";
import { Refused } from "../../sandbox-kit/api.ts";
import { driveError, notPlayed } from "./answers.ts";
import { googleRoute, readJson } from "./api.ts";
import { invalidValue, readSearch } from "./drive-search.ts";
import { opening, seesOwnFilesOnly } from "./scopes.ts";
import { newTab, type Spreadsheet, spreadsheetSchema, spreadsheetType } from "./spreadsheet.ts";

const personSchema = z.object({ displayName: z.string(), emailAddress: z.string() });

/** https://developers.google.com/workspace/drive/api/reference/rest/v3/about/get */
export const aboutRoute = googleRoute({
  method: "GET",
  match: /^www\.googleapis\.com\/drive\/v3\/about$/,
  openedBy: opening.driveRead,
  parameters: [],
  answer: {
    kind: true,
    user: { kind: true, displayName: true, me: true, permissionId: true, emailAddress: true },
    storageQuota: { limit: true, usage: true, usageInDrive: true, usageInDriveTrash: true },
  },
  defaultFields: null,
  handle: async (_request, { account, store }) => ({
    kind: "drive#about",
    user: {
      kind: "drive#user",
      ...(await store.get("person", "me", personSchema)),
      me: true,
      permissionId: account?.externalId,
    },
    storageQuota: {
      limit: "16106127360",
      usage: "482344960",
      usageInDrive: "1048576",
      usageInDriveTrash: "0",
    },
  }),
});

const fileFields = {
  kind: true,
  id: true,
  name: true,
  mimeType: true,
  createdTime: true,
  modifiedTime: true,
  trashed: true,
  appProperties: true,
  webViewLink: true,
} as const;

/** https://developers.google.com/workspace/drive/api/reference/rest/v3/files#File */
function describeFile(id: string, file: Spreadsheet): Record<string, unknown> {
  const { name, createdTime, modifiedTime, trashed, appProperties } = file;
  return {
    kind: "drive#file",
    id,
    name,
    mimeType: spreadsheetType,
    createdTime,
    modifiedTime,
    trashed,
    ...(Object.keys(appProperties).length > 0 ? { appProperties } : {}),
    webViewLink: `https://docs.google.com/spreadsheets/d/${id}/edit?usp=drivesdk`,
  };
}

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

const body = z.strictObject({
  name: z.string().default("Untitled"),
  mimeType: z.string().default("application/octet-stream"),
  appProperties: z.record(z.string(), z.string()).default({}),
});

/** https://developers.google.com/workspace/drive/api/guides/properties */
const mostProperties = 30;
const mostPropertyBytes = 124;

/** https://developers.google.com/workspace/drive/api/reference/rest/v3/files/create */
export const createRoute = googleRoute({
  method: "POST",
  match: /^www\.googleapis\.com\/drive\/v3\/files$/,
  openedBy: opening.driveWrite,
  parameters: ["supportsAllDrives"],
  unplayed: ["ignoreDefaultVisibility", "keepRevisionForever", "uploadType", "useContentAsIndexableText"],
  answer: fileFields,
  defaultFields: "kind,id,name,mimeType",
  handle: async (request, { store, now }) => {
    const { name, mimeType, appProperties } = readJson(request, body, "");
    if (mimeType !== spreadsheetType) throw notPlayed(`files of the type ${mimeType}`);
    checkProperties(appProperties);
    const id = `1${randomBytes(32).toString("base64url")}`;
    const time = now().toISOString();
    const file: Spreadsheet = {
      name,
      createdTime: time,
      modifiedTime: time,
      trashed: false,
      isOpenToApp: true,
      appProperties,
      tabs: [newTab("Sheet1")],
    };
    await store.put("spreadsheet", id, file);
    return describeFile(id, file);
  },
});

function checkProperties(properties: Readonly<Record<string, string>>): void {
  const entries = Object.entries(properties);
  const isTooLong = entries.some(([key, value]) => Buffer.byteLength(key + value) > mostPropertyBytes);
  if (!isTooLong && entries.length <= mostProperties) return;
  const message = isTooLong
    ? `The property key and value together may have at most ${mostPropertyBytes} bytes in UTF-8.`
    : `A file may have at most ${mostProperties} private properties of one app.`;
  throw new Refused(driveError(400, { reason: "invalid", message, location: "appProperties" }));
}
