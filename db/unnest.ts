import { type SQL, sql } from "drizzle-orm";

type Cell = string | number | boolean | null;
type ColumnType = "text" | "json" | "int" | "real" | "boolean" | "timestamptz";

/** A column of rows that are sent to the database: its type there, and what a row has in it; JSON as its text. */
export type SentColumn<Row> = readonly [type: ColumnType, read: (row: Row) => Cell];

/**
 * Rows as a table of a statement, `unnest(…) AS name(…)`, with one parameter for each column, so that the statement is the
 * same for any number of rows. It takes Postgres half of what `json_to_recordset` takes for the same rows.
 */
export function unnestRows<Row>(
  name: string,
  rows: readonly Row[],
  columns: Readonly<Record<string, SentColumn<Row>>>,
): SQL {
  const arrays = Object.values(columns).map(([type, read]) =>
    type === "json"
      ? sql`string_to_array(${toLines(rows, read)}, E'\\n', '')::json[]`
      : sql`${toArrayText(rows, read)}::${sql.raw(type)}[]`,
  );
  const names = Object.keys(columns).join(", ");
  return sql`unnest(${sql.join(arrays, sql.raw(", "))}) AS ${sql.raw(`${name}(${names})`)}`;
}

/** JSON text has no line breaks, so it needs no quoting; what is empty, or missing at the end, is null. */
function toLines<Row>(rows: readonly Row[], read: (row: Row) => Cell): string {
  return rows.map((row) => read(row) ?? "").join("\n");
}

function toArrayText<Row>(rows: readonly Row[], read: (row: Row) => Cell): string {
  const cells = rows.map((row) => {
    const cell = read(row);
    if (typeof cell !== "string") return cell === null ? "NULL" : String(cell);
    return hasSpecial.test(cell) ? `"${cell.replace(/["\\]/g, "\\$&")}"` : `"${cell}"`;
  });
  return `{${cells.join(",")}}`;
}

const hasSpecial = /["\\]/;
