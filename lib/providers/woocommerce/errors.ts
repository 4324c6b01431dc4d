import type { Message } from "#lib/failures/message.ts";
import { listParam } from "#lib/failures/values.ts";
import type { ProviderReply, ProviderRequest } from "../contract/call.ts";
import { ProviderError } from "../contract/provider-error.ts";
import { failure, notThere, refusedBySomethingElse, restApiOff, tooManyRequests } from "./failures.ts";
import { type Asked, movedTo } from "./moved.ts";
import { kindOfPage } from "./pages.ts";
import { plainText } from "./plain-text.ts";
import { badFieldsOf, readWordPressError, type WordPressError } from "./wordpress-error.ts";
import { tell } from "./words.ts";

type Method = ProviderRequest["method"];

/**
 * What an answer other than 2xx of a shop means.
 * @param asked the addresses, to tell where a redirect leads
 */
export function refusalOf(reply: ProviderReply, method: Method, asked?: Asked): ProviderError {
  const { status } = reply;
  if (status >= 300 && status < 400) return movedTo(reply.headers.location, asked);
  if (status === 429) return tooManyRequests(reply);
  const error = readWordPressError(reply.json);
  const page = error ? null : kindOfPage(reply);
  if (page && !page.isOfSite && !isBareRefusal(reply)) {
    return failure(page.kind, page.message, `HTTP ${status}: ${page.id}`);
  }
  if (status >= 500) {
    const detail = error ? detailOf(error, status) : `HTTP ${status}`;
    return failure("unavailable", tell("shop_has_fault_own_moment"), detail);
  }
  return error ? refusedByWordPress(error, status, method) : refusedBySomethingElse(status);
}

/** An empty refusal is what its status says. */
function isBareRefusal({ status, text }: ProviderReply): boolean {
  return text.trim() === "" && status < 520;
}

/** A 2xx answer whose body is not what WooCommerce sends: a page of some kind, or another API. */
export function unreadable(reply: ProviderReply, why: string): ProviderError {
  const page = reply.json === undefined ? kindOfPage(reply) : null;
  if (page) return failure(page.kind, page.message, `HTTP ${reply.status}: ${page.id}`);
  const message = tell("shop_answered_something_cannot_understood");
  return failure("unavailable", message, `HTTP ${reply.status}: ${why}`);
}

/** A key that works, but not for this. */
export function keyMayNot(what: "read" | "write", detail: string): ProviderError {
  return new ProviderError({
    kind: "scope_missing",
    missingScope: what,
    message: tell("key_shop_may_not", { what }),
    detail,
  });
}

export function detailOf(error: WordPressError, status: number): string {
  return withoutKeys(`HTTP ${status} ${error.code}: ${plainText(error.message)}`);
}

/** What plugins that close the REST API, or sign people in to it in their own way, answer with. */
const restApiOffCodes =
  /^(?:rest_(?:disabled|api_disabled|cannot_access|login_required|not_logged_in|forbidden|unauthorized|user_cannot_view|access_denied)|disabled_rest|itsec_rest_api|jwt_auth|wordfence|restricted|auth_required|not_authenticated)/;

/** A shop may repeat the address that it was asked at, keys and all. */
function withoutKeys(text: string): string {
  return text.replace(/\b(c[ks])_[A-Za-z0-9]+/g, "$1_…");
}

function refusedByWordPress(error: WordPressError, status: number, method: Method): ProviderError {
  const detail = detailOf(error, status);
  if (error.code === "rest_no_route") return notThere(detail);
  if (restApiOffCodes.test(error.code)) return restApiOff(error.code, detail);
  // What does not exist is 404 when read and 400 when changed.
  if (error.code.endsWith("_invalid_id") || status === 404) {
    return failure("not_found", tell("shop_has_nothing_under_number"), detail);
  }
  if (status === 401) {
    if (/read permission/i.test(error.message)) return keyMayNot("read", detail);
    return failure("auth", tell("shop_refused_keys"), detail);
  }
  if (status === 403) return mayNot(method, detail);
  if (status === 409) {
    return failure("conflict", tell("shop_says_exists_already"), detail);
  }
  if (status === 400 || status === 422) {
    return failure("invalid_input", fieldsRefused(error), detail);
  }
  return failure("unavailable", tell("shop_refused_request_in_way"), detail);
}

function fieldsRefused(error: WordPressError): Message {
  const { missing, field, remark } = badFieldsOf(error);
  if (missing.length > 0) return tell("fields_missing", { fields: listParam(missing, "commas") });
  return tell("did_not_accept", { field, remark: withoutKeys(remark) });
}

/** The key is right, but the WordPress user to whom it belongs has too few rights. */
function mayNot(method: Method, detail: string): ProviderError {
  return new ProviderError({
    kind: "scope_missing",
    missingScope: method === "GET" ? "read" : "write",
    message: tell("wordpress_user_whom_key_belongs"),
    detail,
  });
}
