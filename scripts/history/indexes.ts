import type postgres from "postgres";

/**
 * Writes many rows into tables without the indexes beside their keys, which are made again at the end: that takes a
 * fraction of what keeping them up would. Partitions of the tables come along.
 */
export async function withoutIndexes(
  sql: postgres.Sql,
  tables: readonly string[],
  work: () => Promise<void>,
): Promise<void> {
  const indexes = await sql<{ name: string; definition: string }[]>`
    SELECT quote_ident(index.relname) AS name, pg_get_indexdef(index.oid) AS definition
    FROM pg_index
    JOIN pg_class index ON index.oid = pg_index.indexrelid
    JOIN pg_class owner ON owner.oid = pg_index.indrelid
    WHERE owner.relname = ANY(${[...tables]}) AND owner.relnamespace = 'public'::regnamespace
      AND NOT EXISTS (SELECT 1 FROM pg_constraint WHERE conindid = index.oid)`;
  for (const { name } of indexes) await sql.unsafe(`DROP INDEX public.${name}`);
  try {
    await work();
  } finally {
    for (const { name, definition } of indexes) {
      // Of a partitioned table it says ON ONLY, which would leave the partitions without.
      await sql.unsafe(`SET maintenance_work_mem = '1GB'; ${definition.replace(" ON ONLY ", " ON ")}`);
      console.log(`  index ${name}`);
    }
  }
}
