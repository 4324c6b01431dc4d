import type { Message } from "#lib/failures/message.ts";
import type { ProviderReply } from "#lib/providers/contract/call.ts";
import { ProviderError } from "#lib/providers/contract/provider-error.ts";
import { scrubbed } from "#lib/scrub.ts";
import { say } from "../contract/app-words.ts";
import { tell } from "./words.ts";

const scopeName = /\b(?:read|write)_[a-z_]+\b/;

/**
 * What a status other than 200 means.
 * https://shopify.dev/docs/api/usage/response-codes
 */
export function explainStatus(reply: ProviderReply, shop: string): ProviderError {
  const detail = `HTTP ${reply.status}: ${scrubbed(reply.text, 300)}`;
  const { status } = reply;
  if (status === 429) return throttled(secondsOf(reply.headers["retry-after"]) * 1_000, detail);
  const closed = closedShops[status];
  if (closed) return new ProviderError({ kind: "account_closed", message: closed(shop), detail });
  if (status === 401) {
    const message = tell("no_longer_accepts_access_shop");
    return new ProviderError({ kind: "auth", message, detail });
  }
  if (status === 403) return scopeMissing(scopeName.exec(reply.text)?.[0], detail);
  if (status === 400 || status === 422) {
    const message = tell("did_not_accept_what_sent");
    return new ProviderError({ kind: "invalid_input", message, detail });
  }
  const message = tell("has_trouble_answering");
  return new ProviderError({ kind: "unavailable", message, detail });
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

/** @param waitMs how long Shopify asks to wait */
export function throttled(waitMs: number, detail: string): ProviderError {
  const message = tell("shop_gets_more_requests_than");
  return new ProviderError({ kind: "rate_limited", message, retryAfterMs: waitMs, detail });
}

/** @param scope where Shopify names it */
export function scopeMissing(scope: string | undefined, detail: string): ProviderError {
  const message = scope
    ? tell("has_not_given_permission_shop", { scope })
    : tell("has_not_given_permission_needs");
  return new ProviderError({ kind: "scope_missing", message, missingScope: scope, detail });
}

export function shopInactive(shop: string, detail: string): ProviderError {
  const message = tell("not_active", { shop });
  return new ProviderError({ kind: "account_closed", message, detail });
}

/** An answer that is not in the form that the documentation promises. */
export function notUnderstood(detail: string): ProviderError {
  const message = say("app_unreadable", { app: "Shopify" });
  return new ProviderError({ kind: "unavailable", message, detail });
}

function secondsOf(retryAfter: string | undefined): number {
  const seconds = Number(retryAfter);
  return Number.isFinite(seconds) && seconds > 0 ? seconds : 2;
}
