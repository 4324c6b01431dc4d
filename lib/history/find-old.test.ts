import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { db } from "#db/client.ts";
import { createTestMerchant } from "#db/testing/merchant.ts";
import type { Ctx } from "#lib/auth/context.ts";
import { listDeliveries } from "#lib/deliveries/list-deliveries.ts";
import { listEvents } from "#lib/events/list-events.ts";
import { createWebhook } from "#lib/webhooks/create-webhook.ts";
import { listWebhookLogs } from "#lib/webhooks/list-webhook-logs.ts";
import { dayMs, toDay } from "./days.ts";
import { keepHistory } from "./keep-history.ts";
import { looksThrough } from "./newest-first.ts";

/**
 * More rows than are looked through one by one, over ten days. Every hundredth mentions a plum, one each day a quince of
 * a rare type, and a few went to a second webhook. The merchant beside has the same words.
 */
const perDay = Math.ceil((looksThrough * 1.3) / 10);
const days = 10;
let ctx: Ctx;
let main: { id: string };
let second: { id: string };

beforeAll(async () => {
  ctx = await createTestMerchant();
  const stranger = await createTestMerchant();
  main = await createWebhook({
    ctx,
    input: { url: "http://localhost:9/main", eventTypes: ["*"], description: "Kitchen" },
  });
  second = await createWebhook({
    ctx,
    input: { url: "http://localhost:9/second", eventTypes: ["*"], description: "Cellar" },
  });
  const other = await createWebhook({
    ctx: stranger,
    input: { url: "http://localhost:9/", eventTypes: ["*"] },
  });
  const first = toDay(Date.now() - days * dayMs);
  await db().execute(sql`SELECT patchbay_make_days(${first}::date, ${toDay(Date.now())}::date)`);
  await fill(ctx.merchantId, main.id, second.id);
  await fill(stranger.merchantId, other.id, other.id);
  await keepHistory();
});

async function fill(merchantId: string, often: string, seldom: string): Promise<void> {
  // The table of a moment is its connection's own.
  await db().transaction(async (tx) => {
    await tx.execute(sql`
      CREATE TEMP TABLE made ON COMMIT DROP AS
      SELECT n, at, 'evt_' || lpad(n::text, 6, '0') AS id, CASE WHEN n % ${perDay}::int = 7 THEN 'experiment.completed' ELSE 'order.paid' END AS type,
        CASE WHEN n % 400 = 3 THEN ${seldom} ELSE ${often} END AS destination_id, (n + 5000)::text AS number,
        CASE WHEN n % 97 = 0 THEN 'failed' WHEN n % 611 = 0 THEN 'cancelled' ELSE 'delivered' END AS status
      FROM generate_series(1, ${perDay * days}::int) n
      CROSS JOIN LATERAL (SELECT date_trunc('day', now(), 'UTC') - interval '1 day' * (n / ${perDay}::int)
        - interval '1 second' * (n % ${perDay}::int) AS at) moment`);
    await tx.execute(sql`INSERT INTO event_keys SELECT ${merchantId}, id, at FROM made`);
    await tx.execute(sql`
      INSERT INTO events (merchant_id, id, accepted_at, type, occurred_at, origin, facts, search_text, reference, destination_ids)
      SELECT ${merchantId}, id, at, type, at, 'api', '{}', ' order ' || number || CASE WHEN n % 100 = 0 THEN ' plum' ELSE '' END
        || CASE WHEN n % ${perDay}::int = 7 THEN ' quince' ELSE '' END, number, ARRAY[destination_id] FROM made`);
    await tx.execute(sql`
      INSERT INTO deliveries (id, merchant_id, destination_id, event_id, event_at, event_type, status, attempts, created_at, completed_at, failed_at, last_attempt_at, last_code, last_params)
      SELECT patchbay_delivery_id(at, ${merchantId}, id, destination_id, NULL), ${merchantId}, destination_id, id, at, type, status, 1, at, at,
        CASE WHEN status = 'failed' THEN at END, at, CASE WHEN status = 'delivered' THEN 'endpoint_accepted' ELSE 'rate_limited' END, '{"statusCode":429}' FROM made`);
    await tx.execute(sql`
      INSERT INTO attempts (id, merchant_id, delivery_id, destination_id, event_id, event_at, event_type, number, trigger, started_at, outcome, code, params, total_ms)
      SELECT 'att_' || substr(patchbay_delivery_id(at + interval '1 minute', ${merchantId}, id, destination_id, NULL), 5), ${merchantId},
        patchbay_delivery_id(at, ${merchantId}, id, destination_id, NULL), destination_id, id, at, type, 1, 'schedule', at + interval '1 minute',
        CASE WHEN status = 'delivered' THEN 'delivered' ELSE 'failed' END, CASE WHEN status = 'delivered' THEN 'endpoint_accepted' ELSE 'rate_limited' END, '{"statusCode":429}', 5
      FROM made`);
  });
}

