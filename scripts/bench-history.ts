import { openDatabase } from "./history/database.ts";
import { readOptions } from "./history/options.ts";

/**
 * npm run bench:history -- [--rows 3000000] [--data .data-history] [--runs 20] [--only search] [--json file]
 * How long every list, filter, search and the overview take for a merchant with that many events, deliveries and
 * attempts. The folder's database is filled first, where it is not yet.
 *
 * npm run bench:history -- drop --rows 10000000 --days 30 --data .data-drop
 * How long it takes to drop a day of such a history, and how many deliveries a second there are meanwhile.
 */
const args = process.argv.slice(2);
const isDrop = args[0] === "drop";
const options = readOptions(isDrop ? args.slice(1) : args);
const kept = { HISTORY_PAYLOAD_DAYS: String(options.days), HISTORY_DELIVERY_DAYS: String(options.days) };
if (isDrop) Object.assign(process.env, kept);
await using database = await openDatabase(options.data);
const { findSeeded } = await import("./history/merchant.ts");
const { seedHistory } = await import("./history/seed.ts");
const { measureDrop } = await import("./history/drop.ts");
const { measureHistory } = await import("./history/measure.ts");
const seeded = (await findSeeded(options.data)) ?? (await seedHistory(database, options));
if (isDrop) await measureDrop(database, seeded, options);
else await measureHistory(database, seeded, options);
