import { z } from "zod";
import type { Resource } from "../../contract/resource.ts";
import { hint, id, optionalList } from "../../kit/lenient.ts";
import { type Reading, readEach } from "../../kit/read-each.ts";
import { driveFileScope } from "../auth.ts";
import { ask, type Drive, openDrive, spreadsheetType, textTerm } from "../client.ts";
import { parseSpreadsheetId } from "../fields.ts";

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

const mostOnPage = 100;

export const spreadsheets: Resource = {
  title: "Spreadsheets that Patchbay made, or that you opened with it",
  scopes: [driveFileScope],
  narrow: (_, value) => ({ id: parseSpreadsheetId(value) }),
  list: async (call, { cursor, limit, search }) => {
    const {
      items: files,
      unread,
      nextPageToken,
    } = await listFiles(await openDrive(call), {
      name: search,
      pageToken: cursor,
      pageSize: Math.min(limit, mostOnPage),
    });
    const items = files.map(({ id, name, modifiedTime }) => ({
      id,
      label: name || id,
      ...(modifiedTime === undefined ? {} : { details: { "Last change": modifiedTime } }),
    }));
    return { items, unread, nextCursor: nextPageToken };
  },
};
