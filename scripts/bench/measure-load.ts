import type { ChildProcess } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";
import type { Sql } from "postgres";
import { z } from "zod";
import { order, workerAnswer } from "./children.ts";
import { postgresCpuMs } from "./postgres-cpu.ts";

/** Has the worker accept events, waits until each is delivered, and measures in the database. */
export async function measureLoad(
  sql: Sql,
  worker: ChildProcess,
  what: { do: "accept" | "trickle"; events: number; [key: string]: unknown },
  /** Merchants whose apps hang: neither waited for nor counted. */
  without: readonly string[] = [],
) {
  await sql`SELECT pg_stat_statements_reset()`;
  const [{ now: from }] = z
    .tuple([z.object({ now: z.date() })])
    .parse([...(await sql`SELECT clock_timestamp() AS now`)]);
  const before = await order(worker, { do: "memory" }, workerAnswer);
  const postgresBefore = await postgresCpuMs(sql);
  const startedAt = performance.now();
  await order(worker, what, workerAnswer);
  const counted = await countCounted(sql, from, without);
  await untilDelivered(sql, from, without, counted);
  const seconds = (performance.now() - startedAt) / 1_000;
  const after = await order(worker, { do: "memory" }, workerAnswer);
  const postgresAfter = await postgresCpuMs(sql);
  const [statements] = await sql<{ calls: number }[]>`
    SELECT sum(calls)::int AS calls FROM pg_stat_statements
    WHERE query !~ 'pg_stat_statements|bench:' AND query !~* '^(begin|commit)'`;
  const [latency] = await sql<{ p50: number; p99: number; attempts: number }[]>`
    SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY ms) AS p50, percentile_cont(0.99) WITHIN GROUP (ORDER BY ms) AS p99,
      count(*)::int AS attempts
    FROM (SELECT extract(epoch FROM attempts.started_at - events.accepted_at) * 1000 + attempts.total_ms AS ms
      FROM attempts JOIN events ON events.merchant_id = attempts.merchant_id AND events.id = attempts.event_id
        AND events.accepted_at = attempts.event_at
      WHERE events.accepted_at >= ${from} AND events.merchant_id <> ALL (${[...without]})) measured`;
  return {
    "deliveries/s": Math.round(counted / seconds),
    "p50 ms": round(latency?.p50 ?? 0),
    "p99 ms": round(latency?.p99 ?? 0),
    "SQL/delivery": round((statements?.calls ?? 0) / counted, 4),
    attempts: latency?.attempts ?? 0,
    seconds: round(seconds, 2),
    "worker CPU ms/delivery": round((after.cpuMs - before.cpuMs) / counted, 2),
    ...(postgresBefore !== null &&
      postgresAfter !== null && {
        "Postgres CPU ms/delivery": round((postgresAfter - postgresBefore) / counted, 2),
      }),
  };
}

async function countCounted(sql: Sql, from: Date, without: readonly string[]): Promise<number> {
  const [row] = await sql<{ total: number }[]>`
    /* bench: */ SELECT count(*)::int AS total FROM deliveries
    WHERE created_at >= ${from} AND merchant_id <> ALL (${[...without]})`;
  return row?.total ?? 0;
}

async function untilDelivered(
  sql: Sql,
  from: Date,
  without: readonly string[],
  total: number,
): Promise<void> {
  const deadline = Date.now() + 300_000;
  for (;;) {
    const [row] = await sql<{ open: number }[]>`
      /* bench: */ SELECT count(*)::int AS open FROM deliveries
      WHERE created_at >= ${from} AND status <> 'delivered' AND merchant_id <> ALL (${[...without]})`;
    if (row?.open === 0) return;
    if (Date.now() > deadline)
      throw new Error(`${row?.open} of ${total} deliveries have not arrived in 5 minutes.`);
    await sleep(20);
  }
}

function round(value: number, digits = 1): number {
  return Math.round(value * 10 ** digits) / 10 ** digits;
}
