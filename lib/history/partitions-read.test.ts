import { sql } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { db, type Tx } from "#db/client.ts";
import type { Ctx } from "#lib/auth/context.ts";
import { readAttempts } from "#lib/deliveries/attempt-row.ts";
import { readDeliveries } from "#lib/deliveries/delivery-row.ts";
import { createDeliverySearch } from "#lib/deliveries/delivery-search.ts";
import { createAttemptSearch, findAttemptKeys } from "#lib/deliveries/find-attempt-keys.ts";
import { findDelivery } from "#lib/deliveries/find-delivery.ts";
import { findDeliveryKeys } from "#lib/deliveries/find-delivery-keys.ts";
import { listDeliveriesInput, listWebhookLogsInput } from "#lib/deliveries/schema.ts";
import { setScene } from "#lib/deliveries/testing/scene.ts";
import { findEventKey, readEvents } from "#lib/events/event-row.ts";
import { findByWords, findEventKeys } from "#lib/events/find-event-keys.ts";
import { eventHasWord } from "#lib/events/matches-search.ts";
import { WordQuery } from "#lib/search/word-query.ts";
import { dayMs, toDay } from "./days.ts";

const days = 60;
const all = { kind: "all" } as const;
let ctx: Ctx;
let webhookId: string;
let eventId: string;
let deliveryId: string;

beforeAll(async () => {
  const first = toDay(Date.now() - days * dayMs);
  await db().execute(sql`SELECT patchbay_make_days(${first}::date, ${toDay(Date.now())}::date)`);
  const scene = await setScene({ url: "http://localhost:9/" });
  ctx = scene.ctx;
  webhookId = scene.webhook.id;
  eventId = (await scene.sendOrders(30))[0] ?? "";
  await scene.drain();
  deliveryId = (await scene.deliveries())[0]?.id ?? "";
});

/** The days of each history that some statements opened: what is planned is locked until the transaction ends. */
async function daysOpened(work: (tx: Tx) => Promise<unknown>): Promise<Record<string, string[]>> {
  return db().transaction(async (tx) => {
    await work(tx);
    const rows = await tx.execute<{ history: string; days: string[] }>(sql`
      SELECT regexp_replace(relname, '_\\d{8}$', '') AS history, json_agg(right(relname, 8) ORDER BY relname) AS days
      FROM pg_locks JOIN pg_class ON pg_class.oid = relation
      WHERE pid = pg_backend_pid() AND relkind = 'r' AND relname ~ '_\\d{8}$' GROUP BY 1`);
    return Object.fromEntries(rows.map(({ history, days: opened }) => [history, opened]));
  });
}

/** Days are told, not counted: other tests of this database may have made any number that lie ahead. */
function expectNoneOutside(opened: Record<string, string[]>, first: number, last: number): void {
  expect(Object.keys(opened)).not.toEqual([]);
  const [from, to] = [first, last].map((moment) => toDay(moment).replaceAll("-", ""));
  for (const [history, dates] of Object.entries(opened)) {
    const outside = dates.filter((date) => date < String(from) || date > String(to));
    expect(outside, history).toEqual([]);
  }
}

function expectNoneOlder(opened: Record<string, string[]>): void {
  expectNoneOutside(opened, Date.now() - 3 * dayMs, Date.parse("9999-12-31T00:00:00Z"));
}

const anyEvent = () => ({
  merchantId: ctx.merchantId,
  fits: undefined,
  query: new WordQuery(ctx.merchantId),
  from: null,
  to: Date.now() + dayMs,
});

test("a page of events that the last days fill opens no older day", async () => {
  expectNoneOlder(
    await daysOpened(async (tx) => {
      const keys = await findEventKeys(tx, anyEvent(), null, 26);
      expect(keys).toHaveLength(26);
      await readEvents(tx, ctx.merchantId, keys);
    }),
  );
});

test("a page of deliveries that the last days fill opens no older day", async () => {
  const search = createDeliverySearch(ctx.merchantId, listDeliveriesInput.parse({}), all, () => []);
  expectNoneOlder(
    await daysOpened(async (tx) => {
      const keys = await findDeliveryKeys(tx, search, null, 26);
      expect(await readDeliveries(tx, ctx.merchantId, keys)).toHaveLength(26);
    }),
  );
});

test("a page of a webhook's log that the last days fill opens no older day", async () => {
  const search = createAttemptSearch(ctx.merchantId, listWebhookLogsInput.parse({ id: webhookId }), all);
  expectNoneOlder(
    await daysOpened(async (tx) => {
      const keys = await findAttemptKeys(tx, search, all, null, 26);
      expect(await readAttempts(tx, ctx.merchantId, keys)).toHaveLength(26);
    }),
  );
});

