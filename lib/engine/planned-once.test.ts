import { randomUUID } from "node:crypto";
import { type SQL, sql } from "drizzle-orm";
import { drizzle } from "drizzle-orm/postgres-js";
import type postgres from "postgres";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { db, type Tx } from "#db/client.ts";
import { openPostgres } from "#db/connection/open.ts";
import { toLiteral } from "#db/testing/with-literals.ts";
import { setScene } from "#lib/deliveries/testing/scene.ts";
import { senders } from "#lib/destinations/senders.ts";
import { env } from "#lib/env.ts";
import { insertEvents } from "#lib/events/insert-events.ts";
import { dayMs, idAt } from "#lib/history/days.ts";
import { claimDeliveries } from "./claim.ts";
import { findDueDestinations, findNextDueAt } from "./due.ts";
import type { Attempt, DueDestination } from "./sender.ts";
import { acceptedAttempt } from "./testing/accepted-attempt.ts";
import { waitElsewhere } from "./testing/wait-elsewhere.ts";
import { writeAttempts } from "./write-attempts.ts";

/** All of it is due, and its deliveries are of a day that nothing was known of. */
const backlog = 50_000;
const daysAgo = 46;
const at = Date.now() - daysAgo * dayMs;
const leaseId = randomUUID();
/** One connection that plans as those of `queueDb()`, once and for all from the first time. */
let client: postgres.Sql;
let destination: DueDestination;
let merchantId: string;

type Statement = { query: string; params: unknown[] };

/** What a verb asks of the database, which is not asked. */
async function read(run: (tx: Tx) => Promise<unknown>): Promise<Statement> {
  const asked: Statement[] = [];
  const logger = { logQuery: (query: string, params: unknown[]) => void asked.push({ query, params }) };
  const undo = new Error("Nothing of it is kept.");
  await drizzle(client, { logger })
    .transaction(async (tx) => {
      await run(tx);
      throw undo;
    })
    .catch((error: unknown) => {
      if (error !== undo) throw error;
    });
  const [statement] = asked;
  if (!statement) throw new Error("Nothing was asked.");
  return statement;
}

const statements: Readonly<Record<string, (tx: Tx) => Promise<unknown>>> = {
  due: (tx) => findDueDestinations(tx, senders, "", 200),
  next: (tx) => findNextDueAt(tx),
  claim: (tx) => claimDeliveries(tx, randomUUID(), [{ destination, slots: 20 }]),
  claimInOrder: (tx) =>
    claimDeliveries(tx, randomUUID(), [
      { destination: { ...destination, orderedUntil: new Date(at).toISOString() }, slots: 20 },
    ]),
  record: (tx) => writeAttempts(tx, recorded(16)),
  accept: (tx) =>
    insertEvents(tx, merchantId, "api", [
      { id: "planned-once", type: "order.paid", data: {}, occurredAt: new Date(0) },
    ]),
};

/** Attempts at the first deliveries of the backlog. */
function recorded(total: number): Attempt[] {
  return Array.from({ length: total }, (_, index) =>
    acceptedAttempt(
      {
        id: deliveryId(index + 1),
        merchantId,
        destinationId: destination.id,
        eventId: `backlog-${index + 1}`,
        eventAt: new Date(at).toISOString(),
        eventType: "order.paid",
        version: null,
        isTest: false,
        attempts: 0,
        isFirstTry: true,
        scheduleStep: 0,
        plannedAt: null,
        trigger: "schedule",
        leaseId,
        heldFor: null,
        occurredAt: new Date(at).toISOString(),
        dataJson: "{}",
      },
      destination,
    ),
  );
}

/** Has so many wait, all of them due. */
async function queue(total: number, idStart: string): Promise<void> {
  await db().execute(sql`
    INSERT INTO delivery_queue (delivery_id, merchant_id, destination_id, event_id, event_at, event_type, due_at, lease_id)
    SELECT ${idStart} || lpad(to_hex(n), 20, '0'), ${merchantId}, ${destination.id}, 'backlog-' || n,
      to_timestamp(${at / 1_000}::float8), 'order.paid', now() - n * interval '1 ms', ${leaseId}
    FROM generate_series(1, ${total}::int) n`);
}

async function emptyAgain(how: SQL): Promise<void> {
  await db().execute(sql`TRUNCATE delivery_queue`);
  await queue(2_000, idAt("dlv", at - dayMs));
  await db().execute(sql`DELETE FROM delivery_queue`);
  await db().execute(sql`VACUUM ${how} delivery_queue`);
}

