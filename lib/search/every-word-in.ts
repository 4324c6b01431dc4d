import { and, type Column, ilike, or, type SQL, sql } from "drizzle-orm";

/**
 * Rows in which each word of what a person typed stands in one of the columns, wildcards taken literally. For short
 * lists whose rows have no search text of their own.
 * @param alternative another way for a row to have a word
 */
export function everyWordIn(
  search: string,
  columns: readonly Column[],
  alternative?: (word: string) => SQL | undefined,
): SQL | undefined {
  const words = search.split(/\s+/u).filter((word) => word !== "");
  if (words.length === 0) return sql`true`;
  return and(
    ...words.map((word) => {
      const pattern = `%${word.replace(/[\\%_]/g, "\\$&")}%`;
      return or(...columns.map((column) => ilike(column, pattern)), alternative?.(word));
    }),
  );
}
