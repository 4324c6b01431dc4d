import type { ProviderReply } from "../call.ts";
import { type FailureKind, ProviderError } from "../provider-error.ts";

const maxRetryAfterMs = 24 * 60 * 60 * 1_000;

export function failure(kind: FailureKind, message: string, detail: string): ProviderError {
  return new ProviderError({ kind, message, detail });
}

/** There is no WooCommerce at the address. */
export function notThere(detail: string): ProviderError {
  return failure(
    "invalid_input",
    "WooCommerce is not at this address, or a plugin hides its REST API. Check the address; in WordPress, see that WooCommerce is active under Plugins, and choose anything but “Plain” under Settings › Permalinks.",
    detail,
  );
}

/** WordPress answers, but a plugin keeps its REST API from programs. */
export function restApiOff(code: string, detail: string): ProviderError {
  const message = code.startsWith("jwt_auth")
    ? "A plugin for JWT sign-in takes our keys for its own and refuses them. In WordPress, have it leave /wp-json/wc/v3 alone, then try again."
    : "The REST API of your WordPress is switched off or kept to signed-in people by a plugin. In that plugin, allow /wp-json/wc/v3, then try again.";
  return failure("unavailable", message, detail);
}

/** A refusal that is not in WordPress's form: something in front of the shop made it. */
export function refusedBySomethingElse(status: number): ProviderError {
  const detail = `HTTP ${status} without an error of WordPress`;
  if (status === 404) return notThere(detail);
  if (status === 401) {
    return failure(
      "auth",
      "Your shop asks for a password before WooCommerce sees the keys. Take the password page off, then connect again.",
      detail,
    );
  }
  return failure(
    "unavailable",
    "Something in front of your shop, such as a firewall or a security plugin, turned the request away. Allow requests to /wp-json/wc/v3, then try again.",
    detail,
  );
}

/** WooCommerce has no limit of its own; the web server before it may. */
export function tooManyRequests({ headers }: ProviderReply): ProviderError {
  return new ProviderError({
    kind: "rate_limited",
    message: "The host of your shop wants fewer requests for a while. We wait and go on by ourselves.",
    retryAfterMs: retryAfterMs(headers["retry-after"]),
    detail: "HTTP 429",
  });
}

/** Seconds or a date (RFC 9110 §10.2.3). */
function retryAfterMs(header: string | undefined): number | undefined {
  if (!header) return undefined;
  const ms = /^\d+$/.test(header) ? Number(header) * 1_000 : Date.parse(header) - Date.now();
  return Number.isNaN(ms) ? undefined : Math.min(Math.max(ms, 0), maxRetryAfterMs);
}
