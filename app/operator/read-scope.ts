import { readParam, type SearchParams } from "#components/listing/search-params.ts";
import type { OperatorCtx } from "#lib/auth/operator.ts";
import { listScopes } from "#lib/operator/revenue/list-scopes.ts";
import type { RevenueScope } from "#lib/operator/revenue/revenue-schema.ts";

/**
 * Of which money a page speaks: what its address says, where there is such; else live money before the sandbox's, and the
 * currency with the most payments. null = nothing was booked yet.
 */
export async function readScope(
  ctx: OperatorCtx,
  params: SearchParams,
): Promise<{ scope: RevenueScope | null; scopes: RevenueScope[] }> {
  const scopes = await listScopes({ ctx });
  const environment = readParam(params, "environment");
  const currency = readParam(params, "currency");
  const inEnvironment = scopes.filter((one) => one.environment === environment);
  const scope =
    inEnvironment.find((one) => one.currency === currency) ?? inEnvironment[0] ?? scopes[0] ?? null;
  return { scope, scopes };
}
