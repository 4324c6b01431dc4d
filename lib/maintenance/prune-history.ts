import { lt, sql } from "drizzle-orm";
import { db } from "#db/client.ts";
import { idempotencyKeys } from "#db/schema/platform.ts";
import { rateLimits } from "#db/schema/tenancy.ts";

/** Answers under an Idempotency-Key are kept for a day. */
const idempotencyKeptMs = 24 * 60 * 60 * 1_000;

/** Drops answers kept for repeated calls and counters of past throttling. */
export async function pruneHistory(): Promise<{ idempotencyKeys: number; rateLimits: number }> {
  const before = new Date(Date.now() - idempotencyKeptMs);
  const keys = await db()
    .delete(idempotencyKeys)
    .where(lt(idempotencyKeys.startedAt, before))
    .returning({ key: idempotencyKeys.key });
  const counters = await db()
    .delete(rateLimits)
    .where(lt(rateLimits.expire, sql`now()`))
    .returning({ key: rateLimits.key });
  return { idempotencyKeys: keys.length, rateLimits: counters.length };
}
