import { z } from "zod";
import { openDatabase, readPairs } from "./bench/open-database.ts";
import { largeMerchant, seedHistory } from "./history/seed.ts";

/**
 * npm run bench:history [-- --events 3000000 --attempts 10000000 --days 90 --times 20 --drops 3 --dir /path/to/keep --only "rare word"]
 * Lists, filters, searches and figures of a merchant with so many events, and the drop of a day under load, with Postgres
 * on this machine. Seeding takes about half an hour and 15 GB; with --dir it is kept, and done once.
 */
const options = z
  .object({
    events: z.coerce.number().int().positive().default(3_000_000),
    attempts: z.coerce.number().int().positive().default(10_000_000),
    days: z.coerce.number().int().min(2).default(90),
    times: z.coerce.number().int().nonnegative().default(20),
    drops: z.coerce.number().int().nonnegative().default(3),
    dir: z.string().optional(),
    only: z.string().optional(),
  })
  .parse(readPairs(process.argv.slice(2)));

// A day goes with all that is kept of it at once.
const settings = { HISTORY_PAYLOAD_DAYS: "90" };
const { sql, url, close, seedUnchecked } = await openDatabase({ dir: options.dir, settings });
try {
  const known = await sql`SELECT 1 FROM merchants WHERE id = ${largeMerchant}`;
  if (known.length === 0) {
    const { events, attempts, days } = options;
    const asked = { events, otherAttempts: Math.max(0, attempts - events), days };
    await seedUnchecked(() => seedHistory(sql, asked, (line) => console.log(line)));
  }
  if (options.times > 0) {
    const { measureLists } = await import("./history/measure-lists.ts");
    console.table(await measureLists(sql, options.times, options.only));
  }
  if (options.drops > 0) {
    const { measureDrop } = await import("./history/measure-drop.ts");
    console.table(await measureDrop(sql, url, options.drops, 15_000));
  }
} finally {
  await close();
}
