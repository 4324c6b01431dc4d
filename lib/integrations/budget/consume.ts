import { RateLimiterDrizzle, RateLimiterRes } from "rate-limiter-flexible";
import { db } from "#db/client.ts";
import { rateLimits } from "#db/schema/tenancy.ts";
import { budgetSecond } from "./budget-second.ts";

/** So many requests in so many seconds, counted under a name. A window begins with its first request. */
export type Allowance = { name: string; requests: number; seconds: number };

/** Taken: the place counts until its window ends. Not taken: the window is full until then. */
export type Consumption = { isTaken: boolean; windowLeftMs: number };

/** Takes `cost` requests from an allowance that all processes share. What costs more than a window takes a whole one. */
export async function consume({ name, requests, seconds }: Allowance, cost: number): Promise<Consumption> {
  const limiter = new RateLimiterDrizzle({
    storeClient: db(),
    schema: rateLimits,
    keyPrefix: "budget",
    points: requests,
    duration: seconds * budgetSecond,
    clearExpiredByTimeout: false,
  });
  try {
    const { msBeforeNext } = await limiter.consume(name, Math.min(Math.max(1, Math.ceil(cost)), requests));
    return { isTaken: true, windowLeftMs: msBeforeNext };
  } catch (error) {
    if (!(error instanceof RateLimiterRes)) throw error;
    return { isTaken: false, windowLeftMs: error.msBeforeNext };
  }
}
