import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";
import { actorId, type Ctx } from "#lib/auth/context.ts";
import { rateLimited } from "#lib/errors.ts";
import type { Message } from "#lib/failures/message.ts";
import { say } from "#lib/failures/say.ts";
import { Turns } from "#lib/limits/turns.ts";

/** In one process: generous to a busy sender, tight enough that one merchant's loop does not starve the others. */
const windowSeconds = 10;
const requestsPerKey = 5_000;
const requestsPerMerchant = 8_000;
/** 72,000 events a minute. */
const eventsPerMerchant = 12_000;
const bytesPerMerchant = 16 * 1_024 * 1_024;
/** So many events of a merchant are written at a time; a longer list goes alone. */
const eventsAtOnce = 200;

function makeBudgets() {
  const limiter = (keyPrefix: string, points: number) =>
    new RateLimiterMemory({ keyPrefix, points, duration: windowSeconds });
  return {
    actor: limiter("actor", requestsPerKey),
    merchant: limiter("merchant", requestsPerMerchant),
    events: limiter("events", eventsPerMerchant),
    bytes: limiter("bytes", bytesPerMerchant),
    eventTurns: new Turns({
      atOnce: eventsAtOnce,
      patienceMs: 20_000,
      waiting: 1_000,
      refusal: say("problem_events_at_once"),
    }),
  };
}

declare global {
  // Next bundles this module more than once; routes and server actions of a process count together.
  var patchbayBudgets: ReturnType<typeof makeBudgets> | undefined;
}

function budgets() {
  globalThis.patchbayBudgets ??= makeBudgets();
  return globalThis.patchbayBudgets;
}

/** @throws {AppError} 429 with the seconds to wait, past 500 requests a second for a key or 800 for a merchant */
export async function countRequest(ctx: Ctx): Promise<void> {
  const actor = actorId(ctx);
  await spend(budgets().actor, actor, 1);
  await spend(budgets().merchant, ctx.merchantId, 1);
}

/**
 * Before a body is read: whoever has used up the bytes or events of this window is refused without the work.
 * @throws {AppError} 429 with the seconds to wait
 */
export async function requireBudget(ctx: Ctx, weighs: "events" | "request"): Promise<void> {
  const { bytes, events } = budgets();
  for (const limiter of weighs === "events" ? [bytes, events] : [bytes]) {
    const spent = await limiter.get(ctx.merchantId);
    if (spent && spent.remainingPoints <= 0) throw tooMuch(limiter, spent);
  }
}

/** @throws {AppError} 429 with the seconds to wait, past 16 MiB in ten seconds for a merchant */
export async function countBytes(ctx: Ctx, length: number): Promise<void> {
  if (length > 0) await spend(budgets().bytes, ctx.merchantId, length);
}

/**
 * Counts events and writes them when the merchant's turn comes: those of one call after the other, where they are many.
 * @throws {AppError} 429 with the seconds to wait, past 12,000 in ten seconds for a merchant
 */
export async function writeInBudget<Result>(
  ctx: Ctx,
  events: number,
  write: () => Promise<Result>,
): Promise<Result> {
  await spend(budgets().events, ctx.merchantId, events);
  return budgets().eventTurns.run(ctx.merchantId, write, events);
}

async function spend(limiter: RateLimiterMemory, key: string, points: number): Promise<void> {
  try {
    await limiter.consume(key, points);
  } catch (error) {
    throw error instanceof RateLimiterRes ? tooMuch(limiter, error) : error;
  }
}

function tooMuch(limiter: RateLimiterMemory, { msBeforeNext }: RateLimiterRes) {
  const seconds = Math.max(1, Math.ceil(msBeforeNext / 1_000));
  return rateLimited(seconds, refusals.get(limiter.keyPrefix));
}

const refusals = new Map<string, Message>([
  ["events", say("problem_too_many_events", { max: eventsPerMerchant, seconds: windowSeconds })],
  [
    "bytes",
    say("problem_too_much_data", { maxMib: bytesPerMerchant / 1_024 / 1_024, seconds: windowSeconds }),
  ],
]);
