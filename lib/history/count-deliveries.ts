import { type SQL, sql } from "drizzle-orm";

/**
 * A statement that adds rows of `deliveries` that are about to go to the counts that stay. Tests are not counted.
 * @param rows a query of them with `merchant_id`, `destination_id`, `day`, `status`, `is_test`
 */
export function countDeliveries(rows: SQL): SQL {
  return sql`
    INSERT INTO delivery_counts AS known (merchant_id, destination_id, day, delivered, failed, cancelled)
    SELECT merchant_id, destination_id, day, count(*) FILTER (WHERE status = 'delivered'),
      count(*) FILTER (WHERE status = 'failed'), count(*) FILTER (WHERE status = 'cancelled')
    FROM (${rows}) gone WHERE NOT is_test GROUP BY 1, 2, 3 ORDER BY 1, 2, 3
    ON CONFLICT (merchant_id, destination_id, day) DO UPDATE SET delivered = known.delivered + excluded.delivered,
      failed = known.failed + excluded.failed, cancelled = known.cancelled + excluded.cancelled`;
}

/** The same of `attempts`: rows with `merchant_id`, `destination_id`, `day`, `outcome`, `trigger`. */
export function countAttempts(rows: SQL): SQL {
  return sql`
    INSERT INTO delivery_counts AS known (merchant_id, destination_id, day, attempts, succeeded_attempts)
    SELECT merchant_id, destination_id, day, count(*), count(*) FILTER (WHERE outcome = 'delivered')
    FROM (${rows}) gone WHERE trigger <> 'test' GROUP BY 1, 2, 3 ORDER BY 1, 2, 3
    ON CONFLICT (merchant_id, destination_id, day) DO UPDATE SET attempts = known.attempts + excluded.attempts,
      succeeded_attempts = known.succeeded_attempts + excluded.succeeded_attempts`;
}
