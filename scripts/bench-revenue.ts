import { z } from "zod";
import { openDatabase, readPairs } from "./bench/open-database.ts";
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
  .parse(readPairs(process.argv.slice(2)));

const { sql, close, seedUnchecked } = await openDatabase({ dir: options.dir });
try {
  const known = await sql`SELECT 1 FROM merchants WHERE id = ${largeMerchant}`;
  if (known.length === 0) {
    const { entries } = options;
    await seedUnchecked(() => seedRevenue(sql, { entries, days: 365 }, (line) => console.log(line)));
  }
  const { measureReports } = await import("./revenue/measure-reports.ts");
  console.table(await measureReports(sql, options.times, options.only));
} finally {
  await close();
}
