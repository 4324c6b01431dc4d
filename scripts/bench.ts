import type { ChildProcess } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import postgres from "postgres";
import { z } from "zod";
import { migrateDatabase } from "#db/migrate.ts";
import { answerOf, killChildren, order, readNumbers, startChild, workerAnswer } from "./bench/children.ts";
import { startPostgres } from "./postgres/server.ts";

/**
 * npm run bench [-- --events 20000 --webhooks 10]
 * Deliveries a second, latency from accept to first byte, SQL statements a delivery, and memory, with Postgres (as
 * durable as in production), the receiver and Patchbay's process on this machine.
 */
const options = readNumbers(process.argv.slice(2), { events: 20_000, webhooks: 10 });
const dataDir = await mkdtemp(join(tmpdir(), "patchbay-bench-"));
const database = await startPostgres({ dataDir });
const sql = postgres(database.adminUrl, { max: 1, onnotice: () => {} });

try {
  await migrateDatabase(database.url);
  await sql`CREATE EXTENSION IF NOT EXISTS pg_stat_statements`;
  const receiver = startChild("./receiver.ts");
  const { port } = await answerOf(receiver, z.object({ port: z.int() }));
  const worker = startChild("./worker.ts", {
    DATABASE_URL: database.url,
    ENCRYPTION_KEYS: `bench:${randomBytes(32).toString("base64")}`,
    NEXTAUTH_SECRET: randomBytes(32).toString("hex"),
    OUTBOUND_ALLOW_HOSTS: "127.0.0.1",
    LOG_LEVEL: "warn",
  });
  await answerOf(worker, workerAnswer);
  const url = `http://127.0.0.1:${port}`;
  await order(worker, { do: "prepare", url, webhooks: options.webhooks }, workerAnswer);

  await runLoad(worker, { do: "accept", events: 2_000, perCall: 100 });
  const load = await runLoad(worker, { do: "accept", events: options.events, perCall: 100 });
  const calm = await runLoad(worker, { do: "trickle", events: 1_000, perSecond: 100 });
  const memory = await order(worker, { do: "memory" }, workerAnswer);

  const result = {
    machine: { cores: availableParallelism(), node: process.version },
    load: { events: options.events, webhooks: options.webhooks, eventsPerCall: 100, ...load },
    calm: { events: 1_000, eventsPerSecond: 100, eventsPerCall: 1, ...calm },
    memoryMb: memory.rssMb,
  };
  console.table({ "under load": load, "at 100 events/s": calm });
  console.log(`memory: ${memory.rssMb} MB`);
  console.log(JSON.stringify(result));
  await order(worker, { do: "stop" }, workerAnswer);
} finally {
  killChildren();
  await sql.end();
  await database.stop();
  await rm(dataDir, { recursive: true, force: true });
}

/** Has the worker accept events, waits until each is delivered, and measures in the database. */
async function runLoad(
  worker: ChildProcess,
  what: { do: "accept" | "trickle"; events: number; [key: string]: unknown },
) {
  await sql`SELECT pg_stat_statements_reset()`;
  const [{ now: from }] = z
    .tuple([z.object({ now: z.date() })])
    .parse([...(await sql`SELECT clock_timestamp() AS now`)]);
  const before = await order(worker, { do: "memory" }, workerAnswer);
  const startedAt = performance.now();
  await order(worker, what, workerAnswer);
  await untilDelivered(from, what.events);
  const seconds = (performance.now() - startedAt) / 1_000;
  const after = await order(worker, { do: "memory" }, workerAnswer);
  const [statements] = await sql<{ calls: number }[]>`
    SELECT sum(calls)::int AS calls FROM pg_stat_statements
    WHERE query !~ 'pg_stat_statements|bench:' AND query !~* '^(begin|commit)'`;
  const [latency] = await sql<{ p50: number; p99: number; attempts: number }[]>`
    SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY ms) AS p50, percentile_cont(0.99) WITHIN GROUP (ORDER BY ms) AS p99,
      count(*)::int AS attempts
    FROM (SELECT extract(epoch FROM attempts.started_at - events.accepted_at) * 1000 + attempts.total_ms AS ms
      FROM attempts JOIN events ON events.merchant_id = attempts.merchant_id AND events.id = attempts.event_id
        AND events.accepted_at = attempts.event_at
      WHERE events.accepted_at >= ${from}) measured`;
  return {
    "deliveries/s": Math.round(what.events / seconds),
    "p50 ms": round(latency?.p50 ?? 0),
    "p99 ms": round(latency?.p99 ?? 0),
    "SQL/delivery": round((statements?.calls ?? 0) / what.events, 4),
    attempts: latency?.attempts ?? 0,
    seconds: round(seconds, 2),
    workerCpuSeconds: round((after.cpuMs - before.cpuMs) / 1_000),
  };
}

async function untilDelivered(from: Date, events: number): Promise<void> {
  const deadline = Date.now() + 300_000;
  for (;;) {
    const [row] = await sql<{ total: number }[]>`
      /* bench: */ SELECT count(*)::int AS total FROM deliveries WHERE created_at >= ${from} AND status = 'delivered'`;
    if (row && row.total >= events) return;
    if (Date.now() > deadline)
      throw new Error(`Only ${row?.total} of ${events} deliveries arrived in 5 minutes.`);
    await sleep(20);
  }
}

function round(value: number, digits = 1): number {
  return Math.round(value * 10 ** digits) / 10 ** digits;
}
