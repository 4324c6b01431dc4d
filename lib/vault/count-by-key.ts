import { type SQL, sql } from "drizzle-orm";
import { db } from "#db/client.ts";
import { readKeyId } from "#lib/crypto/seal.ts";
import { type SealedColumn, sealedColumns } from "./sealed-columns.ts";

/** The protected header of a sealed value, which holds the id of its key; "" where it is no sealed value. */
export function readHeader({ column }: SealedColumn): SQL {
  return sql`coalesce(substring(${column} from '"protected":"([A-Za-z0-9_-]+)"'), '')`;
}

/** How many rows of a column one key sealed. */
export type KeyShare = {
  sealedColumn: SealedColumn;
  header: string;
  /** null where the value is no sealed one. */
  keyId: string | null;
  rows: number;
};

/** Which keys sealed how much, column by column. Reads headers only. */
export async function countByKey(): Promise<KeyShare[]> {
  const shares = await Promise.all(
    sealedColumns.map(async (sealedColumn) => {
      const rows = await db().execute<{ header: string; rows: number }>(sql`
        SELECT ${readHeader(sealedColumn)} AS header, count(*)::int AS rows FROM ${sealedColumn.table}
        WHERE ${sealedColumn.column} IS NOT NULL GROUP BY 1`);
      return [...rows].map((row) => ({
        sealedColumn,
        ...row,
        keyId: readKeyId(JSON.stringify({ protected: row.header })),
      }));
    }),
  );
  return shares.flat();
}

/** The same summed up over the columns, the key with most rows first. */
export function rowsByKey(shares: readonly KeyShare[]): { keyId: string | null; rows: number }[] {
  const sums = new Map<string | null, number>();
  for (const { keyId, rows } of shares) sums.set(keyId, (sums.get(keyId) ?? 0) + rows);
  return [...sums].map(([keyId, rows]) => ({ keyId, rows })).sort((a, b) => b.rows - a.rows);
}
