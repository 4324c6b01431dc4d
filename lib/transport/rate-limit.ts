import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";
import type { Ctx } from "#lib/auth/context.ts";
import { rateLimited } from "#lib/errors.ts";

/** In one process: generous to a busy sender, tight enough that one merchant's loop does not starve the others. */
const windowSeconds = 10;
const requestsPerKey = 5_000;
const requestsPerMerchant = 8_000;

const perActor = new RateLimiterMemory({
  keyPrefix: "actor",
  points: requestsPerKey,
  duration: windowSeconds,
});
const perMerchant = new RateLimiterMemory({
  keyPrefix: "merchant",
  points: requestsPerMerchant,
  duration: windowSeconds,
});

/** @throws {AppError} 429 with the seconds to wait, past 500 requests a second for a key or 800 for a merchant */
export async function countRequest(ctx: Ctx): Promise<void> {
  const actor = ctx.actor.kind === "system" ? ctx.actor.name : ctx.actor.id;
  try {
    await perActor.consume(actor);
    await perMerchant.consume(ctx.merchantId);
  } catch (error) {
    if (error instanceof RateLimiterRes)
      throw rateLimited(Math.max(1, Math.ceil(error.msBeforeNext / 1_000)));
    throw error;
  }
}
