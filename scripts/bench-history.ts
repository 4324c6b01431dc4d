import { randomBytes } from "node:crypto";
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import postgres from "postgres";
import { z } from "zod";
import { migrateDatabase } from "#db/migrate.ts";
import { largeMerchant, seedHistory } from "./history/seed.ts";
import { startPostgres } from "./postgres/server.ts";

/**
 * npm run bench:history [-- --events 3000000 --attempts 10000000 --times 20 --drops 3 --dir /path/to/keep --only "rare word"]
 * Lists, filters, searches and figures of a merchant with so many events, and the drop of a day under load, with Postgres
 * on this machine. Seeding takes about half an hour and 15 GB; with --dir it is kept, and done once.
 */
const options = z
  .object({
    events: z.coerce.number().int().positive().default(3_000_000),
    attempts: z.coerce.number().int().positive().default(10_000_000),
    times: z.coerce.number().int().nonnegative().default(20),
    drops: z.coerce.number().int().nonnegative().default(3),
    dir: z.string().optional(),
    only: z.string().optional(),
  })
  .parse(Object.fromEntries(pairs(process.argv.slice(2))));

const dataDir = options.dir ?? (await mkdtemp(join(tmpdir(), "patchbay-history-")));
await mkdir(dataDir, { recursive: true });
const database = await startPostgres({ dataDir });
Object.assign(process.env, {
  DATABASE_URL: database.url,
  ENCRYPTION_KEYS: `bench:${randomBytes(32).toString("base64")}`,
  NEXTAUTH_SECRET: randomBytes(32).toString("hex"),
  LOG_LEVEL: "warn",
  // A day goes with all that is kept of it at once.
  HISTORY_PAYLOAD_DAYS: "90",
});
const sql = postgres(database.adminUrl, { max: 1, onnotice: () => {} });
const { closeDb } = await import("#db/client.ts");
try {
  await migrateDatabase(database.url);
  const known = await sql`SELECT 1 FROM merchants WHERE id = ${largeMerchant}`;
  if (known.length === 0) {
    // Foreign keys hold by the way the rows are made; checking each would take as long again.
    await sql`SET session_replication_role = replica`;
    await sql`SELECT set_config('role', ${new URL(database.url).username}, false)`;
    const others = Math.max(0, options.attempts - options.events);
    await seedHistory(sql, { events: options.events, otherAttempts: others, days: 90 }, (line) =>
      console.log(line),
    );
    await sql`RESET ROLE`;
    await sql`SET session_replication_role = origin`;
  }
  if (options.times > 0) {
    const { measureLists } = await import("./history/measure-lists.ts");
    console.table(await measureLists(sql, options.times, options.only));
  }
  if (options.drops > 0) {
    const { measureDrop } = await import("./history/measure-drop.ts");
    console.table(await measureDrop(sql, database.url, options.drops, 15_000));
  }
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
