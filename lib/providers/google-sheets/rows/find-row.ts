import { z } from "zod";
import { cellsOf, columnName } from "../a1.ts";
import { ask, type Sheets } from "../client.ts";

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
  const ranges = idColumns.map((column) => cellsOf(tab, `${columnName(column)}:${columnName(column)}`));
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
