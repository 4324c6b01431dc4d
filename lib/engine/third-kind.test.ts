import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "#db/client.ts";
import { destinations } from "#db/schema/destinations.ts";
import { createTestMerchant } from "#db/testing/merchant.ts";
import { acceptEvents } from "#lib/events/accept-events.ts";
import { orderPaid } from "#lib/events/catalogue/orders.ts";
import { newId } from "#lib/ids.ts";
import { resumeDestination, stopDestination } from "./destination-state.ts";
import { Drainer } from "./drainer.ts";
import type { ClaimedDelivery, Result, Sender } from "./sender.ts";

/** A kind of destination that nobody else knows: what it is sent is put into a list, unless it is told to refuse. */
function makeLister() {
  const list: ClaimedDelivery[] = [];
  const answer = { hasSucceeded: true };
  const sender: Sender = {
    kind: "list",
    successEvent: null,
    async attempt(delivery): Promise<Result> {
      if (answer.hasSucceeded) list.push(delivery);
      const code = answer.hasSucceeded ? "listed" : "list_is_full";
      const shared = { isFinal: false, isGone: false, askedWaitMs: 0, totalMs: 1, exchange: null };
      return {
        ...answer,
        ...shared,
        code,
        params: { length: list.length },
      };
    },
    retire: async () => false,
    tell: () => null,
  };
  return { list, answer, sender };
}

async function setDestination() {
  const ctx = await createTestMerchant();
  const { list, answer, sender } = makeLister();
  const id = newId("wh");
  await db()
    .insert(destinations)
    .values({
      id,
      merchantId: ctx.merchantId,
      kind: sender.kind,
      eventTypes: ["order.paid"],
      retrySchedule: [60],
      timeoutMs: 1_000,
    });
  const drainer = new Drainer([sender]);
  return {
    id,
    list,
    answer,
    drainer,
    sender,
    drain: () => drainer.run(10_000),
    send: (eventId: string) =>
      acceptEvents({ ctx, input: { id: eventId, type: "order.paid", data: orderPaid.example } }),
    rows: (table: "deliveries" | "attempts", columns: string) =>
      db().execute(sql`SELECT ${sql.raw(columns)} FROM ${sql.raw(table)}
        WHERE destination_id = ${id} ORDER BY id`),
  };
}

test("a further kind of destination is delivered to and logged by its sender alone", async () => {
  const { list, drain, send, rows } = await setDestination();
  await send("order-1");
  await drain();
  expect(list.map(({ eventId, dataJson }) => [eventId, JSON.parse(dataJson)])).toEqual([
    ["order-1", orderPaid.example],
  ]);
  expect([...(await rows("deliveries", "status, attempts, last_code"))]).toEqual([
    { status: "delivered", attempts: 1, last_code: "listed" },
  ]);
  expect([...(await rows("attempts", "outcome, code, params"))]).toEqual([
    { outcome: "delivered", code: "listed", params: { length: 1 } },
  ]);
});

test("it is tried again on its schedule, and fails when that is used up", async () => {
  const { answer, drain, send, rows, id } = await setDestination();
  answer.hasSucceeded = false;
  await send("order-1");
  await drain();
  expect([...(await rows("deliveries", "status, attempts"))]).toEqual([{ status: "pending", attempts: 1 }]);
  await db().execute(sql`UPDATE delivery_queue SET due_at = now() WHERE destination_id = ${id}`);
  await drain();
  expect([...(await rows("deliveries", "status, attempts, last_code"))]).toEqual([
    { status: "failed", attempts: 2, last_code: "list_is_full" },
  ]);
  expect([...(await rows("attempts", "number, outcome"))]).toEqual([
    { number: 1, outcome: "retrying" },
    { number: 2, outcome: "failed" },
  ]);
});

test("while it is paused its events wait, and go on in their order when it is resumed", async () => {
  const { list, drain, send, id } = await setDestination();
  await db().transaction((tx) => stopDestination(tx, id, { state: "paused", reason: "manual" }));
  for (const eventId of ["c", "a", "b"]) await send(eventId);
  await drain();
  expect(list).toEqual([]);
  await db().transaction((tx) => resumeDestination(tx, id));
  await drain();
  expect(list.map(({ eventId }) => eventId)).toEqual(["c", "a", "b"]);
});

test("a kind that a drain has no sender for is left alone", async () => {
  const { drain, send, list } = await setDestination();
  await send("order-1");
  await new Drainer([]).run(5_000);
  expect(list).toEqual([]);
  await drain();
  expect(list).toHaveLength(1);
});

test("a drain that is to end and is poked waits for what is under way, and leaves the process its time", async () => {
  const { drainer, sender, drain, send, rows } = await setDestination();
  const attempt = sender.attempt;
  let letGo = () => {};
  const begun = new Promise<void>((resolve) => {
    sender.attempt = async (...asked) => {
      resolve();
      await new Promise<void>((released) => {
        letGo = released;
      });
      return attempt(...asked);
    };
  });
  await send("order-1");
  const run = drain();
  await begun;
  drainer.finish();
  drainer.poke();
  // With a process that only spins this timer never comes.
  setTimeout(() => letGo(), 50);
  await run;
  expect([...(await rows("deliveries", "status"))]).toEqual([{ status: "delivered" }]);
});
