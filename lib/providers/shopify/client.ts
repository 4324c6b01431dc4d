import { z } from "zod";
import type { Call } from "#lib/providers/contract/call.ts";
import { scrubbed } from "#lib/scrub.ts";
import { apiRequest } from "./api-request.ts";
import { explainStatus, notUnderstood } from "./errors.ts";
import { explainGraphqlErrors, graphqlError } from "./graphql-errors.ts";
import { msUntilAffordable, queryCost } from "./query-cost.ts";
import { shopDomain } from "./shop-domain.ts";

const answer = z.looseObject({
  data: z.unknown().optional(),
  errors: z.array(graphqlError).nullish(),
  // A hint that cannot be read makes nothing wait.
  extensions: z
    .looseObject({ cost: queryCost.optional().catch(undefined) })
    .optional()
    .catch(undefined),
});

/**
 * Sends one GraphQL document to the Admin API and reads its `data`. Where little of the shop's allowance is left, the
 * next request is made to wait.
 * @throws {ProviderError} for whatever Shopify refuses, other than the `userErrors` of a mutation
 */
export async function askAdmin<Data extends z.ZodType>(
  call: Call,
  given: { document: string; variables?: Readonly<Record<string, unknown>>; data: Data },
): Promise<z.output<Data>> {
  const shop = shopDomain(call.settings);
  const { document: query, variables = {} } = given;
  const reply = await call.request(apiRequest(call.settings, { query, variables }));
  if (reply.status !== 200) throw explainStatus(reply, shop);
  const body = answer.safeParse(reply.json);
  if (!body.success) throw notUnderstood(`not a GraphQL answer: ${scrubbed(reply.text, 300)}`);
  const cost = body.data.extensions?.cost ?? null;
  const { errors } = body.data;
  if (errors && errors.length > 0) throw explainGraphqlErrors(errors, { shop, cost });
  const data = given.data.safeParse(body.data.data);
  if (!data.success) throw notUnderstood(`data: ${z.prettifyError(data.error).slice(0, 300)}`);
  const waitMs = cost ? msUntilAffordable(cost) : 0;
  if (waitMs > 0) await call.pause(waitMs);
  return data.data;
}
