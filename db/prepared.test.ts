import { sql } from "drizzle-orm";
import { drizzle } from "drizzle-orm/postgres-js";
import { expect, test } from "vitest";
import { env } from "#lib/env.ts";
import { openPostgres } from "./connection/open.ts";
import { keepPrepared, prepared } from "./prepared.ts";

/** How many statements a connection keeps after one that is marked and one that is not. */
async function countKept(parameters: string): Promise<number> {
  const url = new URL(env().DATABASE_URL);
  url.search = parameters;
  const client = keepPrepared(openPostgres(url.href, { max: 1 }));
  try {
    const database = drizzle(client);
    await database.execute(prepared(sql`SELECT ${1}::int AS marked`));
    await database.execute(sql`SELECT ${1}::int AS unmarked`);
    const rows = await client.unsafe(
      "SELECT count(*)::int AS total FROM pg_prepared_statements WHERE statement LIKE '%marked'",
    );
    return Number(rows[0]?.total);
  } finally {
    await client.end();
  }
}

test("a connection keeps a statement that is marked, and no other", async () => {
  expect(await countKept("")).toBe(1);
});

test("behind a pooler that cannot keep any, none is kept", async () => {
  expect(await countKept("pgbouncer=true")).toBe(0);
});
