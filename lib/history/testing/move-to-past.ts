import { sql } from "drizzle-orm";
import { db } from "#db/client.ts";
import { dayMs, toDay } from "#lib/history/days.ts";

/**
 * Moves everything that stands of a merchant so many days into the past, as if it had been accepted then: rows go to the
 * partitions of their new days, which are made where there are none.
 */
export async function moveToPast(merchantId: string, days: number): Promise<void> {
  const at = Date.now() - days * dayMs;
  await db().transaction(async (tx) => {
    await tx.execute(sql`SELECT patchbay_make_days(${toDay(at)}::date - 1, ${toDay(at)}::date + 1)`);
    const back = sql`${days}::int * interval '1 day'`;
    const olderId = (column: string) => {
      const id = sql.identifier(column);
      return sql`left(${id}, 4) || lpad(to_hex(('x' || lpad(substr(${id}, 5, 12), 16, '0'))::bit(64)::bigint
        - ${days * dayMs}::bigint), 12, '0') || substr(${id}, 17)`;
    };
    const own = sql`WHERE merchant_id = ${merchantId}`;
    await tx.execute(sql`UPDATE event_keys SET accepted_at = accepted_at - ${back} ${own}`);
    await tx.execute(sql`UPDATE events SET accepted_at = accepted_at - ${back} ${own}`);
    await tx.execute(sql`UPDATE event_payloads SET accepted_at = accepted_at - ${back} ${own}`);
    await tx.execute(sql`UPDATE deliveries SET id = ${olderId("id")}, event_at = event_at - ${back},
      created_at = created_at - ${back}, completed_at = completed_at - ${back}, failed_at = failed_at - ${back} ${own}`);
    await tx.execute(
      sql`UPDATE delivery_queue SET delivery_id = ${olderId("delivery_id")}, event_at = event_at - ${back} ${own}`,
    );
    await tx.execute(sql`UPDATE attempts SET id = ${olderId("id")}, delivery_id = ${olderId("delivery_id")},
      event_at = event_at - ${back}, started_at = started_at - ${back} ${own}`);
    await tx.execute(sql`UPDATE attempt_exchanges SET attempt_id = ${olderId("attempt_id")} ${own}`);
  });
}
