import { type Spreadsheet, spreadsheetType } from "../spreadsheet.ts";

export const fileFields = {
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
export function describeFile(id: string, file: Spreadsheet): Record<string, unknown> {
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
