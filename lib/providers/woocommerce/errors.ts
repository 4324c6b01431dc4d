import type { ProviderReply, ProviderRequest } from "../call.ts";
import { ProviderError } from "../provider-error.ts";
import { failure, movedTo, notThere, refusedBySomethingElse, tooManyRequests } from "./failures.ts";
import { plainText } from "./plain-text.ts";
import { describeBadFields, readWordPressError, type WordPressError } from "./wordpress-error.ts";

type Method = ProviderRequest["method"];

/** What an answer other than 2xx of a shop means. */
export function refusalOf(reply: ProviderReply, method: Method): ProviderError {
  const { status } = reply;
  if (status >= 300 && status < 400) return movedTo(reply.headers.location);
  if (status === 429) return tooManyRequests(reply);
  const error = readWordPressError(reply.json);
  if (status >= 500) {
    const detail = error ? detailOf(error, status) : `HTTP ${status}`;
    return failure(
      "unavailable",
      "Your shop has a fault of its own at the moment. Try again in a few minutes.",
      detail,
    );
  }
  return error ? refusedByWordPress(error, status, method) : refusedBySomethingElse(status);
}

/** A 2xx answer whose body is not what WooCommerce sends: a maintenance page, a notice of PHP, another API. */
export function unreadable(reply: ProviderReply, why: string): ProviderError {
  const isPage = /^\s*</.test(reply.text);
  const message = isPage
    ? "Your shop answered with a web page instead of data: a maintenance page, a password page or a security plugin stands in the way. Open your shop in a browser, then try again."
    : "Your shop answered something that cannot be understood. A plugin may have changed it. Try again later.";
  return failure("unavailable", message, `HTTP ${reply.status}: ${why}`);
}

/** A key that works, but not for this. */
export function keyMayNot(what: "read" | "write", detail: string): ProviderError {
  return new ProviderError({
    kind: "scope_missing",
    missingScope: what,
    message: `The key of your shop may not ${what}. In WooCommerce › Settings › Advanced › REST API, make a key with Read/Write and connect again.`,
    detail,
  });
}

export function detailOf(error: WordPressError, status: number): string {
  return `HTTP ${status} ${error.code}: ${plainText(error.message)}`;
}

function refusedByWordPress(error: WordPressError, status: number, method: Method): ProviderError {
  const detail = detailOf(error, status);
  if (error.code === "rest_no_route") return notThere(detail);
  // What does not exist is 404 when read and 400 when changed.
  if (error.code.endsWith("_invalid_id") || status === 404) {
    return failure(
      "not_found",
      "Your shop has nothing under this number any more. Choose another one.",
      detail,
    );
  }
  if (status === 401) {
    if (/read permission/i.test(error.message)) return keyMayNot("read", detail);
    return failure(
      "auth",
      "Your shop refused the keys: they were deleted, replaced or mistyped. Connect WooCommerce again.",
      detail,
    );
  }
  if (status === 403) return mayNot(method, detail);
  if (status === 409) {
    return failure(
      "conflict",
      "Your shop says that this exists already. Look there before you repeat it.",
      detail,
    );
  }
  if (status === 400 || status === 422) {
    return failure(
      "invalid_input",
      `WooCommerce did not accept ${describeBadFields(error)}. Correct it and try again.`,
      detail,
    );
  }
  return failure(
    "unavailable",
    "Your shop refused the request in a way that we do not know. Try again later.",
    detail,
  );
}

/** The key is right, but the WordPress user to whom it belongs has too few rights. */
function mayNot(method: Method, detail: string): ProviderError {
  return new ProviderError({
    kind: "scope_missing",
    missingScope: method === "GET" ? "read" : "write",
    message:
      "The WordPress user to whom the key belongs may not do this. Make a Read/Write key for an administrator or shop manager, and connect again.",
    detail,
  });
}
