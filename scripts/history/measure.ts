import { writeFile } from "node:fs/promises";
import { availableParallelism } from "node:os";
import type { HistoryDatabase } from "./database.ts";
import { ctxOf, type Seeded } from "./merchant.ts";
import type { HistoryOptions } from "./options.ts";

/** What a person waits for without a thought. */
const goalMs = 300;
/** What is far too slow is not asked as often. */
const longestMs = 12_000;
const fewestRuns = 3;

type Measured = {
  name: string;
  entries: number | string;
  "p50 ms": number;
  "p95 ms": number;
  "first ms": number;
  runs: number;
};

/** Asks the verbs of the product one after the other, and prints how long they took. */
export async function measureHistory(
  { sql }: HistoryDatabase,
  seeded: Seeded,
  { runs, only, json }: HistoryOptions,
): Promise<void> {
  const { readingsOf } = await import("./questions.ts");
  const all = await readingsOf(ctxOf(seeded), seeded);
  const results: Measured[] = [];
  for (const { name, read } of all) {
    if (only && !name.includes(only)) continue;
    const result = { name, ...(await timed(read, runs)) };
    results.push(result);
    console.log(`  ${name}: ${result["p95 ms"]} ms`);
  }
  const [size] = await sql<{ bytes: string }[]>`SELECT pg_database_size(current_database())::text AS bytes`;
  const slow = results.filter((result) => result["p95 ms"] > goalMs);
  console.table(Object.fromEntries(results.map(({ name, ...result }) => [name, result])));
  console.log(
    `${results.length - slow.length} of ${results.length} within ${goalMs} ms at p95, of ${seeded.rows} rows`,
  );
  const { rows } = seeded;
  const machine = { cores: availableParallelism(), node: process.version };
  const report = JSON.stringify({ machine, rows, databaseBytes: Number(size?.bytes), goalMs, results });
  if (json) await writeFile(json, `${report}\n`);
  else console.log(report);
  if (slow.length > 0) process.exitCode = 1;
}

async function timed(read: () => Promise<unknown>, runs: number): Promise<Omit<Measured, "name">> {
  const first = await timeOf(read);
  const times: number[] = [];
  let spentMs = 0;
  while (times.length < runs && (spentMs < longestMs || times.length < fewestRuns)) {
    const { ms } = await timeOf(read);
    times.push(ms);
    spentMs += ms;
  }
  times.sort((one, other) => one - other);
  const at = (share: number) =>
    round(times[Math.min(times.length - 1, Math.ceil(times.length * share) - 1)] ?? 0);
  return {
    entries: first.entries,
    "p50 ms": at(0.5),
    "p95 ms": at(0.95),
    "first ms": round(first.ms),
    runs: times.length,
  };
}

async function timeOf(read: () => Promise<unknown>): Promise<{ ms: number; entries: number | string }> {
  const startedAt = performance.now();
  const answer = await read().catch((error: unknown) => error);
  return { ms: performance.now() - startedAt, entries: entriesOf(answer) };
}

/** How many entries a page has; what went wrong, where no page came. */
function entriesOf(answer: unknown): number | string {
  if (answer instanceof Error) return answer.cause instanceof Error ? answer.cause.message : answer.message;
  if (Array.isArray(answer)) return answer.length;
  if (typeof answer === "object" && answer !== null && "data" in answer && Array.isArray(answer.data))
    return answer.data.length;
  return 1;
}

function round(ms: number): number {
  return Math.round(ms * 10) / 10;
}
