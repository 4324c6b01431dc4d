import { z } from "zod";
import { ask, type Drive } from "./client.ts";

export const spreadsheetType = "application/vnd.google-apps.spreadsheet";

const list = z.object({
  files: z.array(
    z.object({ id: z.string(), name: z.string().default(""), modifiedTime: z.string().optional() }),
  ),
  nextPageToken: z.string().optional(),
});

export type SpreadsheetFile = z.output<typeof list>["files"][number];

/**
 * The spreadsheets that the app may see, newest change first.
 * https://developers.google.com/workspace/drive/api/reference/rest/v3/files/list
 * @param query.name part of the name; Google looks at the beginnings of words
 */
export async function listFiles(
  drive: Drive,
  query: { name?: string | undefined; pageToken: string | null; pageSize: number },
): Promise<{ files: SpreadsheetFile[]; nextPageToken: string | null }> {
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
    list,
  );
  return { files: answer.files, nextPageToken: answer.nextPageToken ?? null };
}

/** A text within a search: https://developers.google.com/workspace/drive/api/guides/search-files */
export function textTerm(text: string): string {
  return `'${text.replaceAll("\\", "\\\\").replaceAll("'", "\\'")}'`;
}
