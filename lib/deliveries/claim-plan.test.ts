import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "#db/client.ts";
import { findDueDestinations } from "./due-destinations.ts";
import { setScene } from "./testing/scene.ts";

test("a look at what is due does not read the backlog of retries that are not", async () => {
  const scene = await setScene({ url: "https://pos.example.com/hook" });
  const { merchantId } = scene.ctx;
  await db().execute(sql`
    INSERT INTO events (merchant_id, id, type, data, occurred_at, origin)
    SELECT ${merchantId}, 'backlog-' || n, 'order.paid', '{}', now(), 'api' FROM generate_series(1, 20000) n`);
  await db().execute(sql`
    INSERT INTO deliveries (id, merchant_id, event_id, event_type, destination_id, due_at)
    SELECT patchbay_id('dlv'), ${merchantId}, 'backlog-' || n, 'order.paid', ${scene.webhook.id}, now() + interval '1 hour'
    FROM generate_series(1, 20000) n`);
  await db().execute(sql`ANALYZE deliveries`);

  const plan = await db().execute<{ "QUERY PLAN": unknown }>(sql`
    EXPLAIN (ANALYZE, FORMAT JSON) SELECT 1 FROM deliveries
    WHERE destination_id = ${scene.webhook.id} AND status = 'pending' AND due_at <= statement_timestamp()
    ORDER BY due_at, id LIMIT 10`);
  const text = JSON.stringify(plan);
  expect(text).toContain("deliveries_due");
  expect(text).not.toMatch(/"Rows Removed by Filter":\s*[1-9]/);
  const due = await findDueDestinations(db(), "", 1_000);
  expect(due.map((found) => found.id)).not.toContain(scene.webhook.id);
});