type Listing = (input: object) => Promise<{ data: { id: string }[]; nextCursor: string | null }>;

/** Every row, walked page by page. */
async function walk(list: Listing, filter: object, limit: number): Promise<string[]> {
  const ids: string[] = [];
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<Listing>> = await list({
      ...filter,
      limit,
      ...(cursor ? { cursor } : {}),
    });
    ids.push(...page.data.map(({ id }) => id));
    cursor = page.nextCursor;
  } while (cursor !== null);
  return ids;
}

async function idsWhere(
  table: "events" | "deliveries" | "attempts",
  condition: ReturnType<typeof sql>,
): Promise<string[]> {
  const order = table === "events" ? sql`accepted_at DESC, id DESC` : sql`id DESC`;
  const rows = await db().execute<{ id: string }>(sql`
    SELECT id FROM ${sql.identifier(table)} row WHERE merchant_id = ${ctx.merchantId} AND ${condition} ORDER BY ${order}`);
  return rows.map(({ id }) => id);
}

const isPlum = sql`right(event_id, 2) = '00'`;
const isQuince = sql`event_type = 'experiment.completed'`;

describe("behind the rows that are looked through", () => {
  test.each([
    ["frequent word", { search: "plum" }, sql`right(id, 2) = '00'`, 10],
    ["rare word", { search: "quince" }, sql`type = 'experiment.completed'`, 3],
    ["rare type", { type: "experiment.completed" }, sql`type = 'experiment.completed'`, 4],
    ["absent word", { search: "medlar" }, sql`false`, 5],
    ["two words", { search: "plum order" }, sql`right(id, 2) = '00'`, 7],
    [
      "old days",
      { search: "quince", to: new Date(Date.now() - 4 * dayMs).toISOString() },
      sql`type = 'experiment.completed' AND accepted_at <= ${new Date(Date.now() - 4 * dayMs).toISOString()}::timestamptz`,
      2,
    ],
  ] as const)("events are found by a %s, each once and in order", async (_, filter, condition, limit) => {
    const list: Listing = (input) => listEvents({ ctx, input });
    expect(await walk(list, filter, limit)).toEqual(await idsWhere("events", condition));
  });

  test.each([
    ["frequent word", () => ({ search: "plum" }), () => isPlum, 10],
    ["rare word", () => ({ search: "quince" }), () => isQuince, 3],
    ["rare type", () => ({ eventType: "experiment.completed" }), () => isQuince, 3],
    ["webhook's name", () => ({ search: "cellar" }), () => sql`destination_id = ${second.id}`, 4],
    [
      "webhook's name and a word",
      () => ({ search: "cellar plum" }),
      () => sql`destination_id = ${second.id} AND ${isPlum}`,
      4,
    ],
    ["webhook", () => ({ webhookId: second.id }), () => sql`destination_id = ${second.id}`, 4],
    ["status", () => ({ status: "failed" }), () => sql`status = 'failed'`, 10],
    ["rare status", () => ({ status: "cancelled" }), () => sql`status = 'cancelled'`, 2],
    [
      "status and word",
      () => ({ status: "failed", search: "plum" }),
      () => sql`status = 'failed' AND ${isPlum}`,
      1,
    ],
    ["webhook's id", () => ({ search: second.id }), () => sql`destination_id = ${second.id}`, 3],
  ])("deliveries are found by a %s, each once and in order", async (_, filter, condition, limit) => {
    const list: Listing = (input) => listDeliveries({ ctx, input });
    expect(await walk(list, filter(), limit)).toEqual(await idsWhere("deliveries", condition()));
  });

  test.each([
    ["frequent word", { search: "plum" }, isPlum, 10],
    ["rare word", { search: "quince" }, isQuince, 3],
    ["rare type", { eventType: "experiment.completed" }, isQuince, 3],
    ["failure", { status: "failed" }, sql`outcome <> 'delivered'`, 10],
    ["failure and word", { status: "failed", search: "plum" }, sql`outcome <> 'delivered' AND ${isPlum}`, 1],
    ["absent word", { search: "medlar" }, sql`false`, 3],
  ] as const)("attempts are found by a %s, each once and in order", async (_, filter, condition, limit) => {
    const list: Listing = (input) => listWebhookLogs({ ctx, input: { id: main.id, ...input } });
    const expected = await idsWhere("attempts", sql`destination_id = ${main.id} AND ${condition}`);
    expect(await walk(list, filter, limit)).toEqual(expected);
  });
});

test("an order of long ago comes first by its number", async () => {
  const number = String(5000 + perDay * 9 + 20);
  const { data } = await listEvents({ ctx, input: { search: number, limit: 3 } });
  expect(data.map(({ id }) => id)).toEqual([`evt_${String(perDay * 9 + 20).padStart(6, "0")}`]);
  expect((await listDeliveries({ ctx, input: { search: `#${number}` } })).data).toHaveLength(1);
  expect((await listWebhookLogs({ ctx, input: { id: main.id, search: number } })).data).toHaveLength(1);
});
