import { randomBytes } from "node:crypto";
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import postgres from "postgres";
import { z } from "zod";
import { migrateDatabase } from "#db/migrate.ts";
import { startPostgres } from "./postgres/server.ts";
import { largeMerchant, seedRevenue } from "./revenue/seed.ts";

/**
 * npm run bench:revenue [-- --entries 10000000 --times 20 --dir /path/to/keep --only payout]
 * Every report, list and detail of revenue of one merchant with so many entries in a year, and of others, with Postgres on
 * this machine. Seeding takes some minutes and about 6 GB; with --dir it is kept, and done once.
 */
const options = z
  .object({
    entries: z.coerce.number().int().positive().default(10_000_000),
    times: z.coerce.number().int().positive().default(20),
    dir: z.string().optional(),
    only: z.string().optional(),
  })
  .parse(Object.fromEntries(pairs(process.argv.slice(2))));

const dataDir = options.dir ?? (await mkdtemp(join(tmpdir(), "patchbay-revenue-")));
await mkdir(dataDir, { recursive: true });
const database = await startPostgres({ dataDir });
Object.assign(process.env, {
  DATABASE_URL: database.url,
  ENCRYPTION_KEYS: `bench:${randomBytes(32).toString("base64")}`,
  NEXTAUTH_SECRET: randomBytes(32).toString("hex"),
  LOG_LEVEL: "warn",
});
const sql = postgres(database.adminUrl, { max: 1, onnotice: () => {} });
const { closeDb } = await import("#db/client.ts");
try {
  await migrateDatabase(database.url);
  const known = await sql`SELECT 1 FROM merchants WHERE id = ${largeMerchant}`;
  if (known.length === 0) {
    // Foreign keys, and that journals add up, hold by the way the rows are made; checking each would take far longer.
    await sql`SET session_replication_role = replica`;
    await sql`SELECT set_config('role', ${new URL(database.url).username}, false)`;
    await seedRevenue(sql, { entries: options.entries, days: 365 }, (line) => console.log(line));
    await sql`RESET ROLE`;
    await sql`SET session_replication_role = origin`;
  }
  const { measureReports } = await import("./revenue/measure-reports.ts");
  console.table(await measureReports(sql, options.times, options.only));
} finally {
  await closeDb();
  await sql.end();
  await database.stop();
  if (options.dir === undefined) await rm(dataDir, { recursive: true, force: true });
}

function pairs(args: readonly string[]): [string, string][] {
  return args.flatMap((name, index): [string, string][] => {
    const value = args[index + 1];
    return name.startsWith("--") && value !== undefined ? [[name.slice(2), value]] : [];
  });
}
