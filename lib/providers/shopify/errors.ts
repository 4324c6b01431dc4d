import type { ProviderReply } from "#lib/providers/call.ts";
import { ProviderError } from "#lib/providers/provider-error.ts";

const scopeName = /\b(?:read|write)_[a-z_]+\b/;

/**
 * What a status other than 200 means.
 * https://shopify.dev/docs/api/usage/response-codes
 */
export function explainStatus(reply: ProviderReply, shop: string): ProviderError {
  const detail = `HTTP ${reply.status}: ${reply.text.slice(0, 300)}`;
  const { status } = reply;
  if (status === 429) return throttled(secondsOf(reply.headers["retry-after"]) * 1_000, detail);
  const closed = closedShops[status];
  if (closed) return new ProviderError({ kind: "account_closed", message: closed(shop), detail });
  if (status === 401) {
    const message = "Shopify no longer accepts our access to your shop. Connect it again.";
    return new ProviderError({ kind: "auth", message, detail });
  }
  if (status === 403) return scopeMissing(scopeName.exec(reply.text)?.[0], detail);
  if (status === 400 || status === 422) {
    const message = "Shopify did not accept what was sent. Look at the fields and try again.";
    return new ProviderError({ kind: "invalid_input", message, detail });
  }
  const message = "Shopify has trouble answering. Nothing need be done: it is tried again.";
  return new ProviderError({ kind: "unavailable", message, detail });
}

const closedShops: Readonly<Record<number, (shop: string) => string>> = {
  301: movedShop,
  302: movedShop,
  307: movedShop,
  308: movedShop,
  402: (shop) =>
    `Shopify has frozen ${shop} because of an unpaid bill. Sign in to Shopify, settle it, and it works again.`,
  404: (shop) =>
    `There is no shop at ${shop} any more. If it was closed, disconnect it here; if its address changed, connect it again with the new one.`,
  423: (shop) => `Shopify has locked ${shop}. Sign in to Shopify to see why, or ask Shopify's support.`,
};

function movedShop(shop: string): string {
  return `${shop} has moved to another address. Connect it again with the address that Shopify shows under Settings, Domains.`;
}

/** @param waitMs how long Shopify asks to wait */
export function throttled(waitMs: number, detail: string): ProviderError {
  const message = "Your shop gets more requests than Shopify allows at once. Try again in a moment.";
  return new ProviderError({ kind: "rate_limited", message, retryAfterMs: waitMs, detail });
}

/** @param scope where Shopify names it */
export function scopeMissing(scope: string | undefined, detail: string): ProviderError {
  const message = scope
    ? `Shopify has not given us the permission ${scope} for your shop. Connect it again and allow it.`
    : "Shopify has not given us a permission that this needs. Connect your shop again and allow everything that is asked.";
  return new ProviderError({ kind: "scope_missing", message, missingScope: scope, detail });
}

export function shopInactive(shop: string, detail: string): ProviderError {
  const message = `${shop} is not active at Shopify. Sign in to Shopify and choose a plan, or ask Shopify's support.`;
  return new ProviderError({ kind: "account_closed", message, detail });
}

/** An answer that is not in the form that the documentation promises. */
export function notUnderstood(detail: string): ProviderError {
  const message = "Shopify answered something that cannot be understood. It is tried again later.";
  return new ProviderError({ kind: "unavailable", message, detail });
}

function secondsOf(retryAfter: string | undefined): number {
  const seconds = Number(retryAfter);
  return Number.isFinite(seconds) && seconds > 0 ? seconds : 2;
}
