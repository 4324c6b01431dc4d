import type { Message } from "#lib/failures/message.ts";
import type { ProviderReply } from "../contract/call.ts";
import { type FailureKind, ProviderError } from "../contract/provider-error.ts";
import { tell } from "./words.ts";

const maxRetryAfterMs = 24 * 60 * 60 * 1_000;

export function failure(kind: FailureKind, message: Message, detail: string): ProviderError {
  return new ProviderError({ kind, message, detail });
}

/** There is no WooCommerce at the address. */
export function notThere(detail: string): ProviderError {
  return failure("invalid_input", tell("not_address_plugin_hides_rest"), detail);
}

/** WordPress answers, but a plugin keeps its REST API from programs. */
export function restApiOff(code: string, detail: string): ProviderError {
  const message = code.startsWith("jwt_auth")
    ? tell("plugin_jwt_sign_in_takes")
    : tell("rest_api_wordpress_switched_off");
  return failure("unavailable", message, detail);
}

/** A refusal that is not in WordPress's form: something in front of the shop made it. */
export function refusedBySomethingElse(status: number): ProviderError {
  const detail = `HTTP ${status} without an error of WordPress`;
  if (status === 404) return notThere(detail);
  if (status === 401) {
    return failure("auth", tell("shop_asks_password_before_sees"), detail);
  }
  return failure("unavailable", tell("something_in_front_shop_such"), detail);
}

/** WooCommerce has no limit of its own; the web server before it may. */
export function tooManyRequests({ headers }: ProviderReply): ProviderError {
  return new ProviderError({
    kind: "rate_limited",
    message: tell("host_shop_wants_fewer_requests"),
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
