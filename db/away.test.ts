import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, describe, expect, onTestFinished, test, vi } from "vitest";
import { DatabaseAwayError, isDatabaseAway } from "./away.ts";
import { openSilentDatabase } from "./testing/silent-database.ts";

afterEach(() => {
  vi.unstubAllEnvs();
  vi.resetModules();
});

const coded = (code: string, more: object = {}) => Object.assign(new Error(code), { code, ...more });

describe("an error says that the database is away", () => {
  test.each([
    ["nobody listens", coded("ECONNREFUSED", { query: "SELECT 1" })],
    [
      "wrapped by drizzle",
      Object.assign(new Error("Failed query", { cause: coded("ECONNRESET") }), { query: "SELECT 1" }),
    ],
    ["the driver waited in vain", coded("CONNECT_TIMEOUT")],
    ["the connection broke off", new Error("tx", { cause: coded("CONNECTION_CLOSED") })],
    ["it shuts down", coded("57P01", { query: "SELECT 1" })],
    ["a pooler lost it", coded("08006", { query: "SELECT 1" })],
    ["it has no connection left", coded("53300", { query: "SELECT 1" })],
    ["it can only be read, as amid a failover", coded("25006", { query: "INSERT" })],
    ["as we found out", new DatabaseAwayError("gone")],
  ])("%s", (_, error) => expect(isDatabaseAway(error)).toBe(true));

  test.each([
    ["a provider refuses the connection", coded("ECONNREFUSED")],
    ["a mail server resets it", new Error("mail", { cause: coded("ECONNRESET") })],
    ["a row is there already", coded("23505", { query: "INSERT" })],
    ["a query took too long", coded("57014", { query: "SELECT" })],
    ["something else", new Error("else")],
    ["no error", "text"],
  ])("not: %s", (_, error) => expect(isDatabaseAway(error)).toBe(false));
});

/** The app with another database, which has no connection yet. */
async function appAt(databaseUrl: string) {
  vi.stubEnv("DATABASE_URL", databaseUrl);
  const usual = globalThis.patchbayConnection;
  globalThis.patchbayConnection = undefined;
  vi.resetModules();
  const client = await import("./client.ts");
  onTestFinished(async () => {
    await client.closeDb();
    globalThis.patchbayConnection = usual;
  });
  const { endpoints } = await import("#lib/api/endpoints.ts");
  const { handle } = await import("#lib/transport/handle.ts");
  const ask = (endpoint: (typeof endpoints)[number]) => {
    const hasBody = endpoint.method !== "GET" && endpoint.method !== "DELETE";
    const request = new Request(`http://localhost${endpoint.path.replaceAll(/\{\w+\}/g, "x")}`, {
      method: endpoint.method,
      headers: { authorization: `Bearer pb_${"k".repeat(32)}`, "content-type": "application/json" },
      ...(hasBody ? { body: "{}" } : {}),
    });
    return handle(endpoint)(request, { params: Promise.resolve({ id: "x" }) });
  };
  return { endpoints, ask };
}

test("every operation answers 503 with a code and Retry-After while nobody listens at the database's address", async () => {
  const { endpoints, ask } = await appAt("postgres://ana:pw@127.0.0.1:1/shop");
  expect(endpoints.length).toBeGreaterThan(30);
  const answers = await Promise.all(endpoints.map(ask));
  for (const answer of answers) {
    expect(answer.status).toBe(503);
    expect(answer.headers.get("retry-after")).toBe("5");
    expect(await answer.json()).toMatchObject({ code: "database_unavailable", status: 503 });
  }
});

test("a database that takes connections and says nothing is away after a while, and not after minutes", async () => {
  const silent = await openSilentDatabase();
  const { endpoints, ask } = await appAt(silent.url);
  const accept = endpoints.find(({ method, path }) => method === "POST" && path === "/api/events");
  if (!accept) throw new Error("There is no POST /api/events.");
  // Asked after 1.2 s, answered after 1 s more; the driver itself would wait 5 minutes.
  const answer = await Promise.race([ask(accept), sleep(40_000, undefined, { ref: false })]);
  expect(answer?.status).toBe(503);
  const { databaseState } = await import("./readiness.ts");
  expect(await databaseState()).toBe("unreachable");
  silent.close();
});

test("a slow query may take its time while the database answers others", async () => {
  const { unlessDatabaseIsAway } = await import("./away.ts");
  const { db, closeDb } = await import("./client.ts");
  onTestFinished(closeDb);
  const { sql } = await import("drizzle-orm");
  const slow = db().execute<{ done: number }>(sql`SELECT 1 AS done FROM pg_sleep(2.5)`);
  expect([...(await unlessDatabaseIsAway(slow))]).toEqual([{ done: 1 }]);
});

test("a transaction that cannot begin says that the database is away, whatever the network called it", async () => {
  await appAt("postgres://ana:pw@127.0.0.1:1/shop");
  const { db } = await import("./client.ts");
  const failure = await db()
    .transaction(async () => "begun")
    .catch((error: unknown) => error);
  expect(isDatabaseAway(failure) || (failure instanceof Error && failure.name === "DatabaseAwayError")).toBe(
    true,
  );
});
