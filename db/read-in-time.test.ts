import { eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { toProblem } from "#lib/transport/problem.ts";
import { db, type Tx } from "./client.ts";
import { isOutOfTime, readInTime } from "./read-in-time.ts";
import { merchants } from "./schema/tenancy.ts";
import { createTestMerchant } from "./testing/merchant.ts";

const slow = sql`SELECT pg_sleep(60)`;

test("a read that takes too long is ended, and answered 503 with a code and when to come again", async () => {
  const error: unknown = await readInTime((tx) => tx.execute(slow), 50).catch((caught: unknown) => caught);
  expect(isOutOfTime(error)).toBe(true);
  const problem = toProblem(error, "req_1");
  expect(problem.status).toBe(503);
  expect(Number(problem.headers.get("retry-after"))).toBeGreaterThan(0);
  expect(await problem.json()).toMatchObject({ code: "read_timeout", title: "Not available" });
});

// Regression: a delivery's page said that attempt 2 was under way, and showed its answer below.
test("what a read finds is of one moment, whatever is written between its statements", async () => {
  const { merchantId } = await createTestMerchant();
  const own = eq(merchants.id, merchantId);
  const readName = (tx: Tx) => tx.select({ name: merchants.name }).from(merchants).where(own);
  await readInTime(async (tx) => {
    const before = await readName(tx);
    await db().update(merchants).set({ name: "Another" }).where(own);
    expect(await readName(tx)).toEqual(before);
  });
  expect(await readName(db())).toEqual([{ name: "Another" }]);
});

test("a read takes one core, and starts no workers", async () => {
  const [row] = await readInTime((tx) =>
    tx.execute<{ workers: string }>(
      sql`SELECT current_setting('max_parallel_workers_per_gather') AS workers`,
    ),
  );
  expect(row?.workers).toBe("0");
});

test("the bound ends with the read: what comes after it over the same connections takes its time", async () => {
  const shown = () =>
    db().execute<{ bound: string }>(sql`SELECT current_setting('statement_timeout') AS bound`);
  const [before] = await shown();
  await readInTime(async (tx) => {
    const [inside] = await tx.execute<{ bound: string }>(
      sql`SELECT current_setting('statement_timeout') AS bound`,
    );
    expect(inside?.bound).toBe("10s");
  });
  const after = await Promise.all(Array.from({ length: 25 }, shown));
  expect(new Set(after.map(([row]) => row?.bound))).toEqual(new Set([before?.bound]));
});
