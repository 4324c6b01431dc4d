import { z } from "zod";
import type { Message } from "#lib/failures/message.ts";
import type { ProviderReply } from "#lib/providers/contract/call.ts";
import { ProviderError } from "#lib/providers/contract/provider-error.ts";
import { scrubbed } from "#lib/scrub.ts";
import { createFailures, failure } from "../kit/failures.ts";
import { tell } from "./words.ts";

/** https://shopify.dev/docs/api/admin-graphql/2026-10#status-and-error-codes */
export const graphqlError = z.looseObject({
  message: z.string(),
  extensions: z
    .looseObject({ code: z.string().optional(), requiredAccess: z.string().optional() })
    .optional(),
});

type GraphqlError = z.infer<typeof graphqlError>;

const defaultWaitMs = 2_000;

/** What a query cost, and what is left: https://shopify.dev/docs/api/usage/limits#graphql-admin-api-rate-limits */
export const queryCost = z.looseObject({
  requestedQueryCost: z.number(),
  throttleStatus: z.looseObject({
    maximumAvailable: z.number(),
    currentlyAvailable: z.number(),
    restoreRate: z.number().positive(),
  }),
});

type QueryCost = z.infer<typeof queryCost>;

/** What a mutation did not do, and why: HTTP 200, and no `errors`. */
export const userErrors = z.array(
  z.looseObject({
    code: z.string().nullish(),
    field: z.array(z.string()).nullish(),
    message: z.string(),
  }),
);

type UserErrors = z.infer<typeof userErrors>;

type Meaning = Pick<ConstructorParameters<typeof ProviderError>[0], "kind" | "message" | "retryAfterMs">;

export const { unreadable, rateLimited } = createFailures("Shopify");

const scopeName = /\b(?:read|write)_[a-z_]+\b/;

/**
 * What a status other than 200 means.
 * https://shopify.dev/docs/api/usage/response-codes
 */
export function explainStatus(reply: ProviderReply, shop: string): ProviderError {
  const detail = `HTTP ${reply.status}: ${scrubbed(reply.text, 300)}`;
  const { status } = reply;
  if (status === 429) return throttled(reply, defaultWaitMs, detail);
  const closed = closedShops[status];
  if (closed) return failure("account_closed", closed(shop), detail);
  if (status === 401) return failure("auth", tell("no_longer_accepts_access_shop"), detail);
  if (status === 403) return scopeMissing(scopeName.exec(reply.text)?.[0], detail);
  if (status === 400 || status === 422) {
    return failure("invalid_input", tell("did_not_accept_what_sent"), detail);
  }
  return failure("unavailable", tell("has_trouble_answering"), detail);
}

const closedShops: Readonly<Record<number, (shop: string) => Message>> = {
  301: movedShop,
  302: movedShop,
  307: movedShop,
  308: movedShop,
  402: (shop) => tell("has_frozen_because_unpaid_bill", { shop }),
  404: (shop) => tell("there_no_shop_any_more", { shop }),
  423: (shop) => tell("has_locked", { shop }),
};

function movedShop(shop: string): Message {
  return tell("has_moved_another_address", { shop });
}

/** @param usualMs how long, where the answer does not say */
function throttled(reply: Pick<ProviderReply, "headers">, usualMs: number, detail: string): ProviderError {
  return rateLimited(reply, detail, { usualMs, message: tell("shop_gets_more_requests_than") });
}

/** @param scope where Shopify names it */
function scopeMissing(scope: string | undefined, detail: string): ProviderError {
  const message = scope
    ? tell("has_not_given_permission_shop", { scope })
    : tell("has_not_given_permission_needs");
  return new ProviderError({ kind: "scope_missing", message, missingScope: scope, detail });
}

function shopInactive(shop: string, detail: string): ProviderError {
  return failure("account_closed", tell("not_active", { shop }), detail);
}

/**
 * Returns only if there are none.
 * @param meanings by Shopify's code, in the merchant's words
 * @throws {ProviderError} as the first of them says; invalid_input where it is not known
 */
export function refuseUserErrors(errors: UserErrors, meanings: Readonly<Record<string, Meaning>>): void {
  const [error] = errors;
  if (!error) return;
  const field = error.field?.join(".") ?? "";
  const detail = [error.code, field, error.message].filter(Boolean).join(": ");
  throw new ProviderError({ ...findMeaning(error, meanings), detail });
}

function findMeaning(
  { code, message }: UserErrors[number],
  meanings: Readonly<Record<string, Meaning>>,
): Meaning {
  const known = code ? meanings[code] : undefined;
  if (known) return known;
  // Trial and development shops may create five orders a minute; the refusal has no code.
  if (/too many (?:attempts|requests)/i.test(message)) {
    const words = tell("trial_shop_takes_five_new");
    return { kind: "rate_limited", message: words, retryAfterMs: 60_000 };
  }
  return { kind: "invalid_input", message: tell("did_not_accept_it", { remark: scrubbed(message, 300) }) };
}

/** How long until the same query could be paid for again; 0 = at once. */
export function msUntilAffordable({ requestedQueryCost, throttleStatus }: QueryCost): number {
  const missing = requestedQueryCost - throttleStatus.currentlyAvailable;
  return missing <= 0 ? 0 : Math.ceil((missing / throttleStatus.restoreRate) * 1_000);
}

/** What errors mean that come with HTTP 200: the first of them decides. */
export function explainGraphqlErrors(
  errors: readonly GraphqlError[],
  context: { shop: string; cost: QueryCost | null },
): ProviderError {
  const [error] = errors;
  if (!error) return unreadable("errors: []");
  const { code, requiredAccess = "" } = error.extensions ?? {};
  const detail = `${code ?? "no code"}: ${scrubbed(error.message, 300)}`;
  switch (code) {
    case "THROTTLED":
      return throttled(
        { headers: {} },
        (context.cost && msUntilAffordable(context.cost)) || defaultWaitMs,
        detail,
      );
    case "ACCESS_DENIED":
      return scopeMissing(scopeName.exec(requiredAccess)?.[0] ?? scopeName.exec(error.message)?.[0], detail);
    case "SHOP_INACTIVE":
      return shopInactive(context.shop, detail);
    case "TIMEOUT":
      return failure("timeout", tell("took_too_long_answer"), detail);
    case "BAD_REQUEST":
    case "INVALID_VARIABLE":
    case "RESOURCE_NOT_FOUND":
      return failure(
        "invalid_input",
        tell("did_not_accept_sent", { remark: scrubbed(error.message, 200) }),
        detail,
      );
    default:
      return failure("unavailable", tell("could_not_do_just_now"), detail);
  }
}
