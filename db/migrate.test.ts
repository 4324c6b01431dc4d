import { fileURLToPath } from "node:url";
import { expect, inject, onTestFinished, test } from "vitest";
import { openPostgres } from "#db/connection/open.ts";
import { migrateDatabase } from "./migrate.ts";
import { createEmptyDatabase } from "./testing/empty-database.ts";

const besideUrl = inject("databaseUrls")[0] ?? "";

/** An empty database, for one test. */
async function emptyDatabase(): Promise<string> {
  const { url, drop } = await createEmptyDatabase(besideUrl);
  onTestFinished(drop);
  return url;
}

async function connectTo(url: string) {
  const client = openPostgres(url, { max: 1 });
  onTestFinished(() => client.end({ timeout: 1 }));
  return client;
}

test("processes that start together migrate once, and hold no lock afterwards", async () => {
  const url = await emptyDatabase();
  await Promise.all([migrateDatabase(url), migrateDatabase(url), migrateDatabase(url)]);
  const client = await connectTo(url);
  const [row] = await client<{ total: number; once: number; locks: number }[]>`
    SELECT count(*)::int AS total, count(DISTINCT hash)::int AS once,
      (SELECT count(*)::int FROM pg_locks WHERE locktype = 'advisory' AND objid = 7281043
        AND database = (SELECT oid FROM pg_database WHERE datname = current_database())) AS locks
    FROM drizzle.__drizzle_migrations`;
  expect(row?.total).toBeGreaterThan(2);
  expect(row).toMatchObject({ once: row?.total, locks: 0 });
});

test("who waits for another that holds the lock is told so after a time, and nothing is changed", async () => {
  const url = await emptyDatabase();
  const holder = await connectTo(url);
  await holder`SELECT pg_advisory_lock(7281043)`;
  await expect(migrateDatabase(url, 1)).rejects.toThrow(
    /another process has held the lock of the migrations for 1 seconds.*pg_terminate_backend/,
  );
  expect(await holder`SELECT 1 FROM information_schema.tables WHERE table_schema = 'public'`).toHaveLength(0);
  await holder`SELECT pg_advisory_unlock(7281043)`;
  await migrateDatabase(url, 1);
});

test("a table in use is said as such after a time", async () => {
  const url = await emptyDatabase();
  await migrateDatabase(url);
  const holder = await connectTo(url);
  await holder`DELETE FROM drizzle.__drizzle_migrations`;
  await holder`DROP SCHEMA public CASCADE`;
  await holder`CREATE SCHEMA public`;
  const user = await connectTo(url);
  await user.begin(async (sql) => {
    await sql`LOCK TABLE drizzle.__drizzle_migrations`;
    await expect(migrateDatabase(url, 1)).rejects.toThrow(/was in use for 1 seconds. Nothing was changed/);
  });
});

test("nothing relies on what a session keeps: behind a pooler the next transaction has another", async () => {
  const { readdirSync, readFileSync } = await import("node:fs");
  const root = fileURLToPath(new URL("../", import.meta.url));
  const keepsState =
    /pg_(?:try_)?advisory_lock\b|\bLISTEN [a-z]|\bNOTIFY [a-z]|\bCREATE TEMP|\bSET SESSION|\bDECLARE \w+ CURSOR|\.(?:listen|reserve|subscribe)\(`|set_config\([^)]*false\)/;
  const files = ["db", "lib", "inngest"].flatMap((folder) =>
    readdirSync(`${root}${folder}`, { recursive: true, encoding: "utf8" }).map((file) => `${folder}/${file}`),
  );
  const sources = files.filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts"));
  expect(sources.length).toBeGreaterThan(100);
  expect(sources.filter((file) => keepsState.test(readFileSync(`${root}${file}`, "utf8")))).toEqual([]);
});
