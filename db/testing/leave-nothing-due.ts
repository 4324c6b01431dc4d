import { sql } from "drizzle-orm";
import { db } from "#db/client.ts";

/**
 * Ends whatever waits for its time in any queue, whose merchants have been tested. Each queue takes what is due in all
 * of its database: what one file left there must not keep the next one busy, nor be counted with what it is told of.
 */
export async function leaveNothingDue(): Promise<void> {
  await db().execute(sql`
    WITH left_over AS (DELETE FROM delivery_queue RETURNING delivery_id),
      jobs AS (UPDATE sync_jobs SET status = 'cancelled' WHERE status IN ('waiting', 'running')),
      mails AS (UPDATE notices SET status = 'unsent' WHERE status = 'waiting'),
      account_mails AS (UPDATE account_mails SET status = 'failed' WHERE status = 'waiting'),
      refreshes AS (UPDATE credentials SET refresh_due_at = NULL WHERE refresh_due_at IS NOT NULL),
      issues AS (UPDATE integration_issues SET notice_due_at = NULL WHERE notice_due_at IS NOT NULL),
      checks AS (UPDATE integrations SET next_check_at = now() + interval '10 years'
        WHERE next_check_at < now() + interval '1 year'),
      drift AS (UPDATE automations SET check_due_at = NULL WHERE check_due_at IS NOT NULL),
      books AS (UPDATE payment_accounts SET sweep_due_at = NULL WHERE sweep_due_at IS NOT NULL),
      watched AS (UPDATE must_reach SET due_at = NULL WHERE due_at IS NOT NULL),
      told AS (UPDATE events SET announced_at = now() WHERE origin = 'patchbay' AND announced_at IS NULL)
    UPDATE deliveries SET status = 'cancelled' FROM left_over WHERE deliveries.id = left_over.delivery_id`);
}
