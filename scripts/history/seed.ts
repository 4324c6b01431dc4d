import type { HistoryDatabase } from "./database.ts";
import { withoutIndexes } from "./indexes.ts";
import { createMerchant, rememberSeeded, type Seeded } from "./merchant.ts";
import type { HistoryOptions } from "./options.ts";
import { prepareRows, writeOtherMerchants, writeRows, writeSurroundings } from "./rows.ts";

const rowsAtOnce = 250_000;

/**
 * Fills the database of a folder with the history of one busy merchant and 2,000 with little: as many events,
 * deliveries and attempts as `rows` says, over 90 days, 3 % of them failed.
 */
export async function seedHistory({ sql, url }: HistoryDatabase, options: HistoryOptions): Promise<Seeded> {
  const startedAt = performance.now();
  const { migrateDatabase } = await import("#db/migrate.ts");
  await migrateDatabase(url);
  const [known] = await sql<{ found: boolean }[]>`SELECT EXISTS (SELECT FROM merchants) AS found`;
  if (known?.found)
    throw new Error(`${options.data} holds merchants already; name another folder with --data.`);
  const plan = { ...(await createMerchant()), rows: options.rows, days: options.days, until: new Date() };
  const tables = await prepareRows(sql, plan);
  const what = { sql, tables, plan };
  await withoutIndexes(sql, tables.names, async () => {
    for (let first = 1; first <= plan.rows; first += rowsAtOnce) {
      const last = Math.min(plan.rows, first + rowsAtOnce - 1);
      await writeRows(what, first, last);
      console.log(`  ${last.toLocaleString("en")} rows after ${seconds(startedAt)} s`);
    }
    await writeOtherMerchants(what);
  });
  await writeSurroundings(what);
  await sql`DROP TABLE history_templates`;
  await sql`VACUUM (ANALYZE)`;
  const { merchantId, webhooks, rows } = plan;
  const seeded = { merchantId, webhooks, rows, until: plan.until.toISOString() };
  await rememberSeeded(options.data, seeded);
  const [size] = await sql<
    { size: string }[]
  >`SELECT pg_size_pretty(pg_database_size(current_database())) AS size`;
  console.log(`seeded ${plan.rows.toLocaleString("en")} rows in ${seconds(startedAt)} s: ${size?.size}`);
  return seeded;
}

function seconds(since: number): number {
  return Math.round((performance.now() - since) / 1_000);
}