test("a page that the last fortnight fills opens no older day", async () => {
  const { merchantId } = (await setScene({ url: "http://localhost:9/" })).ctx;
  await db().execute(sql`
    INSERT INTO events (merchant_id, id, accepted_at, type, occurred_at, origin, facts, search_text)
    SELECT ${merchantId}, 'old-' || n, now() - interval '10 days', 'order.paid', now(), 'api', '{}', ' order'
    FROM generate_series(1, 26) n`);
  const opened = await daysOpened(async (tx) => {
    expect(await findEventKeys(tx, { ...anyEvent(), merchantId }, null, 26)).toHaveLength(26);
  });
  expectNoneOutside(opened, Date.now() - 17 * dayMs, Date.parse("9999-12-31T00:00:00Z"));
  await db().execute(sql`DELETE FROM events WHERE merchant_id = ${merchantId}`);
});

test("a period of old days opens those days", async () => {
  const from = new Date(Date.now() - 40 * dayMs).toISOString();
  const to = new Date(Date.now() - 38 * dayMs).toISOString();
  const search = createDeliverySearch(ctx.merchantId, listDeliveriesInput.parse({ from, to }), all, () => []);
  const opened = await daysOpened((tx) => findDeliveryKeys(tx, search, null, 26));
  expectNoneOutside(opened, Date.now() - 42 * dayMs, Date.now() - 36 * dayMs);
  const period = { ...anyEvent(), from: Date.parse(from), to: Date.parse(to) };
  const events = await daysOpened((tx) => findEventKeys(tx, period, null, 26));
  expectNoneOutside(events, Date.now() - 42 * dayMs, Date.now() - 36 * dayMs);
});

test("a delivery is read by its id from one day, and an event from its own", async () => {
  const opened = await daysOpened((tx) => findDelivery(tx, ctx.merchantId, deliveryId));
  const oneDay = [expect.any(String)];
  expect(opened).toEqual({ deliveries: oneDay, events: oneDay });
  const event = await daysOpened(async (tx) => {
    const key = await findEventKey(tx, ctx.merchantId, eventId);
    await readEvents(tx, ctx.merchantId, key ? [key] : []);
  });
  expect(event).toMatchObject({ events: oneDay, event_payloads: oneDay });
});

test("a destination's name finds what went there, also on a day that has no index over words", async () => {
  const wanted = { kind: "words", search: "archive", part: "other" } as const;
  const eventsFor = (ids: string[]) => {
    const input = listDeliveriesInput.parse({});
    const { query, wordsFit } = createDeliverySearch(ctx.merchantId, input, wanted, () => ids);
    return db().transaction((tx) => findByWords(tx, { ...anyEvent(), fits: wordsFit, query }, null, 100));
  };
  expect(await eventsFor([webhookId])).toHaveLength(30);
  expect(await eventsFor(["wh_another"])).toEqual([]);
});

test("on a past day words are found by their index, with no read of the whole day", async () => {
  const day = toDay(Date.now() - 20 * dayMs);
  const part = sql.identifier(`events_${day.replaceAll("-", "")}`);
  await db().execute(sql`
    INSERT INTO events (merchant_id, id, accepted_at, type, occurred_at, origin, facts, search_text)
    SELECT ${ctx.merchantId}, 'old-' || n, ${`${day} 00:00:00+00`}::timestamptz + n * interval '1 second', 'order.paid', now(), 'api', '{}',
      ' order ' || n || CASE WHEN n % 900 = 1 THEN ' damson' ELSE '' END FROM generate_series(1, 3000) n`);
  await db().execute(sql`SELECT patchbay_index_words(${day}::date)`);
  const query = new WordQuery(ctx.merchantId);
  query.addWord("damson");
  const plan = await db().execute(sql`
    EXPLAIN SELECT id FROM events WHERE merchant_id = ${ctx.merchantId}
      AND accepted_at >= ${`${day} 00:00:00+00`}::timestamptz AND accepted_at < ${`${day} 23:59:59+00`}::timestamptz
      AND patchbay_search_words(merchant_id, search_text, destination_ids || type || origin) @@ ${query.toString()}::tsquery`);
  const text = JSON.stringify(plan);
  expect(text).toContain("_words");
  expect(text).not.toContain("Seq Scan");
  const found = await db().transaction((tx) =>
    findByWords(tx, { ...anyEvent(), fits: eventHasWord("damson"), query }, null, 10),
  );
  expect(found.map(([, id]) => id)).toEqual(["old-2701", "old-1801", "old-901", "old-1"]);
  await db().execute(sql`DELETE FROM ${part} WHERE merchant_id = ${ctx.merchantId}`);
});
