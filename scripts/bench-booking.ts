import { openDatabase } from "./bench/open-database.ts";

/**
 * npm run bench:booking [-- sales]
 * What it costs to book a sale, as a reading does: its payment and journal, and the sums that reports are read from.
 * Statements, rows and bytes of the write-ahead log of each sale, and how long it takes, with the sums, without those over
 * spans (which triggers keep), and without any. Each is a transaction of its own; the ways take turns, 50 sales each.
 */
const sales = Number(process.argv[2] ?? 400);
const atOnce = 50;
const { sql, url, close } = await openDatabase();
const { closeDb } = await import("#db/client.ts");
const sums = ["revenue_quarters", "sales_quarters", "sales_days", "sales_months", "sale_parts"];
type Way = "all sums" | "without spans" | "no sums";
const ways: readonly Way[] = ["all sums", "without spans", "no sums"];

try {
  await sql`CREATE EXTENSION IF NOT EXISTS pg_stat_statements`;
  await sql`CREATE FUNCTION write_nothing() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END'`;
  const { openShop, sellOne } = await import("./revenue/sell-one.ts");
  const shop = await openShop();
  const found = new Map(ways.map((way) => [way, createHeld()]));
  for (let turn = -1; turn < sales / atOnce; turn += 1) {
    for (const way of ways) {
      await prepare(way);
      const before = await counters();
      const ms: number[] = [];
      for (let sale = 0; sale < atOnce; sale += 1) ms.push(await sellOne(shop));
      const after = await counters();
      const held = found.get(way);
      // The first turn has everything made ready.
      if (turn < 0 || !held) continue;
      held.ms.push(...ms);
      held.statements += after.statements - before.statements;
      held.bytes += after.bytes - before.bytes;
      for (const [table, rows] of after.rows) {
        held.rows.set(table, (held.rows.get(table) ?? 0) + rows - (before.rows.get(table) ?? 0));
      }
    }
  }
  console.table([...found].map(([way, held]) => toLine(way, held)));
  const tables = [...new Set([...found.values()].flatMap(({ rows }) => [...rows.keys()]))];
  console.table(tables.flatMap((table) => toRows(table, found)));
} finally {
  await close();
}

async function prepare(way: Way): Promise<void> {
  for (const table of sums) {
    await sql`DROP TRIGGER IF EXISTS written_not ON ${sql(table)}`;
    if (way !== "no sums") continue;
    await sql`CREATE TRIGGER written_not BEFORE INSERT ON ${sql(table)} FOR EACH ROW EXECUTE FUNCTION write_nothing()`;
  }
  const isKept = way === "all sums";
  await sql.unsafe(`ALTER TABLE revenue_quarters ${isKept ? "ENABLE" : "DISABLE"} TRIGGER USER`);
  if (way === "no sums") await sql`ALTER TABLE revenue_quarters ENABLE TRIGGER written_not`;
}

type Held = { ms: number[]; statements: number; bytes: number; rows: Map<string, number> };

function createHeld(): Held {
  return { ms: [], statements: 0, bytes: 0, rows: new Map() };
}

/** Statistics of the app's connections are complete once these have ended. */
async function counters(): Promise<Omit<Held, "ms">> {
  await closeDb();
  await new Promise((resolve) => setTimeout(resolve, 500));
  const [row] = await sql<{ statements: number; bytes: number }[]>`
    SELECT (SELECT sum(calls) FROM pg_stat_statements JOIN pg_roles ON pg_roles.oid = userid
        WHERE rolname = ${new URL(url).username})::float8 AS statements,
      (pg_current_wal_lsn() - '0/0'::pg_lsn)::float8 AS bytes`;
  const tables = await sql<{ name: string; rows: number }[]>`
    SELECT relname AS name, (n_tup_ins + n_tup_upd + n_tup_del)::float8 AS rows FROM pg_stat_user_tables`;
  return {
    statements: row?.statements ?? 0,
    bytes: row?.bytes ?? 0,
    rows: new Map(tables.map(({ name, rows }) => [name, rows])),
  };
}

function each(total: number, { ms }: Held): number {
  return Number((total / ms.length).toFixed(1));
}

function toLine(way: Way, held: Held) {
  const sorted = held.ms.toSorted((one, other) => one - other);
  const at = (share: number) => Number((sorted[Math.floor(sorted.length * share)] ?? 0).toFixed(1));
  const rows = [...held.rows.values()].reduce((sum, count) => sum + count, 0);
  return {
    way,
    statements: each(held.statements, held),
    rows: each(rows, held),
    "WAL, bytes": Math.round(each(held.bytes, held)),
    "p50, ms": at(0.5),
    "p95, ms": at(0.95),
  };
}

/** How many rows of a table a sale writes, each way. */
function toRows(table: string, found: ReadonlyMap<Way, Held>) {
  const counts = [...found].map(([way, held]) => [way, each(held.rows.get(table) ?? 0, held)] as const);
  return counts.some(([, count]) => count > 0) ? [{ table, ...Object.fromEntries(counts) }] : [];
}
