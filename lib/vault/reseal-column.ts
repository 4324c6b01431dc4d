import { sql } from "drizzle-orm";
import { db } from "#db/client.ts";
import { open, SealError, seal } from "#lib/crypto/seal.ts";
import { readHeader } from "./count-by-key.ts";
import { type SealedColumn, type SealedRow, toSealedPlace } from "./sealed-columns.ts";

const batchSize = 200;
/** Few, so that the app's own queries find a connection. */
const rowsAtATime = 4;

/** What became of a batch: how many rows were dealt with, and those that do not open. */
type Batch = { done: number; failures: { row: SealedRow; message: string }[] };

/**
 * Seals the rows of a column that have one of the given headers again with the first key, batch by batch. A row that does
 * not open stays as it is.
 */
export async function* resealColumn(
  sealedColumn: SealedColumn,
  headers: readonly string[],
): AsyncGenerator<Batch> {
  let after: SealedRow | null = null;
  for (;;) {
    const rows: SealedRow[] = await readBatch(sealedColumn, headers, after);
    const batch: Batch = { done: 0, failures: [] };
    for (let first = 0; first < rows.length; first += rowsAtATime) {
      await Promise.all(
        rows.slice(first, first + rowsAtATime).map(async (row) => {
          const message = await resealRow(sealedColumn, row);
          if (message === null) batch.done += 1;
          else batch.failures.push({ row, message });
        }),
      );
    }
    if (rows.length > 0) yield batch;
    if (rows.length < batchSize) return;
    after = rows.at(-1) ?? null;
  }
}

async function readBatch(
  sealedColumn: SealedColumn,
  headers: readonly string[],
  after: SealedRow | null,
): Promise<SealedRow[]> {
  const { table, column, merchantId, rowId, keyset } = sealedColumn;
  const key = sql.join(
    keyset.map((part) => sql`${sealedColumn[part]}`),
    sql`, `,
  );
  const beyond = after
    ? sql`AND (${key}) > (${sql.join(
        keyset.map((part) => sql`${after[part]}`),
        sql`, `,
      )})`
    : sql``;
  const rows = await db().execute<SealedRow>(sql`
    SELECT ${merchantId} AS "merchantId", ${rowId} AS "rowId", ${column} AS sealed FROM ${table}
    WHERE ${column} IS NOT NULL AND ${readHeader(sealedColumn)} IN ${headers} ${beyond}
    ORDER BY ${key} LIMIT ${batchSize}`);
  return [...rows];
}

/**
 * Puts the newly sealed value in the place of the one that was read, and of no other: what someone wrote meanwhile is
 * newer, and was sealed by the first key already.
 * @returns why it does not open; null when it is done
 */
async function resealRow(sealedColumn: SealedColumn, row: SealedRow): Promise<string | null> {
  const { table, column, merchantId, rowId } = sealedColumn;
  const place = toSealedPlace(sealedColumn, row);
  let text: string;
  try {
    text = await open(row.sealed, place);
  } catch (error) {
    if (error instanceof SealError) return error.message;
    throw error;
  }
  await db().execute(sql`
    UPDATE ${table} SET ${sql.identifier(column.name)} = ${await seal(text, place)}
    WHERE ${rowId} = ${row.rowId} AND ${merchantId} = ${row.merchantId} AND ${column} = ${row.sealed}`);
  return null;
}
