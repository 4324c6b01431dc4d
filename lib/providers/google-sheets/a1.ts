/**
 * A1 notation: https://developers.google.com/workspace/sheets/api/guides/concepts#expandable-1
 * Rows and columns are counted from 0 here, as in the API's grid ranges.
 */
type CellRange = {
  tab: string;
  firstColumn: number;
  firstRow: number;
  lastColumn: number;
  lastRow: number;
};

const rangeForm = /^(?:'((?:[^']|'')+)'|([^'!]+))!([A-Z]+)(\d+)(?::([A-Z]+)(\d+))?$/;

/** 0 → A, 25 → Z, 26 → AA. */
export function columnName(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : columnName(Math.floor(index / 26) - 1) + letter;
}

/** A → 0, Z → 25, AA → 26. */
export function columnIndex(name: string): number {
  return [...name].reduce((index, letter) => index * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

/** Some cells of a tab. Always in quotes: a tab may be called like a cell, `B2`. */
export function formatRange(tab: string, cells: string): string {
  return `'${tab.replaceAll("'", "''")}'!${cells}`;
}

/** Reads a range as Google's answers have it, with both corners; null where it is none. */
export function readRange(range: string): CellRange | null {
  const [, quoted, plain, firstColumn, firstRow, lastColumn, lastRow] = rangeForm.exec(range) ?? [];
  const tab = quoted?.replaceAll("''", "'") ?? plain;
  if (tab === undefined || firstColumn === undefined || firstRow === undefined) return null;
  return {
    tab,
    firstColumn: columnIndex(firstColumn),
    firstRow: Number(firstRow) - 1,
    lastColumn: columnIndex(lastColumn ?? firstColumn),
    lastRow: Number(lastRow ?? firstRow) - 1,
  };
}