/** In each nothing waits here, and the planner takes it for another table. */
const statesBefore: Readonly<Record<string, () => Promise<unknown>>> = {
  /** Nothing is known of it, so it is taken for ten pages. */
  new: () => db().execute(sql`TRUNCATE delivery_queue`),
  /** It is known to be empty, and its indexes are larger, as they are after any busy hour. */
  emptied: () => emptyAgain(sql``),
  /** Its pages are still there as well: somebody was reading it just then. */
  hollow: () => emptyAgain(sql`(TRUNCATE false)`),
  /** Few wait, each elsewhere, in what was made for many. */
  sparse: async () => {
    await emptyAgain(sql`(TRUNCATE false)`);
    await waitElsewhere(destination.id);
    await db().execute(sql`ANALYZE delivery_queue`);
  },
};

function deliveryId(number: number): string {
  return `${idAt("dlv", at)}${number.toString(16).padStart(20, "0")}`;
}

/** A part of a plan. Those that read a table name it. */
const planNode = z.object({
  "Node Type": z.string(),
  "Relation Name": z.string().optional(),
  "Shared Hit Blocks": z.number(),
  "Shared Read Blocks": z.number(),
  get Plans() {
    return z.array(planNode).optional();
  },
});
type PlanNode = z.infer<typeof planNode>;
const explained = z.tuple([z.object({ "QUERY PLAN": z.tuple([z.object({ Plan: planNode })]) })]);

/** Of the backlog as it is, by the plan that was made before. @returns the parts that read a table */
async function run(name: string): Promise<PlanNode[]> {
  const { params } = await read(statements[name] ?? (async () => {}));
  const values = params.length === 0 ? "" : `(${params.map(toLiteral).join(", ")})`;
  let rows: unknown;
  await client
    .begin(async (tx) => {
      rows = [...(await tx.unsafe(`EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) EXECUTE ${name}${values}`))];
      await tx`ROLLBACK`;
    })
    .catch(() => {});
  const [{ "QUERY PLAN": plan }] = explained.parse(rows);
  return findScans(plan[0].Plan);
}

function findScans(node: PlanNode): PlanNode[] {
  const below = (node.Plans ?? []).flatMap(findScans);
  return node["Relation Name"] && node["Node Type"] !== "ModifyTable" ? [node, ...below] : below;
}

beforeAll(async () => {
  client = openPostgres(env().DATABASE_URL, { max: 1 }, "by_keys");
  const scene = await setScene({ url: "https://pos.example.com/hook" });
  merchantId = scene.ctx.merchantId;
  await scene.sendOrders();
  const [found] = (await findDueDestinations(db(), senders, "", 1_000)).filter(
    (due) => due.id === scene.webhook.id,
  );
  if (!found) throw new Error("The webhook is not due.");
  destination = found;
  const day = sql`(to_timestamp(${at / 1_000}::float8) AT TIME ZONE 'UTC')::date`;
  await db().execute(sql`SELECT patchbay_make_days(${day}, ${day})`);
  await client`SET plan_cache_mode = force_generic_plan`;
  await db().execute(sql`
    INSERT INTO deliveries (id, merchant_id, destination_id, event_id, event_at, event_type)
    SELECT ${idAt("dlv", at)} || lpad(to_hex(n), 20, '0'), ${merchantId}, ${destination.id}, 'backlog-' || n,
      to_timestamp(${at / 1_000}::float8), 'order.paid'
    FROM generate_series(1, ${backlog}::int) n`);
}, 120_000);

afterAll(async () => {
  await db().execute(sql`DELETE FROM delivery_queue WHERE starts_with(destination_id, ${destination.id})`);
  await db().execute(sql`DELETE FROM deliveries WHERE merchant_id = ${merchantId}`);
  await client.end();
});

describe.each(Object.keys(statesBefore))("planned while the queue was %s", (state) => {
  beforeAll(async () => {
    await statesBefore[state]?.();
    await client`DEALLOCATE ALL`;
    for (const [name, ask] of Object.entries(statements)) {
      const { query } = await read(ask);
      await client.unsafe(`PREPARE ${name} AS ${query}`);
      await run(name);
    }
    await queue(backlog, idAt("dlv", at));
  }, 120_000);

  test.each(Object.keys(statements))("%s reads no more of a backlog than it needs", async (name) => {
    const scans = await run(name);
    const blocks = scans.reduce(
      (sum, scan) => sum + scan["Shared Hit Blocks"] + scan["Shared Read Blocks"],
      0,
    );
    expect(blocks, JSON.stringify(scans)).toBeLessThan(750);
    expect(scans.map((scan) => scan["Node Type"])).not.toContain("Seq Scan");
  });
});
