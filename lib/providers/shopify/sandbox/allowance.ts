/** Of the smallest plan. https://shopify.dev/docs/api/usage/limits#graphql-admin-api-rate-limits */
const maximumAvailable = 2_000;
const restoreRate = 100;

export type ThrottleStatus = { maximumAvailable: number; currentlyAvailable: number; restoreRate: number };

/** What is left to each shop, by its account. One that is not here has it all. */
const allowances = new Map<string, { available: number; atMs: number }>();

/** Takes a query's cost from a shop's allowance, which fills again by 100 points a second. */
export function takeAllowance(
  accountId: string,
  cost: number,
  now: Date,
): { isEnough: boolean; throttleStatus: ThrottleStatus } {
  const atMs = now.getTime();
  for (const [id, one] of allowances) if (restored(one, atMs) >= maximumAvailable) allowances.delete(id);
  const last = allowances.get(accountId);
  const available = last ? restored(last, atMs) : maximumAvailable;
  const isEnough = available >= cost;
  const left = isEnough ? available - cost : available;
  allowances.set(accountId, { available: left, atMs });
  return {
    isEnough,
    throttleStatus: { maximumAvailable, currentlyAvailable: Math.floor(left), restoreRate },
  };
}

/** Gives back what a query cost less than was taken for it. */
export function giveBack(accountId: string, points: number, now: Date): ThrottleStatus {
  const atMs = now.getTime();
  const last = allowances.get(accountId) ?? { available: maximumAvailable, atMs };
  const available = Math.min(maximumAvailable, restored(last, atMs) + points);
  allowances.set(accountId, { available, atMs });
  return { maximumAvailable, currentlyAvailable: Math.floor(available), restoreRate };
}

function restored({ available, atMs }: { available: number; atMs: number }, nowMs: number): number {
  return Math.min(maximumAvailable, available + ((nowMs - atMs) / 1_000) * restoreRate);
}
