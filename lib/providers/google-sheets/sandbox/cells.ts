import { z } from "zod";
import type { SandboxStore } from "../../sandbox-kit/contract.ts";

const valueSchema = z.union([z.string(), z.number(), z.boolean(), z.null()]);
const rowSchema = z.object({ cells: z.array(valueSchema) });

/** null and "" = empty. */
export type CellValue = z.infer<typeof valueSchema>;

/** The cells of a tab, row by row from the first one; rows and cells may be missing at the end. */
export type Cells = CellValue[][];

/** One document a row, so that two who append at the same time cannot both have it. */
export type TabPlace = { store: SandboxStore; spreadsheetId: string; sheetId: number };

function rowId({ spreadsheetId, sheetId }: TabPlace, row: number): string {
  return `${spreadsheetId}/${sheetId}/${row + 1}`;
}

export function seedRow(spreadsheetId: string, sheetId: number, row: number, cells: CellValue[]) {
  return { kind: "row", id: `${spreadsheetId}/${sheetId}/${row + 1}`, data: { cells } };
}

export async function readCells(place: TabPlace): Promise<Cells> {
  const prefix = `${place.spreadsheetId}/${place.sheetId}/`;
  const cells: Cells = [];
  for (const { id, data } of await place.store.list("row", rowSchema)) {
    if (id.startsWith(prefix)) cells[Number(id.slice(prefix.length)) - 1] = data.cells;
  }
  return Array.from(cells, (row) => row ?? []);
}

export async function putRow(place: TabPlace, row: number, cells: CellValue[]): Promise<void> {
  await place.store.put("row", rowId(place, row), { cells });
}

/** @returns false = there is such a row already */
export function addRow(place: TabPlace, row: number, cells: CellValue[]): Promise<boolean> {
  return place.store.add("row", rowId(place, row), { cells });
}

export async function removeRow(place: TabPlace, row: number): Promise<void> {
  await place.store.remove("row", rowId(place, row));
}

/** A row with some cells written over it; null leaves what there was. */
export function overwrite(
  row: readonly CellValue[],
  values: readonly CellValue[],
  from: number,
): CellValue[] {
  const length = Math.max(row.length, from + values.length);
  return Array.from({ length }, (_, column) => values[column - from] ?? row[column] ?? null);
}

export function isEmpty(value: CellValue | undefined): boolean {
  return value === undefined || value === null || value === "";
}
