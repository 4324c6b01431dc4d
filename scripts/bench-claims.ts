import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { openDatabase } from "./bench/open-database.ts";

/**
 * npm run bench:claims
 * How long a claim of 128 deliveries takes amid 500,000 that wait, of which 100,000 are due, once Postgres has gathered
 * its statistics amid them: for 1 destination and for 200.
 */
const { close } = await openDatabase();

try {
  const result = [];
  for (const destinations of [1, 200]) result.push(await measure(destinations));
  console.table(result);
  console.log(JSON.stringify(result));
} finally {
  await close();
}

async function measure(destinations: number) {
  const { db } = await import("#db/client.ts");
  const { claimDeliveries } = await import("#lib/engine/claim.ts");
  const { findDueDestinations } = await import("#lib/engine/due.ts");
  const { senders } = await import("#lib/destinations/senders.ts");
  await db().execute(sql`TRUNCATE delivery_queue`);
  await db().execute(
    sql`INSERT INTO merchants (id, name) VALUES ('mer_claims', 'Claims') ON CONFLICT DO NOTHING`,
  );
  await db().execute(sql`
    INSERT INTO destinations (id, merchant_id, kind, event_types, retry_schedule, timeout_ms)
    SELECT 'wh_' || n, 'mer_claims', 'webhook', '{*}', '{60}', 15000 FROM generate_series(1, ${destinations}::int) n
    ON CONFLICT DO NOTHING`);
  await db().execute(sql`
    INSERT INTO delivery_queue (delivery_id, merchant_id, destination_id, event_id, event_at, event_type, due_at)
    SELECT patchbay_id('dlv'), 'mer_claims', 'wh_' || (1 + n % ${destinations}::int), 'evt_' || n, now(), 'order.paid',
      CASE WHEN n % 5 = 0 THEN now() - n * interval '1 millisecond' ELSE now() + interval '1 hour' END
    FROM generate_series(1, 500000) n`);
  await db().execute(sql`ANALYZE`);
  const looks: number[] = [];
  const claims: number[] = [];
  for (let round = 0; round < 100; round += 1) {
    let startedAt = performance.now();
    const due = await findDueDestinations(db(), senders, "", 200);
    looks.push(performance.now() - startedAt);
    const slots = Math.ceil(128 / due.length);
    startedAt = performance.now();
    await claimDeliveries(
      db(),
      randomUUID(),
      due.map((destination) => ({ destination, slots })),
    );
    claims.push(performance.now() - startedAt);
    // They are sent at once: what a process has under way is little beside what waits.
    await db().execute(sql`DELETE FROM delivery_queue WHERE lease_id IS NOT NULL`);
  }
  return {
    destinations,
    "look p50 ms": percentile(looks, 0.5),
    "claim p50 ms": percentile(claims, 0.5),
    "claim p95 ms": percentile(claims, 0.95),
  };
}

function percentile(values: readonly number[], part: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return Math.round((sorted[Math.floor(sorted.length * part)] ?? 0) * 10) / 10;
}
