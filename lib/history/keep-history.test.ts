import { sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { db } from "#db/client.ts";
import type { Ctx } from "#lib/auth/context.ts";
import { getEvent } from "#lib/deliveries/get-event.ts";
import { startReceiver } from "#lib/deliveries/testing/receiver.ts";
import { setScene } from "#lib/deliveries/testing/scene.ts";
import { env } from "#lib/env.ts";
import { acceptEvents } from "#lib/events/accept-events.ts";
import { orderPaid } from "#lib/events/catalogue/orders.ts";
import { dayMs, histories, toDay } from "./days.ts";
import { keepHistory } from "./keep-history.ts";
import { moveToPast } from "./testing/move-to-past.ts";

/** A merchant with one order that was delivered, and one that could not be, so many days ago. */
async function setPast(days: number) {
  await using receiver = await startReceiver();
  const scene = await setScene({ url: receiver.url, retrySchedule: [] });
  await accept(scene.ctx, "order-1");
  await scene.drain();
  receiver.answerWith(() => ({ status: 500 }));
  await accept(scene.ctx, "order-2");
  await scene.drain();
  await moveToPast(scene.ctx.merchantId, days);
  return scene;
}

/** The two orders, and Patchbay's own about the one that failed. */
const eventsOfPast = 3;

function accept(ctx: Ctx, id: string) {
  return acceptEvents({ ctx, input: { id, type: "order.paid", data: orderPaid.example } });
}

async function listPartitions(table: string): Promise<string[]> {
  const rows = await db().execute<{ name: string }>(sql`
    SELECT inhrelid::regclass::text AS name FROM pg_inherits WHERE inhparent = ${table}::regclass`);
  return rows.map(({ name }) => name);
}

function partitionName(table: string, daysAgo: number): string {
  return `${table}_${toDay(Date.now() - daysAgo * dayMs).replaceAll("-", "")}`;
}

async function countRows(table: string, merchantId: string): Promise<number> {
  const [row] = await db().execute<{ total: number }>(
    sql`SELECT count(*)::int AS total FROM ${sql.identifier(table)} WHERE merchant_id = ${merchantId}`,
  );
  return row?.total ?? 0;
}

async function readCounts(merchantId: string) {
  return db().execute(sql`
    SELECT day::text, delivered, failed, cancelled, attempts, succeeded_attempts AS succeeded
    FROM delivery_counts WHERE merchant_id = ${merchantId} ORDER BY day`);
}

describe("a day that is over", () => {
  test("goes with its payloads and exchanges first, and says what is left of an event", async () => {
    const { ctx } = await setPast(env().HISTORY_PAYLOAD_DAYS + 2);
    await keepHistory();
    for (const table of ["event_payloads", "attempt_exchanges"])
      expect(await countRows(table, ctx.merchantId)).toBe(0);
    for (const table of ["deliveries", "attempts"]) expect(await countRows(table, ctx.merchantId)).toBe(2);
    expect(await countRows("events", ctx.merchantId)).toBe(eventsOfPast);
    const event = await getEvent({ ctx, input: { id: "order-1" } });
    expect(event.isDataKept).toBe(false);
    expect(event.data).toMatchObject({ number: orderPaid.example.number });
    expect(event.timeline[0]).toMatchObject({
      status: "delivered",
      attemptLog: [{ request: null, outcome: "delivered" }],
    });
  });

  test("leaves its counts, once, however often the job runs", async () => {
    const { ctx } = await setPast(env().HISTORY_DELIVERY_DAYS + 2);
    const report = await keepHistory();
    expect(report).toMatchObject({ deliveries: expect.any(Number) });
    for (const { name } of histories) expect(await countRows(name, ctx.merchantId)).toBe(0);
    const day = toDay(Date.now() - (env().HISTORY_DELIVERY_DAYS + 2) * dayMs);
    const counts = [{ day, delivered: 1, failed: 1, cancelled: 0, attempts: 2, succeeded: 1 }];
    expect(await readCounts(ctx.merchantId)).toEqual(counts);
    await keepHistory();
    expect(await readCounts(ctx.merchantId)).toEqual(counts);
    expect(await listPartitions("deliveries")).not.toContain(
      partitionName("deliveries", env().HISTORY_DELIVERY_DAYS + 2),
    );
  });

  test("stays while a delivery of it waits, and goes once it does not", async () => {
    const scene = await setScene({ url: "http://localhost:9/" });
    const { merchantId } = scene.ctx;
    await accept(scene.ctx, "order-1");
    await moveToPast(merchantId, env().HISTORY_DELIVERY_DAYS + 5);
    await keepHistory();
    for (const table of ["events", "event_payloads", "deliveries"])
      expect(await countRows(table, merchantId)).toBe(1);
    await db().execute(sql`
      WITH gone AS (DELETE FROM delivery_queue WHERE merchant_id = ${merchantId} RETURNING delivery_id)
      UPDATE deliveries SET status = 'cancelled' FROM gone WHERE id = delivery_id`);
    await keepHistory();
    for (const table of ["events", "event_payloads", "deliveries"])
      expect(await countRows(table, merchantId)).toBe(0);
    expect(await readCounts(merchantId)).toMatchObject([{ cancelled: 1 }]);
  });

  test("makes nobody wait who reads or writes, and waits for nobody for long", async () => {
    const { ctx } = await setPast(env().HISTORY_DELIVERY_DAYS + 3);
    let isHeld = true;
    // A long read of the whole table: the drop has to give way, and those who come after it must not wait behind it.
    const reading = db().transaction(async (tx) => {
      await tx.execute(sql`SELECT count(*) FROM deliveries`);
      while (isHeld) await tx.execute(sql`SELECT pg_sleep(0.05)`);
    });
    const dropping = keepHistory();
    let longestMs = 0;
    for (let turn = 0; turn < 30; turn += 1) {
      const startedAt = performance.now();
      await accept(ctx, `while-dropping-${turn}`);
      longestMs = Math.max(longestMs, performance.now() - startedAt);
    }
    // Whoever waits behind the drop waits for the read, which has no end until the next line.
    expect(longestMs).toBeLessThan(20_000);
    isHeld = false;
    await reading;
    await dropping;
    expect(await readCounts(ctx.merchantId)).toHaveLength(1);
  });
});

describe("an event's id", () => {
  test("is still one event after its payload is gone, also across midnight", async () => {
    const { ctx } = await setPast(env().HISTORY_PAYLOAD_DAYS + 3);
    await keepHistory();
    const { data } = await accept(ctx, "order-1");
    expect(data).toMatchObject([{ id: "order-1", duplicate: true }]);
    expect(await countRows("events", ctx.merchantId)).toBe(eventsOfPast);
  });

  test("is a new event once the old one is forgotten", async () => {
    const { ctx } = await setPast(env().HISTORY_DELIVERY_DAYS + 4);
    await keepHistory();
    expect(await countRows("event_keys", ctx.merchantId)).toBe(0);
    expect((await accept(ctx, "order-1")).data).toMatchObject([{ duplicate: false }]);
  });
});

describe("rows that lie in no day", () => {
  test("go when they are over, and are counted", async () => {
    const { ctx } = await setPast(1);
    const { merchantId } = ctx;
    const old = sql`now() - ${env().HISTORY_DELIVERY_DAYS + 400}::int * interval '1 day'`;
    await db().execute(
      sql`UPDATE deliveries SET id = 'dlv_zz' || substr(id, 7), created_at = ${old} WHERE merchant_id = ${merchantId}`,
    );
    await db().execute(
      sql`UPDATE attempts SET id = 'att_zz' || substr(id, 7), started_at = ${old} WHERE merchant_id = ${merchantId}`,
    );
    await db().execute(sql`UPDATE events SET accepted_at = ${old} WHERE merchant_id = ${merchantId}`);
    expect(await countRows("deliveries_rest", merchantId)).toBe(2);
    await keepHistory();
    await keepHistory();
    for (const table of ["deliveries", "attempts", "events"])
      expect(await countRows(table, merchantId)).toBe(0);
    expect(await readCounts(merchantId)).toMatchObject([
      { delivered: 1, failed: 1, attempts: 2, succeeded: 1 },
    ]);
  });

  test("are moved into their day when it is made", async () => {
    const { ctx } = await setPast(3);
    const name = partitionName("events", 3);
    // As in a database that was away for longer than the days that lay ready.
    await db().execute(sql`ALTER TABLE events DETACH PARTITION ${sql.identifier(name)}`);
    const columns = sql`merchant_id, id, accepted_at, type, occurred_at, origin, facts, search_text, reference, destination_ids`;
    await db().execute(sql`INSERT INTO events (${columns}) SELECT ${columns} FROM ${sql.identifier(name)}`);
    await db().execute(sql`DROP TABLE ${sql.identifier(name)}`);
    expect(await countRows("events_rest", ctx.merchantId)).toBe(eventsOfPast);
    await db().execute(sql`SELECT patchbay_make_day('events', ${toDay(Date.now() - 3 * dayMs)}::date)`);
    expect(await countRows("events_rest", ctx.merchantId)).toBe(0);
    expect(await countRows(name, ctx.merchantId)).toBe(eventsOfPast);
  });
});

test("a past day's frequent words are found once, and forgotten when the day is over", async () => {
  const { merchantId } = (await setScene({ url: "http://localhost:9/" })).ctx;
  const [day, over] = [47, env().HISTORY_DELIVERY_DAYS + 2].map((ago) => toDay(Date.now() - ago * dayMs));
  await db().execute(sql`SELECT patchbay_make_days(${day}::date, ${day}::date)`);
  // Another file of this database may have had the day done before.
  await db().execute(
    sql`DROP TRIGGER IF EXISTS forget_frequent_words ON ${sql.identifier(partitionName("events", 47))}`,
  );
  await db().execute(sql`
    INSERT INTO events (merchant_id, id, accepted_at, type, occurred_at, origin, facts, search_text)
    SELECT ${merchantId}, n, ${`${day} 00:00:00+00`}::timestamptz + n * interval '1 second', 'order.paid', now(), 'api', '{}',
      ' plum ' || n FROM generate_series(1, 2000) n`);
  await db().execute(sql`INSERT INTO frequent_words VALUES (${over}, ${merchantId}, 'plum', B'1')`);
  expect(await keepHistory()).toMatchObject({ daysMapped: expect.any(Number) });
  const readWords = () =>
    db().execute(sql`
    SELECT day::text, word, bit_count(events)::int AS events FROM frequent_words
    WHERE merchant_id = ${merchantId} AND word !~ '^[0-9>]' ORDER BY 1, 2`);
  expect(await readWords()).toEqual([{ day, word: "plum", events: 2_000 }]);
  expect(await keepHistory()).toMatchObject({ daysMapped: 0 });
  await db().execute(sql`DELETE FROM events WHERE merchant_id = ${merchantId}`);
});

test("the days of the next week lie ready, and are made again where they are missing", async () => {
  for (const { name } of histories) {
    const gone = partitionName(name, -7);
    await db().execute(sql`DROP TABLE IF EXISTS ${sql.identifier(gone)}`);
  }
  expect(await keepHistory()).toMatchObject({ daysMade: histories.length });
  for (const { name } of histories) {
    const wanted = Array.from({ length: 8 }, (_, ahead) => partitionName(name, -ahead));
    expect(await listPartitions(name)).toEqual(expect.arrayContaining(wanted));
  }
});

test("dropping a day takes no lock on what every delivery reads", async () => {
  await db().transaction(async (tx) => {
    await tx.execute(sql`SELECT patchbay_make_days('2020-01-01', '2020-01-01')`);
  });
  await db().transaction(async (tx) => {
    await tx.execute(sql`DROP TABLE deliveries_20200101`);
    const locks = await tx.execute<{ name: string }>(sql`
      SELECT relation::regclass::text AS name FROM pg_locks
      WHERE pid = pg_backend_pid() AND mode = 'AccessExclusiveLock' AND relation::regclass::text IN ('destinations', 'delivery_queue', 'events')`);
    expect([...locks]).toEqual([]);
  });
  await keepHistory();
});
