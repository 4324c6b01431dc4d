import { mkdtemp, rm } from "node:fs/promises";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import postgres from "postgres";
import { migrateDatabase } from "#db/migrate.ts";
import { measureAutomations } from "./bench/automation-scenario.ts";
import { killChildren, readNumbers } from "./bench/children.ts";
import { measureWebhooks } from "./bench/webhook-scenario.ts";
import { startPostgres } from "./postgres/server.ts";

/**
 * npm run bench [-- webhooks|automation] [--events 20000 --webhooks 10] [--runs 8000 --restaurants 800]
 * Deliveries a second, latency from accept to first byte, SQL statements a delivery, and memory, with Postgres (as
 * durable as in production), the receiver and Patchbay's process on this machine; and the same of runs of automations.
 */
const args = process.argv.slice(2);
const options = readNumbers(args, { events: 20_000, webhooks: 10, runs: 8_000, restaurants: 800 });
const isWanted = (scenario: string) => !/^(webhooks|automation)$/.test(args[0] ?? "") || args[0] === scenario;
const dataDir = await mkdtemp(join(tmpdir(), "patchbay-bench-"));
const database = await startPostgres({ dataDir });
const sql = postgres(database.adminUrl, { max: 1, onnotice: () => {} });

try {
  await migrateDatabase(database.url);
  await sql`CREATE EXTENSION IF NOT EXISTS pg_stat_statements`;
  const { events, webhooks, runs, restaurants } = options;
  const result = {
    machine: { cores: availableParallelism(), node: process.version },
    ...(isWanted("webhooks") && (await measureWebhooks(sql, database.url, { events, webhooks }))),
    ...(isWanted("automation") && {
      automation: await measureAutomations(sql, database.url, { runs, restaurants }),
    }),
  };
  console.log(JSON.stringify(result));
} finally {
  killChildren();
  await sql.end();
  await database.stop();
  await rm(dataDir, { recursive: true, force: true });
}
