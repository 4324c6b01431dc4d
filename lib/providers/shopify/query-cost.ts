import { z } from "zod";

/** What a query cost, and what is left: https://shopify.dev/docs/api/usage/limits#graphql-admin-api-rate-limits */
export const queryCost = z.looseObject({
  requestedQueryCost: z.number(),
  throttleStatus: z.looseObject({
    maximumAvailable: z.number(),
    currentlyAvailable: z.number(),
    restoreRate: z.number().positive(),
  }),
});
export type QueryCost = z.infer<typeof queryCost>;

/** How long until the same query could be paid for again; 0 = at once. */
export function msUntilAffordable({ requestedQueryCost, throttleStatus }: QueryCost): number {
  const missing = requestedQueryCost - throttleStatus.currentlyAvailable;
  return missing <= 0 ? 0 : Math.ceil((missing / throttleStatus.restoreRate) * 1_000);
}
