import type { ChildProcess } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type postgres from "postgres";
import { z } from "zod";
import { openPostgres } from "#db/connection/open.ts";
import { migrateDatabase } from "#db/migrate.ts";
import { killChildren, nextAnswer, order, readNumbers, startChild, workerAnswer } from "./bench/children.ts";
import { findFreePort } from "./port.ts";
import { startPostgres } from "./postgres/server.ts";

/**
 * npm run bench:engines [-- --seconds 15 --burst 10000]
 * From accept to received, in milliseconds, at 1, 10, 50 and 100 events a second and in a burst: one process that
 * delivers on its own, two of them, two with an Inngest server (played), and two that only calls of it wake.
 */
const options = readNumbers(process.argv.slice(2), { seconds: 15, burst: 10_000 });
const rates = [1, 10, 50, 100];

const engines = [
  { name: "embedded ×1", instances: 1, hasServer: false, ENGINE: "embedded" },
  { name: "embedded ×2", instances: 2, hasServer: false, ENGINE: "embedded" },
  { name: "Inngest ×2", instances: 2, hasServer: true, ENGINE: "embedded" },
  { name: "ENGINE=inngest ×2", instances: 2, hasServer: true, ENGINE: "inngest" },
];
type Engine = (typeof engines)[number];

const lines: string[] = [];
for (const engine of engines) {
  const line = await measure(engine);
  console.log(line);
  lines.push(line);
}
const heads = [
  "engine",
  ...rates.map((rate) => `${rate}/s, p50 / p99`),
  `${options.burst} at once, p99`,
  "deliveries/s",
  "runs",
];
console.log(`\n${availableParallelism()} cores, Node ${process.version}\n`);
console.log([`| ${heads.join(" | ")} |`, `|${"---|".repeat(heads.length)}`, ...lines].join("\n"));

/** @returns a row of the table */
async function measure({ name, instances, hasServer, ENGINE }: Engine): Promise<string> {
  const dataDir = await mkdtemp(join(tmpdir(), "patchbay-bench-"));
  const database = await startPostgres({ dataDir });
  const sql = openPostgres(database.url, { max: 1 });
  try {
    await migrateDatabase(database.url);
    const receiver = startChild("./receiver.ts");
    const { port } = await nextAnswer(receiver, z.object({ port: z.int() }));
    const server = hasServer ? startChild("./inngest-server.ts") : null;
    const inngest = server ? await nextAnswer(server, z.record(z.string(), z.string())) : {};
    const secrets = {
      ENCRYPTION_KEYS: `bench:${randomBytes(32).toString("base64")}`,
      NEXTAUTH_SECRET: randomBytes(32).toString("hex"),
    };
    const workers: ChildProcess[] = [];
    for (let index = 0; index < instances; index += 1) {
      const own = String(await findFreePort());
      const worker = startChild("./worker.ts", {
        ...inngest,
        ...secrets,
        ENGINE,
        DATABASE_URL: database.url,
        OUTBOUND_ALLOW_HOSTS: "127.0.0.1",
        LOG_LEVEL: "error",
        PORT: own,
        APP_URL: `http://127.0.0.1:${own}`,
      });
      await nextAnswer(worker, workerAnswer);
      workers.push(worker);
    }
    const [first, ...others] = workers;
    if (!first) throw new Error("No instance was started.");
    const url = `http://127.0.0.1:${port}`;
    const { merchantIds } = await order(first, { do: "prepare", url, webhooks: 10 }, workerAnswer);
    for (const other of others) await order(other, { do: "adopt", merchantIds }, workerAnswer);

    const load = { workers, receiver, sql };
    await runLoad(load, { do: "accept", perCall: 100 }, 1_000);
    const cells: string[] = [];
    for (const rate of rates) {
      const total = Math.max(20, rate * options.seconds);
      const { p50, p99 } = await runLoad(load, { do: "trickle", perSecond: rate / instances }, total);
      cells.push(`${round(p50)} / ${round(p99)}`);
    }
    const burst = await runLoad(load, { do: "accept", perCall: 100 }, options.burst);
    const { runs } = server ? await order(server, {}, z.object({ runs: z.int() })) : { runs: 0 };
    const rate = Math.round(options.burst / (burst.tookMs / 1_000));
    return `| ${[name, ...cells, round(burst.p99), rate, runs].join(" | ")} |`;
  } finally {
    killChildren();
    await sql.end();
    await database.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}

/** Has the instances accept events, each its part, and waits until all were received. */
async function runLoad(
  { workers, receiver, sql }: { workers: ChildProcess[]; receiver: ChildProcess; sql: postgres.Sql },
  what: Record<string, unknown>,
  total: number,
): Promise<{ p50: number; p99: number; tookMs: number }> {
  const [{ from }] = z
    .tuple([z.object({ from: z.date() })])
    .parse([...(await sql`SELECT clock_timestamp() AS from`)]);
  const events = Math.ceil(total / workers.length);
  const startedAt = performance.now();
  await Promise.all(workers.map((worker) => order(worker, { ...what, events }, workerAnswer)));
  const received = new Map<string, number>();
  const deadline = Date.now() + 300_000;
  while (received.size < events * workers.length) {
    if (Date.now() > deadline)
      throw new Error(`Only ${received.size} of ${total} events arrived in 5 minutes.`);
    const news = await order(receiver, {}, z.object({ received: z.record(z.string(), z.number()) }));
    for (const [id, at] of Object.entries(news.received)) if (!received.has(id)) received.set(id, at);
    await sleep(20);
  }
  const tookMs = performance.now() - startedAt;
  const accepted = await sql<{ id: string; ms: number }[]>`
    SELECT id, extract(epoch FROM accepted_at)::float8 * 1000 AS ms FROM events WHERE type = 'order.paid' AND accepted_at >= ${from}`;
  const waits = accepted
    .map(({ id, ms }) => (received.get(id) ?? Number.NaN) - ms)
    .sort((one, other) => one - other);
  const at = (share: number) =>
    waits[Math.min(waits.length - 1, Math.floor(waits.length * share))] ?? Number.NaN;
  return { p50: at(0.5), p99: at(0.99), tookMs };
}

function round(ms: number): number {
  return ms < 10 ? Math.round(ms * 10) / 10 : Math.round(ms);
}
