import type { Message } from "#lib/failures/message.ts";
import { listParam } from "#lib/failures/values.ts";
import type { ProviderReply, ProviderRequest } from "../contract/call.ts";
import { ProviderError } from "../contract/provider-error.ts";
import { createFailures, failure } from "../kit/failures.ts";
import { kindOfPage } from "./pages.ts";
import { plainText, readBadFields, readWordPressError, type WordPressError } from "./wordpress.ts";
import { tell } from "./words.ts";

type Asked = {
  /** Of the shop, as it was typed. */
  store: string;
  /** That was asked for. */
  url: string;
};

type Method = ProviderRequest["method"];

/** WooCommerce has no limit of its own; the web server before it may. */
const { rateLimited } = createFailures("WooCommerce");

/**
 * What an answer other than 2xx of a shop means.
 * @param asked the addresses, to tell where a redirect leads
 */
export function toProviderError(reply: ProviderReply, method: Method, asked?: Asked): ProviderError {
  const { status } = reply;
  if (status >= 300 && status < 400) return movedTo(reply.headers.location, asked);
  if (status === 429)
    return rateLimited(reply, "HTTP 429", { message: tell("host_shop_wants_fewer_requests") });
  const error = readWordPressError(reply.json);
  const page = error ? null : kindOfPage(reply);
  if (page && !page.isOfSite && !isBareRefusal(reply)) {
    return failure(page.kind, page.message, `HTTP ${status}: ${page.id}`);
  }
  if (status >= 500) {
    const detail = error ? formatDetail(error, status) : `HTTP ${status}`;
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

export function formatDetail(error: WordPressError, status: number): string {
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
  const detail = formatDetail(error, status);
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
  const { missing, field, remark } = readBadFields(error);
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

export /** There is no WooCommerce at the address. */
function notThere(detail: string): ProviderError {
  return failure("invalid_input", tell("not_address_plugin_hides_rest"), detail);
}

/** WordPress answers, but a plugin keeps its REST API from programs. */
function restApiOff(code: string, detail: string): ProviderError {
  const message = code.startsWith("jwt_auth")
    ? tell("plugin_jwt_sign_in_takes")
    : tell("rest_api_wordpress_switched_off");
  return failure("unavailable", message, detail);
}

/** A refusal that is not in WordPress's form: something in front of the shop made it. */
function refusedBySomethingElse(status: number): ProviderError {
  const detail = `HTTP ${status} without an error of WordPress`;
  if (status === 404) return notThere(detail);
  if (status === 401) {
    return failure("auth", tell("shop_asks_password_before_sees"), detail);
  }
  return failure("unavailable", tell("something_in_front_shop_such"), detail);
}

/**
 * Redirects are not followed: keys go only where they were meant for. The address to use instead is said, where it can
 * be told from the one that was asked for. Queries are never repeated: they may hold the keys.
 */
export function movedTo(location: string | undefined, asked?: Asked): ProviderError {
  const target = location ? URL.parse(location, asked?.url) : null;
  const detail = `Location: ${target ? `${target.origin}${target.pathname}` : "none that can be read"}`;
  if (!target) return failure("invalid_input", tell("leads_on_somewhere"), detail);
  if (isSignIn(target)) {
    const message = tell("shop_leads_visitors_sign_in");
    return failure("unavailable", message, detail);
  }
  if (target.protocol !== "https:") {
    const message = tell("shop_leads_from_https_back", { origin: target.origin });
    return failure("invalid_input", message, detail);
  }
  if (!asked) return failure("invalid_input", tell("leads_on_to_host", { host: target.host }), detail);
  const address = shopBehind(target, asked);
  if (address === asked.store) {
    const message = tell("shop_answers_request_leading_on");
    return failure("unavailable", message, detail);
  }
  return failure("invalid_input", tell("leads_on_to", { address }), detail);
}

/** WordPress says of itself that its API is at another origin. */
export function livesElsewhere(root: string): ProviderError {
  const url = URL.parse(plainText(root));
  const place = url ? `${url.origin}${url.pathname.split("/wp-json")[0]}`.replace(/\/$/, "") : null;
  const detail = `API root: ${url ? `${url.origin}${url.pathname}` : "none that can be read"}`;
  if (!place) return failure("invalid_input", tell("calls_itself_otherwise"), detail);
  const address = { address: place };
  return place.startsWith("https:")
    ? failure("invalid_input", tell("calls_itself", address), detail)
    : failure("invalid_input", tell("calls_itself_without_https", address), detail);
}

function isSignIn({ pathname }: URL): boolean {
  return /\/(?:wp-login\.php|wp-signup\.php|log-?in|sign-?in|anmelden|connexion)(?:\/|$)/i.test(pathname);
}

/** The shop's address, where the target is the same page of it: less the path that was asked for below the shop. */
function shopBehind(target: URL, { store, url }: Asked): string {
  const below = withoutSlash(new URL(url).pathname.slice(new URL(store).pathname.replace(/\/$/, "").length));
  const path = withoutSlash(target.pathname);
  const base = path.endsWith(below) ? path.slice(0, path.length - below.length) : path;
  return `${target.origin}${withoutSlash(base)}`;
}

function withoutSlash(path: string): string {
  return path.endsWith("/") ? path.slice(0, -1) : path;
}
