import { invalidArgument } from "./answers.ts";
import type { Spreadsheet, Tab } from "./spreadsheet.ts";

/** Rows and columns from 0, the ends included. */
export type Area = { top: number; left: number; bottom: number; right: number };

const cornerForm = /^(?:([A-Za-z]{1,3})(\d{1,7})?|(\d{1,7}))$/;

/**
 * Reads A1 notation against a spreadsheet: `Orders!A1:B2`, `'My orders'!A:C`, `1:1`, `Orders`. Without a tab it is the
 * first one. An end beyond the grid is drawn in, a beginning there is refused.
 * https://developers.google.com/workspace/sheets/api/guides/concepts#cell
 * @throws {Refused}
 */
export function readRange(range: string, spreadsheet: Spreadsheet): { tab: Tab; area: Area } {
  const fail = () => invalidArgument(`Unable to parse range: ${range}`);
  const { name, cells } = splitTab(range, spreadsheet);
  const tab = name === null ? spreadsheet.tabs[0] : spreadsheet.tabs.find(({ title }) => title === name);
  if (!tab) throw fail();
  const whole = { top: 0, left: 0, bottom: tab.rowCount - 1, right: tab.columnCount - 1 };
  if (cells === null) return { tab, area: whole };
  const [from = "", to = from, ...rest] = cells.split(":");
  const [first, last] = [cornerForm.exec(from), cornerForm.exec(to)];
  if (!first || !last || rest.length > 0) throw fail();
  const area = {
    top: readRow(first) ?? 0,
    left: readColumn(first) ?? 0,
    bottom: readRow(last) ?? whole.bottom,
    right: readColumn(last) ?? whole.right,
  };
  const upright = {
    top: Math.min(area.top, area.bottom),
    left: Math.min(area.left, area.right),
    bottom: Math.max(area.top, area.bottom),
    right: Math.max(area.left, area.right),
  };
  if (upright.top > whole.bottom || upright.left > whole.right) throw beyondGrid(tab, upright);
  return { tab, area: upright };
}

export function beyondGrid(tab: Tab, area: Area) {
  return invalidArgument(
    `Range (${writeRange(tab, area)}) exceeds grid limits. Max rows: ${tab.rowCount}, max columns: ${tab.columnCount}`,
  );
}

/** What is within the grid of a range that goes beyond it. */
export function drawIn(tab: Tab, { top, left, bottom, right }: Area): Area {
  return {
    top,
    left,
    bottom: Math.min(bottom, tab.rowCount - 1),
    right: Math.min(right, tab.columnCount - 1),
  };
}

/** As Google's answers have it: one cell alone stands alone. */
export function writeRange({ title }: Tab, { top, left, bottom, right }: Area): string {
  const name = /^[A-Za-z_][A-Za-z0-9_]*$/.test(title) ? title : `'${title.replaceAll("'", "''")}'`;
  const first = `${letters(left)}${top + 1}`;
  const isOneCell = top === bottom && left === right;
  return isOneCell ? `${name}!${first}` : `${name}!${first}:${letters(right)}${bottom + 1}`;
}

function splitTab(range: string, { tabs }: Spreadsheet): { name: string | null; cells: string | null } {
  const quoted = /^'((?:[^']|'')*)'(?:!(.*))?$/s.exec(range);
  if (quoted) return { name: (quoted[1] ?? "").replaceAll("''", "'"), cells: quoted[2] ?? null };
  const mark = range.indexOf("!");
  if (mark !== -1) return { name: range.slice(0, mark), cells: range.slice(mark + 1) };
  const isName = tabs.some(({ title }) => title === range) && !cornerForm.test(range);
  return isName ? { name: range, cells: null } : { name: null, cells: range };
}

function readRow([, , row, rowAlone]: RegExpExecArray): number | null {
  const number = row ?? rowAlone;
  return number === undefined ? null : Number(number) - 1;
}

function readColumn([, column]: RegExpExecArray): number | null {
  if (column === undefined) return null;
  return [...column.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

function letters(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : letters(Math.floor(column / 26) - 1) + last;
}
