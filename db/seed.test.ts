import { sql } from "drizzle-orm";
import { afterEach, expect, inject, onTestFinished, test, vi } from "vitest";
import { createOwnDatabase } from "#lib/vault/testing/own-database.ts";

afterEach(() => {
  vi.unstubAllEnvs();
  vi.resetModules();
});

/** Seeds a database of a test's own, with the given hosts allowed. */
async function seedWith(allowHosts: string) {
  const own = await createOwnDatabase(inject("databaseUrls")[0] ?? "");
  const usual = globalThis.patchbayConnection;
  globalThis.patchbayConnection = undefined;
  vi.stubEnv("NODE_ENV", "development");
  vi.stubEnv("DATABASE_URL", own.url);
  vi.stubEnv("OUTBOUND_ALLOW_HOSTS", allowHosts);
  vi.resetModules();
  const { closeDb, db } = await import("./client.ts");
  onTestFinished(async () => {
    await closeDb();
    globalThis.patchbayConnection = usual;
    await own.drop();
  });
  const { seedDemo } = await import("./seed.ts");
  await seedDemo();
  await seedDemo();
  const [row] = await db().execute(sql`
    SELECT (SELECT count(*)::int FROM users) AS people, (SELECT count(*)::int FROM webhooks) AS webhooks`);
  return row;
}

test("the demo has a merchant's owner and an operator, and two webhooks to its own inboxes, made once", async () => {
  expect(await seedWith("localhost,127.0.0.1")).toEqual({ people: 2, webhooks: 2 });
});

test.each(["", "127.0.0.1", "localhost:1"])(
  "where %j are the hosts allowed, the demo starts without them",
  async (hosts) => {
    expect(await seedWith(hosts)).toEqual({ people: 2, webhooks: 0 });
  },
);
