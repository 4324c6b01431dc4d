import { setTimeout as sleep } from "node:timers/promises";
import { say } from "#lib/failures/say.ts";
import type { Manifest } from "#lib/providers/contract/manifest.ts";
import { ProviderError } from "#lib/providers/contract/provider-error.ts";
import { type Allowance, consume } from "./consume.ts";
import { pauseLeftMs } from "./pause-integration.ts";

/** Up to here a request waits for its turn; beyond, its caller is told when to come back. */
const patienceMs = 10_000;

type BudgetedProvider = Pick<Manifest, "id" | "name" | "rateLimit">;

type Taking = {
  provider: BudgetedProvider;
  integrationId: string;
  /** How many requests it counts for, where the provider weighs them; default: 1. */
  cost?: number;
};

/**
 * Asks for the right to send one request to a provider: from the integration's budget and, where the provider counts
 * all integrations together, from the app's. The budgets are shared over processes. Waits up to 10 s.
 * @throws {ProviderError} rate_limited with retryAfterMs, when the wait would be longer
 */
export async function takeFromBudget({ provider, integrationId, cost = 1 }: Taking): Promise<void> {
  const deadline = Date.now() + patienceMs;
  const allowances = listAllowances(provider, integrationId);
  // A place in one window is kept while the other is waited for, as long as its window lasts.
  const heldUntil = new Map<Allowance, number>();
  for (;;) {
    const pausedMs = await pauseLeftMs(integrationId);
    const waitMs = pausedMs > 0 ? pausedMs : await takeEach(allowances, cost, heldUntil);
    if (waitMs === 0) return;
    if (Date.now() + waitMs > deadline) throw tooMany(provider, waitMs, pausedMs > 0);
    await sleep(waitMs);
  }
}

/** The integration's own comes first, so that one that has used up its own takes nothing from the others. */
function listAllowances({ id, rateLimit }: BudgetedProvider, integrationId: string): Allowance[] {
  const own = { name: integrationId, ...rateLimit.perIntegration };
  return rateLimit.perApp ? [own, { name: `app:${id}`, ...rateLimit.perApp }] : [own];
}

/** @returns 0 once there is a place in each, else the ms until the next try is worth it */
async function takeEach(
  allowances: readonly Allowance[],
  cost: number,
  heldUntil: Map<Allowance, number>,
): Promise<number> {
  for (const allowance of allowances) {
    if ((heldUntil.get(allowance) ?? 0) > Date.now()) continue;
    const { isTaken, windowLeftMs } = await consume(allowance, cost);
    if (!isTaken) return Math.max(1, windowLeftMs);
    heldUntil.set(allowance, Date.now() + windowLeftMs);
  }
  return 0;
}

function tooMany({ name }: BudgetedProvider, retryAfterMs: number, isPaused: boolean): ProviderError {
  return new ProviderError({
    kind: "rate_limited",
    message: say(isPaused ? "app_slow_down" : "app_own_limit", { app: name, ...toWait(retryAfterMs) }),
    retryAfterMs,
    // A pause is the provider's own wish, and was told when it was expressed.
    isOwnLimit: true,
    detail: isPaused ? "paused at the provider's wish" : "the budget of this window is used up",
  });
}

function toWait(ms: number): { unit: "second" | "minute" | "hour"; count: number } {
  const seconds = Math.ceil(ms / 1_000);
  if (seconds <= 90) return { unit: "second", count: seconds };
  const minutes = Math.ceil(seconds / 60);
  return minutes <= 90
    ? { unit: "minute", count: minutes }
    : { unit: "hour", count: Math.ceil(minutes / 60) };
}
