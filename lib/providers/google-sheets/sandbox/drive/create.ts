import { randomBytes } from "node:crypto";
import { z } from "zod";
import { driveError, GoogleProblem, notPlayed } from "../api/problem.ts";
import { readJson } from "../api/read-json.ts";
import { googleRoute } from "../api/route.ts";
import { opening } from "../api/scopes.ts";
import { newTab, type Spreadsheet, spreadsheetType } from "../spreadsheet.ts";
import { describeFile, fileFields } from "./file.ts";

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
  throw new GoogleProblem(driveError(400, { reason: "invalid", message, location: "appProperties" }));
}
