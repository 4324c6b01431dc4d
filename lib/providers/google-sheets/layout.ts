import { columnName } from "./a1.ts";

/** What stands in a cell; null leaves it as it is. */
export type Cell = string | number | null;

/** Heads the column that keeps a row from coming twice. */
export const idHeading = "Patchbay id";

/** Up to 15 digits: more than that, and a spreadsheet would round them. */
const numberForm = /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/;
const mostDigits = 15;

/** There are two where two first rows came at the same moment; each of them counts. */
export function findIdColumns(headings: readonly string[]): number[] {
  return headings.flatMap((heading, column) =>
    heading.trim().toLowerCase() === idHeading.toLowerCase() ? [column] : [],
  );
}

/** Numbers as such, so that a sheet can add them up; `007`, phone numbers and all else stay texts. */
export function toCell(text: string): Cell {
  const isNumber = numberForm.test(text) && text.replace(/\D/g, "").length <= mostDigits;
  // JSON has no -0, and a cell has none either.
  return isNumber && !Object.is(Number(text), -0) ? Number(text) : text;
}

/** The cells of a row: the values from the left, round the columns for ids, and the id in the first of these. */
export function createRow(values: readonly Cell[], idColumns: readonly number[], id: string): Cell[] {
  const row: Cell[] = [];
  const rest = [...values];
  const [idColumn = values.length] = idColumns;
  while (rest.length > 0 || row.length <= idColumn) {
    const column = row.length;
    if (column === idColumn) row.push(id);
    else row.push(idColumns.includes(column) ? null : (rest.shift() ?? null));
  }
  return row;
}

/**
 * What the first row lacks, from column A on; null = leave as it is. A gap in the headings would let Google take what
 * is right of it for a table of its own, and put rows there.
 * @param usedColumns how many columns hold anything, headed or not
 */
export function missingHeadings(
  headings: readonly string[],
  valueCount: number,
  usedColumns: number,
): (string | null)[] {
  const hasId = findIdColumns(headings).length > 0;
  const width = hasId ? headings.length : Math.max(headings.length, valueCount, usedColumns);
  const added = Array.from({ length: width }, (_, column) =>
    headings[column]?.trim() ? null : `Column ${columnName(column)}`,
  );
  return hasId ? added : [...added, idHeading];
}
