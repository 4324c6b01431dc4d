import { type ChildProcess, fork } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import type { Sql } from "postgres";
import { z } from "zod";
import { dropDays } from "#lib/history/drop-days.ts";

type DropMeasured = {
  "deliveries/s": number;
  "with a day dropped": number;
  "drop ms": number;
  attempts: number;
};

const dayMs = 24 * 60 * 60 * 1_000;

/**
 * Delivers bursts of events in a process of its own, every second one while the oldest day is dropped, and compares.
 * Each drop takes a day of all tables of the history with it.
 */
export async function measureDrop(
  sql: Sql,
  databaseUrl: string,
  turns: number,
  events: number,
): Promise<DropMeasured[]> {
  const receiver = startChild("../bench/receiver.ts", {});
  const [{ port }] = z
    .tuple([z.object({ port: z.int() })])
    .parse((await once(receiver, "message")).slice(0, 1));
  const worker = startChild("../bench/worker.ts", {
    DATABASE_URL: databaseUrl,
    ENCRYPTION_KEYS: `bench:${randomBytes(32).toString("base64")}`,
    NEXTAUTH_SECRET: randomBytes(32).toString("hex"),
    OUTBOUND_ALLOW_HOSTS: "127.0.0.1",
    LOG_LEVEL: "warn",
  });
  try {
    await once(worker, "message");
    await order(worker, { do: "prepare", url: `http://127.0.0.1:${port}`, webhooks: 10 });
    await burst(sql, worker, 2_000);
    const measured: DropMeasured[] = [];
    for (let turn = 0; turn < turns; turn += 1) {
      const alone = await burst(sql, worker, events);
      const [{ total: attempts } = { total: 0 }] = await sql<
        { total: number }[]
      >`SELECT reltuples::bigint::int AS total
        FROM pg_class WHERE relname = (SELECT min(relname) FROM pg_class WHERE relname ~ '^attempts_\\d{8}$')`;
      let dropMs = 0;
      const dropped = await burst(sql, worker, events, async () => {
        const now = await whenOldestIsOver(sql);
        const startedAt = performance.now();
        await dropDays(now);
        dropMs = performance.now() - startedAt;
      });
      measured.push({
        "deliveries/s": alone,
        "with a day dropped": dropped,
        "drop ms": Math.round(dropMs),
        attempts,
      });
    }
    await order(worker, { do: "stop" });
    return measured;
  } finally {
    worker.kill();
    receiver.kill();
  }
}

/** The moment at which just the oldest day of deliveries is over. */
async function whenOldestIsOver(sql: Sql): Promise<number> {
  const { env } = await import("#lib/env.ts");
  const [row] = await sql<
    { day: string }[]
  >`SELECT to_char(to_date(right(min(relname), 8), 'YYYYMMDD'), 'YYYY-MM-DD') AS day
    FROM pg_class WHERE relname ~ '^attempts_\\d{8}$'`;
  if (!row) throw new Error("There is no day to drop.");
  return Date.parse(`${row.day}T00:00:00Z`) + (env().HISTORY_DELIVERY_DAYS + 1) * dayMs;
}

/** @returns deliveries a second, from the first call until the last is delivered */
async function burst(
  sql: Sql,
  worker: ChildProcess,
  events: number,
  meanwhile?: () => Promise<void>,
): Promise<number> {
  const [{ now: from } = { now: new Date() }] = await sql<{ now: Date }[]>`SELECT clock_timestamp() AS now`;
  const startedAt = performance.now();
  const beside = meanwhile && sleep(1_000).then(meanwhile);
  await order(worker, { do: "accept", events, perCall: 100 });
  for (;;) {
    const lowest = `dlv_${from.getTime().toString(16).padStart(12, "0")}`;
    const [row] = await sql<{ total: number }[]>`SELECT count(*)::int AS total FROM deliveries
      WHERE id >= ${lowest} AND created_at >= ${from} AND status = 'delivered'`;
    if (row && row.total >= events) break;
    if (performance.now() - startedAt > 300_000) throw new Error(`Only ${row?.total} of ${events} arrived.`);
    await sleep(50);
  }
  const seconds = (performance.now() - startedAt) / 1_000;
  await beside;
  return Math.round(events / seconds);
}

function startChild(file: string, env: Record<string, string>): ChildProcess {
  const path = fileURLToPath(new URL(file, import.meta.url));
  return fork(path, { env: { PATH: process.env.PATH, NODE_ENV: "production", ...env }, stdio: "inherit" });
}

async function order(worker: ChildProcess, what: Record<string, unknown>): Promise<void> {
  worker.send(what);
  const died = once(worker, "exit").then(() => Promise.reject(new Error("The worker died.")));
  died.catch(() => {});
  await Promise.race([once(worker, "message"), died]);
}
