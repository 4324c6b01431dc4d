import { randomUUID } from "node:crypto";
import { type SQLWrapper, sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { db, type Tx } from "#db/client.ts";
import { setScene } from "#lib/deliveries/testing/scene.ts";
import { senders } from "#lib/destinations/senders.ts";
import { dayMs, idAt } from "#lib/history/days.ts";
import { claimDeliveries, type QueuedDelivery, withPayloads } from "./claim.ts";
import { findDueDestinations, findNextDueAt } from "./due.ts";
import type { Attempt, DueDestination } from "./sender.ts";
import { acceptedAttempt } from "./testing/accepted-attempt.ts";
import { waitElsewhere } from "./testing/wait-elsewhere.ts";
import { writeAttempts } from "./write-attempts.ts";

/** Rows of a backlog, a fifth of them due: of the size at which plans used to turn to reading everything. */
const backlog = 50_000;
let destination: DueDestination;
let webhook: { merchantId: string; id: string };

/** Rows of a day that wait, a fifth of them due. */
function wait(merchantId: string, webhookId: string, daysAgo: number) {
  const at = sql`(now() - ${daysAgo}::int * interval '1 day')`;
  return db().execute(sql`
    WITH rows AS (
      SELECT 'dlv_' || lpad(to_hex((extract(epoch FROM ${at}) * 1000)::bigint), 12, '0') || lpad(to_hex(n), 20, '0') AS id, n
      FROM generate_series(1, ${backlog}::int) n
    ), logged AS (
      INSERT INTO deliveries (id, merchant_id, destination_id, event_id, event_at, event_type)
      SELECT id, ${merchantId}, ${webhookId}, 'backlog-' || n, ${at}, 'order.paid' FROM rows
    )
    INSERT INTO delivery_queue (delivery_id, merchant_id, destination_id, event_id, event_at, event_type, due_at)
    SELECT id, ${merchantId}, ${webhookId}, 'backlog-' || n, ${at}, 'order.paid',
      CASE WHEN n % 5 = 0 THEN ${at} - n * interval '1 millisecond' ELSE now() + interval '1 hour' END
    FROM rows`);
}

beforeAll(async () => {
  const scene = await setScene({ url: "https://pos.example.com/hook" });
  const { merchantId } = scene.ctx;
  webhook = { merchantId, id: scene.webhook.id };
  await wait(merchantId, scene.webhook.id, 0);
  await db().execute(sql`ANALYZE delivery_queue`);
  await db().execute(sql`ANALYZE deliveries`);
  await waitElsewhere(scene.webhook.id);
  const due = await findDueDestinations(db(), senders, "", 1_000);
  const found = due.find(({ id }) => id === scene.webhook.id);
  if (!found) throw new Error("The webhook is not due.");
  destination = found;
}, 120_000);

afterAll(async () => {
  await db().execute(sql`DELETE FROM delivery_queue WHERE starts_with(destination_id, ${webhook.id})`);
  await db().execute(sql`DELETE FROM deliveries WHERE destination_id = ${webhook.id}`);
});

/** Has a statement planned and run, and undone again. @returns its plan as JSON */
async function explainPlan(run: (tx: Tx) => Promise<unknown>): Promise<string> {
  let plan = "";
  const undo = new Error("Nothing of it is kept.");
  await db()
    .transaction(async (tx) => {
      const explaining = new Proxy(tx, {
        get(target, name) {
          if (name !== "execute") return Reflect.get(target, name);
          return async (query: SQLWrapper) => {
            const rows = await target.execute(sql`EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) ${query}`);
            plan += JSON.stringify(rows);
            return [];
          };
        },
      });
      await run(explaining);
      throw undo;
    })
    .catch((error: unknown) => {
      if (error !== undo) throw error;
    });
  return plan;
}

const tables = "delivery_queue|deliveries|attempts|attempt_exchanges|events|event_payloads";
const readsAll = new RegExp(`"Node Type":"Seq Scan"[^{}]*"Relation Name":"(?:${tables})[_0-9]*"`);
/** Blocks that were read or found: what grows when a plan reads more than it needs. */
function countBlocks(plan: string): number {
  const [top] = [...plan.matchAll(/"Shared (?:Hit|Read) Blocks":(\d+)/g)]
    .slice(0, 2)
    .map(([, total]) => Number(total));
  return top ?? 0;
}

/** Rows that were held against each other in vain: what grows with the square of a batch. */
function rowsTriedInVain(plan: string): number {
  return [...plan.matchAll(/"Rows Removed by Join Filter":(\d+)/g)].reduce(
    (sum, [, rows]) => sum + Number(rows),
    0,
  );
}

async function claimed(total: number): Promise<QueuedDelivery[]> {
  return claimDeliveries(db(), randomUUID(), [{ destination, slots: total }]);
}

test("amid a backlog no statement of a claim reads a whole table", async () => {
  const shares = [{ destination, slots: 100 }];
  const plan = await explainPlan((tx) => claimDeliveries(tx, randomUUID(), shares));
  expect(plan).toContain("delivery_queue_due");
  expect(plan).not.toMatch(readsAll);
  expect(countBlocks(plan)).toBeLessThan(5_000);
});

test("a look at what is due reads neither the backlog that is due nor the one that is not", async () => {
  const look = await explainPlan((tx) => findDueDestinations(tx, senders, "", 200));
  const next = await explainPlan((tx) => findNextDueAt(tx));
  for (const plan of [look, next]) {
    expect(plan).toContain("delivery_queue_due");
    expect(plan).not.toMatch(readsAll);
    expect(countBlocks(plan), plan).toBeLessThan(1_000);
  }
});

test("the payloads of a claim are read from their own days by their keys", async () => {
  const plan = await explainPlan(async (tx) => withPayloads(tx, await claimed(50)));
  expect(plan).not.toMatch(readsAll);
});

async function recorded(total: number): Promise<Attempt[]> {
  const queued = await claimed(total);
  return queued.map(({ dueAt: _dueAt, ...delivery }) =>
    acceptedAttempt({ ...delivery, occurredAt: delivery.eventAt, dataJson: "{}" }, destination),
  );
}

async function expectOwnRowsAlone(attempts: readonly Attempt[]): Promise<void> {
  const plan = await explainPlan((tx) => writeAttempts(tx, attempts));
  expect(plan).not.toMatch(readsAll);
  expect(countBlocks(plan)).toBeLessThan(10_000);
  expect(rowsTriedInVain(plan)).toBeLessThan(attempts.length);
}

test("a record of attempts touches the rows of these attempts, and holds each against its own delivery alone", async () => {
  const attempts = await recorded(250);
  expect(attempts).toHaveLength(250);
  await expectOwnRowsAlone(attempts);
});

test("it does so on a day that the planner knows nothing of yet", async () => {
  // A day of its own: what other tests wrote and took away again would be known of any other.
  const daysAgo = 45;
  const day = sql`((now() AT TIME ZONE 'UTC')::date - ${daysAgo}::int)`;
  await db().execute(sql`SELECT patchbay_make_days(${day}, ${day})`);
  await wait(webhook.merchantId, webhook.id, daysAgo);
  const attempts = await recorded(250);
  const before = idAt("dlv", Date.now() - (daysAgo - 0.5) * dayMs);
  expect(attempts.filter(({ delivery }) => delivery.id < before)).toHaveLength(250);
  await expectOwnRowsAlone(attempts);
});
