/** What stands in a cell: a text, a number as it is, or nothing. */
export type CsvCell = string | number | null;

/**
 * A table as a file for spreadsheets (RFC 4180: CRLF, quotes doubled), with a byte order mark, by which Excel knows
 * UTF-8. A text that a spreadsheet would take for a formula gets an apostrophe before it: names come from strangers.
 * Numbers are written with a point and without groups.
 */
export function csvText(heading: readonly string[], rows: Iterable<readonly CsvCell[]>): string {
  return `\uFEFF${formatLines([heading])}${formatLines(rows)}`;
}

/** The same table in pieces, one for each page of its rows: of a table that is too long to be held. */
export async function* csvPieces(
  heading: readonly string[],
  pages: AsyncIterable<Iterable<readonly CsvCell[]>>,
): AsyncGenerator<string> {
  yield csvText(heading, []);
  for await (const rows of pages) yield formatLines(rows);
}

function formatLines(rows: Iterable<readonly CsvCell[]>): string {
  let text = "";
  for (const row of rows) text += `${row.map(cellText).join(",")}\r\n`;
  return text;
}

/** What begins a formula: also full-width signs, and what spreadsheets pass over before one. */
const formula = /^[=+\-@＝＋－＠\t\r\n]/;
/** The same after what some spreadsheets take for the end of a cell: a semicolon by their language, a line in a text. */
const laterFormula = /([;\t\r\n])(?=[=+\-@＝＋－＠])/g;
const number = /^-?\d+(\.\d+)?$/;

function cellText(cell: CsvCell): string {
  if (cell === null) return "";
  if (typeof cell === "number" || number.test(cell)) return String(cell);
  const plain = (formula.test(cell) ? `'${cell}` : cell).replaceAll(laterFormula, "$1'");
  return /[",;\t\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}
