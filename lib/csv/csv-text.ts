/** What stands in a cell: a text, a number as it is, or nothing. */
export type CsvCell = string | number | null;

/**
 * A table as a file for spreadsheets (RFC 4180: CRLF, quotes doubled), with a byte order mark, by which Excel knows
 * UTF-8. A text that a spreadsheet would take for a formula gets an apostrophe before it: names come from strangers.
 * Numbers are written with a point and without groups.
 */
export function csvText(heading: readonly string[], rows: Iterable<readonly CsvCell[]>): string {
  let text = "\uFEFF";
  for (const row of [heading, ...rows]) text += `${row.map(cellText).join(",")}\r\n`;
  return text;
}

function cellText(cell: CsvCell): string {
  if (cell === null) return "";
  if (typeof cell === "number") return String(cell);
  const plain = /^[=+\-@\t\r]/.test(cell) && !/^-?\d+(\.\d+)?$/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}
