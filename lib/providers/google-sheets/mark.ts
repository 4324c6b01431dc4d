import { z } from "zod";
import { columnName, formatRange } from "./a1.ts";
import { ask, type Drive, type Sheets, spreadsheetType, textTerm } from "./client.ts";

/** Key and value together may have 124 bytes: https://developers.google.com/workspace/drive/api/guides/properties */
const property = "patchbayKey";

const list = z.object({ files: z.array(z.object({ id: z.string() })) });
const created = z.object({ id: z.string() });

/** The id of the file that was made under a key, also where it lies in the bin by now; null where there is none. */
export async function findFile(drive: Drive, key: string): Promise<string | null> {
  const { files } = await ask(
    drive.files.list({
      q: `appProperties has { key='${property}' and value=${textTerm(key)} }`,
      orderBy: "createdTime",
      pageSize: 1,
      fields: "files(id)",
    }),
    list,
  );
  return files[0]?.id ?? null;
}

/**
 * Makes an empty spreadsheet under a key. Through Drive, for the Sheets API cannot give a file its key in the same step.
 * https://developers.google.com/workspace/drive/api/reference/rest/v3/files/create
 */
export async function createFile(drive: Drive, name: string, key: string): Promise<string> {
  const requestBody = { name, mimeType: spreadsheetType, appProperties: { [property]: key } };
  return (await ask(drive.files.create({ requestBody, fields: "id" }), created)).id;
}

const columns = z.object({
  valueRanges: z.array(z.object({ values: z.array(z.array(z.string())).default([]) })),
});

/** The number of the row (from 1) that has an id in one of some columns; null where none has. */
export async function findRow(
  sheets: Sheets,
  { spreadsheetId, tab, idColumns }: { spreadsheetId: string; tab: string; idColumns: readonly number[] },
  id: string,
): Promise<number | null> {
  if (idColumns.length === 0) return null;
  const ranges = idColumns.map((column) => formatRange(tab, `${columnName(column)}:${columnName(column)}`));
  const { valueRanges } = await ask(
    sheets.spreadsheets.values.batchGet({
      spreadsheetId,
      ranges,
      majorDimension: "COLUMNS",
      fields: "valueRanges.values",
    }),
    columns,
  );
  const rows = valueRanges.map(({ values: [column = []] }) => column.indexOf(id)).filter((row) => row >= 0);
  return rows[0] === undefined ? null : rows[0] + 1;
}
