import { type ChildProcess, fork } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import type { HistoryDatabase } from "./database.ts";
import type { Seeded } from "./merchant.ts";
import type { HistoryOptions } from "./options.ts";

const warmUpMs = 15_000;
const calmMs = 20_000;
/** Deliveries are counted so long from the beginning of a drop, and at least until it is over. */
const windowMs = 2_000;
const pauseMs = 6_000;
const drops = 5;
const dayMs = 86_400_000;

type Count = { at: number; arrived: number };

/**
 * Drops the oldest days of a history one after the other, while another process delivers as much as it can, and prints
 * how long each took and how many deliveries a second there were before, during and after.
 */
export async function measureDrop(
  database: HistoryDatabase,
  seeded: Seeded,
  options: HistoryOptions,
): Promise<void> {
  const counts: Count[] = [];
  const dayNumber = (number: number) => dayOf(Date.parse(seeded.until) - (options.days - number) * dayMs);
  // The first day began before the history did.
  await dropDay(database, dayNumber(0), options);
  const load = startLoad(counts);
  try {
    await sleep(warmUpMs);
    const begin = performance.now();
    await sleep(calmMs);
    const before = rate(counts, begin, performance.now());
    const results: { day: string; ms: number; "deliveries/s": number }[] = [];
    for (let number = 1; number <= drops; number += 1) {
      const day = dayNumber(number);
      const startedAt = performance.now();
      await dropDay(database, day, options);
      const ms = performance.now() - startedAt;
      await sleep(Math.max(0, windowMs - ms));
      results.push({ day, ms: Math.round(ms), "deliveries/s": rate(counts, startedAt, performance.now()) });
      await sleep(pauseMs);
    }
    const calm = performance.now();
    await sleep(calmMs);
    const after = rate(counts, calm, performance.now());
    if (load.exitCode !== null) throw new Error("The process that delivers has ended.");
    await tell({ rows: seeded.rows, before, after, drops: results }, options);
  } finally {
    load.kill();
  }
}

/** Has the day be the last one that is over. By the product's own verb, or by a statement about `:day` (20261002). */
async function dropDay({ sql }: HistoryDatabase, day: string, { drop, days }: HistoryOptions): Promise<void> {
  if (drop) {
    await sql.unsafe(drop.replaceAll(":day", day.replaceAll("-", "")));
    return;
  }
  const { dropDays } = retention.parse(await import(retentionFile));
  await dropDays(Date.parse(`${day}T00:00:00Z`) + (days + 1) * dayMs);
}

/** Named as a text: a version without it drops by a statement. */
const retentionFile: string = "#lib/history/drop-days.ts";
const retention = z.looseObject({
  dropDays: z.custom<(now: number) => Promise<unknown>>((value) => typeof value === "function"),
});

function startLoad(counts: Count[]): ChildProcess {
  const load = fork(fileURLToPath(new URL("load.ts", import.meta.url)), { stdio: "inherit" });
  load.on("message", (message) => {
    const { arrived } = z.object({ arrived: z.int() }).parse(message);
    counts.push({ at: performance.now(), arrived });
  });
  return load;
}

/** Deliveries a second between two moments, by the counts next to them. */
function rate(counts: readonly Count[], from: number, to: number): number {
  const first = counts.findLast(({ at }) => at <= from);
  const last = counts.findLast(({ at }) => at <= to);
  if (!first || !last || last.at === first.at) throw new Error("Nothing was counted.");
  return Math.round((last.arrived - first.arrived) / ((last.at - first.at) / 1_000));
}

async function tell(
  result: {
    rows: number;
    before: number;
    after: number;
    drops: { day: string; ms: number; "deliveries/s": number }[];
  },
  { json }: HistoryOptions,
): Promise<void> {
  const rates = result.drops.map((drop) => drop["deliveries/s"]);
  const during = Math.round(rates.reduce((sum, one) => sum + one, 0) / rates.length);
  const calm = (result.before + result.after) / 2;
  const change = Math.round((during / calm - 1) * 1_000) / 10;
  console.table(result.drops);
  console.table({ "deliveries/s": { before: result.before, during, after: result.after } });
  console.log(`while a day is dropped: ${change} % of the rate`);
  const report = JSON.stringify({ ...result, during, changePercent: change });
  if (json) await writeFile(json, `${report}\n`);
  else console.log(report);
}

function dayOf(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}
