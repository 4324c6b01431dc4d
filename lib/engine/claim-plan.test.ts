import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "#db/client.ts";
import { senders } from "#lib/deliveries/senders.ts";
import { setScene } from "#lib/deliveries/testing/scene.ts";
import { findDueDestinations } from "./due.ts";

test("a look at what is due does not read the backlog of retries that are not", async () => {
  const scene = await setScene({ url: "https://pos.example.com/hook" });
  const { merchantId } = scene.ctx;
  await db().execute(sql`
    INSERT INTO delivery_queue (delivery_id, merchant_id, destination_id, event_id, event_at, event_type, due_at)
    SELECT patchbay_id('dlv'), ${merchantId}, ${scene.webhook.id}, 'backlog-' || n, now(), 'order.paid', now() + interval '1 hour'
    FROM generate_series(1, 20000) n`);
  await db().execute(sql`ANALYZE delivery_queue`);
  const plan = await db().execute<{ "QUERY PLAN": unknown }>(sql`
    EXPLAIN (ANALYZE, FORMAT JSON) SELECT 1 FROM delivery_queue
    WHERE destination_id = ${scene.webhook.id} AND due_at <= statement_timestamp()
      AND (leased_until IS NULL OR leased_until <= statement_timestamp())
    ORDER BY due_at, delivery_id LIMIT 10`);
  const text = JSON.stringify(plan);
  expect(text).toContain("delivery_queue_due");
  expect(text).not.toMatch(/"Rows Removed by Filter":\s*[1-9]/);
  const due = await findDueDestinations(db(), senders, "", 1_000);
  expect(due.map((found) => found.id)).not.toContain(scene.webhook.id);
});
