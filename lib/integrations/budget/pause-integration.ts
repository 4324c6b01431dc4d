import { sql } from "drizzle-orm";
import { db } from "#db/client.ts";
import { rateLimits } from "#db/schema/tenancy.ts";
import { textArray } from "#db/text-array.ts";
import { gather } from "#lib/work/gather.ts";

/** A provider that asks for more is asked again after a day. */
const longestPauseMs = 24 * 60 * 60 * 1_000;

const toKey = (integrationId: string) => `integration-pause:${integrationId}`;

/**
 * Lets no process take from the integration's budget for so long: what a 429 asked for, or a hint that came with an
 * answer. A pause that ends later already stays as it is; longer than a day counts as a day.
 */
export async function pauseIntegration(integrationId: string, ms: number): Promise<void> {
  if (!(ms > 0)) return;
  const seconds = Math.min(ms, longestPauseMs) / 1_000;
  await db()
    .insert(rateLimits)
    .values({
      key: toKey(integrationId),
      points: 1,
      expire: sql`clock_timestamp() + make_interval(secs => ${seconds})`,
    })
    .onConflictDoUpdate({
      target: rateLimits.key,
      set: { expire: sql`greatest(${rateLimits.expire}, excluded.expire)` },
    });
}

/** How long the integration still has to wait, in ms; 0 = not at all. Those that ask side by side are one statement. */
export const pauseLeftMs = gather({ most: 100, together: pausesLeftMs });

async function pausesLeftMs(integrationIds: readonly string[]): Promise<number[]> {
  const pauses = await db()
    .select({
      key: rateLimits.key,
      leftMs: sql<number>`extract(epoch from ${rateLimits.expire} - clock_timestamp())::float8 * 1000`,
    })
    .from(rateLimits)
    .where(sql`${rateLimits.key} = ANY(${textArray(integrationIds.map(toKey))})`);
  const left = new Map(pauses.map(({ key, leftMs }) => [key, leftMs]));
  return integrationIds.map((id) => Math.max(0, Math.ceil(left.get(toKey(id)) ?? 0)));
}
