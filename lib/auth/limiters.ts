import { RateLimiterDrizzle, RateLimiterRes } from "rate-limiter-flexible";
import { type Db, db } from "#db/client.ts";
import { rateLimits } from "#db/schema/tenancy.ts";
import { rateLimited } from "#lib/errors.ts";
import { say } from "#lib/failures/say.ts";

type Limit = {
  /** Names the limit among the others. */
  prefix: string;
  /** How many in a window. */
  points: number;
  windowSeconds: number;
};

/** By connection: one that is closed takes its limiters along. */
const limiters = new WeakMap<Db, Map<string, RateLimiterDrizzle>>();

/** A limit that holds over all processes (Postgres). */
function getLimiter({ prefix, points, windowSeconds }: Limit): RateLimiterDrizzle {
  const storeClient = db();
  const ofClient = limiters.get(storeClient) ?? new Map<string, RateLimiterDrizzle>();
  limiters.set(storeClient, ofClient);
  const known = ofClient.get(prefix);
  if (known) return known;
  const limiter = new RateLimiterDrizzle({
    storeClient,
    schema: rateLimits,
    keyPrefix: prefix,
    points,
    duration: windowSeconds,
    clearExpiredByTimeout: false,
  });
  ofClient.set(prefix, limiter);
  return limiter;
}

/**
 * Counts one more under a key.
 * @throws {AppError} 429 with the seconds to wait, past the limit
 */
export async function count(limit: Limit, key: string): Promise<void> {
  const waitMs = await countUp(limit, key);
  if (waitMs === null) return;
  const seconds = Math.max(1, Math.ceil(waitMs / 1_000));
  const wait =
    seconds < 60
      ? ({ unit: "second", count: seconds } as const)
      : ({ unit: "minute", count: Math.ceil(seconds / 60) } as const);
  throw rateLimited(seconds, say("problem_too_many_tries", wait));
}

/** As count, for what is to be left out in silence. @returns whether it is within the limit */
export async function isWithin(limit: Limit, key: string): Promise<boolean> {
  return (await countUp(limit, key)) === null;
}

export async function forget(limit: Limit, key: string): Promise<void> {
  await getLimiter(limit).delete(key);
}

/** @returns the time to wait in ms, past the limit */
async function countUp(limit: Limit, key: string): Promise<number | null> {
  try {
    await getLimiter(limit).consume(key);
    return null;
  } catch (error) {
    if (error instanceof RateLimiterRes) return error.msBeforeNext;
    throw error;
  }
}
