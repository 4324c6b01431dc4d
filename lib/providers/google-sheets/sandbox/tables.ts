import { type Cells, isEmpty } from "./cells.ts";
import type { Area } from "./ranges.ts";

/**
 * The table that a row is appended to: of those that a range touches, the last one. A table is what hangs together
 * without an empty row or column round it.
 * https://developers.google.com/workspace/sheets/api/guides/values#append_values
 */
export function findTable(cells: Cells, within: Area): Area | null {
  const touched = allTables(cells).filter((table) => isOverlap(table, within));
  const [last] = touched.sort((one, other) => other.top - one.top || other.left - one.left);
  return last ?? null;
}

function allTables(cells: Cells): Area[] {
  const tables: Area[] = [];
  cells.forEach((row, top) => {
    row.forEach((value, left) => {
      const cell = { top, left, bottom: top, right: left };
      if (isEmpty(value) || tables.some((table) => isOverlap(table, cell))) return;
      tables.push(grow(cells, cell));
    });
  });
  return tables;
}

/** Widens an area as long as anything stands right beside it. */
function grow(cells: Cells, start: Area): Area {
  const area = { ...start };
  for (let hasGrown = true; hasGrown; ) {
    hasGrown = false;
    for (let row = Math.max(0, area.top - 1); row <= area.bottom + 1; row += 1) {
      for (let column = Math.max(0, area.left - 1); column <= area.right + 1; column += 1) {
        if (isEmpty(cells[row]?.[column]) || isOverlap(area, at(row, column))) continue;
        area.top = Math.min(area.top, row);
        area.left = Math.min(area.left, column);
        area.bottom = Math.max(area.bottom, row);
        area.right = Math.max(area.right, column);
        hasGrown = true;
      }
    }
  }
  return area;
}

function at(row: number, column: number): Area {
  return { top: row, left: column, bottom: row, right: column };
}

function isOverlap(one: Area, other: Area): boolean {
  return (
    one.top <= other.bottom && other.top <= one.bottom && one.left <= other.right && other.left <= one.right
  );
}
