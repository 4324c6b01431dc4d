import { z } from "zod";
import { hint, id, optionalList } from "../kit/lenient.ts";
import { type Reading, readEach } from "../kit/read-each.ts";
import { ask, type Drive } from "./client.ts";

export const spreadsheetType = "application/vnd.google-apps.spreadsheet";

const page = z.looseObject({ files: optionalList, nextPageToken: hint });
const file = z.looseObject({ id, name: hint, modifiedTime: hint });

export type SpreadsheetFile = { id: string; name: string; modifiedTime?: string | undefined };

/**
 * The spreadsheets that the app may see, newest change first.
 * https://developers.google.com/workspace/drive/api/reference/rest/v3/files/list
 * @param query.name part of the name; Google looks at the beginnings of words
 */
export async function listFiles(
  drive: Drive,
  query: { name?: string | undefined; pageToken: string | null; pageSize: number },
): Promise<Reading<SpreadsheetFile> & { nextPageToken: string | null }> {
  const { name, pageToken, pageSize } = query;
  const terms = [`mimeType = '${spreadsheetType}'`, "trashed = false"];
  if (name) terms.push(`name contains ${textTerm(name)}`);
  const answer = await ask(
    drive.files.list({
      q: terms.join(" and "),
      orderBy: "modifiedTime desc",
      pageSize,
      ...(pageToken === null ? {} : { pageToken }),
      supportsAllDrives: true,
      includeItemsFromAllDrives: true,
      fields: "nextPageToken,files(id,name,modifiedTime)",
    }),
    page,
  );
  const reading = readEach(answer.files, { id: "id", label: "name" }, (record) => {
    const { name: title = "", ...rest } = file.parse(record);
    return { ...rest, name: title };
  });
  return { ...reading, nextPageToken: answer.nextPageToken ?? null };
}

/** A text within a search: https://developers.google.com/workspace/drive/api/guides/search-files */
export function textTerm(text: string): string {
  return `'${text.replaceAll("\\", "\\\\").replaceAll("'", "\\'")}'`;
}
