import { z } from "zod";
import { ProviderError } from "#lib/providers/contract/provider-error.ts";
import { scrubbed } from "#lib/scrub.ts";
import { notUnderstood, scopeMissing, shopInactive, throttled } from "./errors.ts";
import type { QueryCost } from "./query-cost.ts";
import { msUntilAffordable } from "./query-cost.ts";
import { tell } from "./words.ts";

/** https://shopify.dev/docs/api/admin-graphql/2026-10#status-and-error-codes */
export const graphqlError = z.looseObject({
  message: z.string(),
  extensions: z
    .looseObject({ code: z.string().optional(), requiredAccess: z.string().optional() })
    .optional(),
});
export type GraphqlError = z.infer<typeof graphqlError>;

const scopeName = /\b(?:read|write)_[a-z_]+\b/;
const defaultWaitMs = 2_000;

/** What errors mean that come with HTTP 200: the first of them decides. */
export function explainGraphqlErrors(
  errors: readonly GraphqlError[],
  given: { shop: string; cost: QueryCost | null },
): ProviderError {
  const [error] = errors;
  if (!error) return notUnderstood("errors: []");
  const { code, requiredAccess = "" } = error.extensions ?? {};
  const detail = `${code ?? "no code"}: ${scrubbed(error.message, 300)}`;
  switch (code) {
    case "THROTTLED":
      return throttled(given.cost ? msUntilAffordable(given.cost) || defaultWaitMs : defaultWaitMs, detail);
    case "ACCESS_DENIED":
      return scopeMissing(scopeName.exec(requiredAccess)?.[0] ?? scopeName.exec(error.message)?.[0], detail);
    case "SHOP_INACTIVE":
      return shopInactive(given.shop, detail);
    case "TIMEOUT":
      return timedOut(detail);
    case "BAD_REQUEST":
    case "INVALID_VARIABLE":
    case "RESOURCE_NOT_FOUND":
      return refusedInput(error.message, detail);
    default:
      return troubled(detail);
  }
}

function timedOut(detail: string): ProviderError {
  const message = tell("took_too_long_answer");
  return new ProviderError({ kind: "timeout", message, detail });
}

function refusedInput(reason: string, detail: string): ProviderError {
  const message = tell("did_not_accept_sent", { remark: scrubbed(reason, 200) });
  return new ProviderError({ kind: "invalid_input", message, detail });
}

function troubled(detail: string): ProviderError {
  const message = tell("could_not_do_just_now");
  return new ProviderError({ kind: "unavailable", message, detail });
}
