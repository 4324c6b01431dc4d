import type { Call } from "../contract/call.ts";
import { ProviderError } from "../contract/provider-error.ts";
import { tell } from "./words.ts";

/** How a shop's REST API is reached. It is found out when a shop is connected or checked, and kept in the settings. */
export type Way = {
  /**
   * What WordPress calls the root of its REST API: https://ana.example/wp-json/, or https://ana.example/?rest_route=/
   * where permalinks are plain. https://developer.wordpress.org/rest-api/using-the-rest-api/discovery/
   */
  apiRoot: string;
  /**
   * Where the keys go. Some hosts take the Authorization header off; WooCommerce takes keys in the query for their sake.
   * https://woocommerce.github.io/woocommerce-rest-api-docs/#authentication-over-https
   */
  keysIn: "header" | "query";
};

type Settings = Readonly<Record<string, string>>;

/** A path that belongs to WordPress itself, and is often copied along with the shop's address. */
const wordPressPath = /\/wp-(?:admin|login\.php|json)(?:\/.*)?$/;

/**
 * The address of a shop as a merchant types it, normalised: https, host in lower case, sub-path without a slash at its
 * end. The scheme may be left out, and what follows the path, as browsers show it, goes. Which hosts may be called is
 * decided where requests are sent.
 * @returns null where it is not an address, or carries credentials or another scheme
 */
export function normaliseStoreAddress(typed: string): string | null {
  const text = typed.trim();
  const hasScheme = /^[a-z][a-z\d+.-]*:\/\//i.test(text);
  const withScheme = hasScheme ? text : `https://${text}`;
  if (/[\s\\]/.test(withScheme) || !URL.canParse(withScheme)) return null;
  const url = new URL(withScheme);
  const isPlain = url.username === "" && url.password === "";
  if (url.protocol !== "https:" || !isPlain) return null;
  if (!hasScheme && !url.hostname.includes(".")) return null;
  const path = url.pathname.replace(wordPressPath, "").replace(/(?<!\/)\/+$/, "");
  return `${url.origin}${path}`;
}

/** @throws {ProviderError} invalid_input */
export function requireStoreAddress(settings: Readonly<Record<string, string>>): string {
  const address = normaliseStoreAddress(settings.store ?? "");
  if (address) return address;
  throw new ProviderError({ kind: "invalid_input", message: tell("address_shop_not_full_https") });
}

/** The same for people: ana.example/shop. */
export function shortStoreAddress(address: string): string {
  return address.replace(/^https:\/\//, "");
}

/** The way that is known, or the usual one. Keys go to the shop's own https origin only, whatever the settings say. */
export function getWay(settings: Settings): Way {
  const known = settings.apiRoot ? readApiRoot(settings.apiRoot, requireStoreAddress(settings)) : null;
  return { apiRoot: known ?? usualRoot(settings), keysIn: settings.keysIn === "query" ? "query" : "header" };
}

export function usualRoot(settings: Settings): string {
  return `${requireStoreAddress(settings)}/wp-json/`;
}

/** Of a shop whose permalinks are plain. */
export function plainRoot(settings: Settings): string {
  return `${requireStoreAddress(settings)}/?rest_route=/`;
}

/**
 * A root as a shop tells it; null where it is none, or at another origin than the shop. WordPress behind a proxy that
 * ends TLS may take itself for a site without it: of the same host, it is asked over https.
 */
export function readApiRoot(text: string, store: string): string | null {
  const url = URL.parse(text, `${store}/`);
  if (url?.protocol === "http:" && url.host === new URL(store).host) url.protocol = "https:";
  if (!url || url.origin !== new URL(store).origin || url.username !== "" || url.password !== "") return null;
  if (url.search === "") return `${url.origin}${withSlash(url.pathname)}`;
  return url.searchParams.get("rest_route") === "/" ? `${url.origin}${url.pathname}?rest_route=/` : null;
}

/**
 * The address of a route below wc/v3, its query apart.
 *
 * Before version 11.1, WooCommerce looked at its keys only where `wp-json/wc/` stood somewhere in the address. With plain
 * permalinks it does not, so it stands there as a parameter that nobody reads.
 */
export function routeUrl(apiRoot: string, path: string): string {
  const isPlain = apiRoot.endsWith("?rest_route=/");
  return isPlain ? `${apiRoot}wc/v3/${path}&for=wp-json/wc/v3` : `${apiRoot}wc/v3/${path}`;
}

/** The keys as WooCommerce reads them from the query; nothing where they go in the header. */
export function keysInQuery({ credentials }: Call, { keysIn }: Way): Record<string, string> {
  if (keysIn === "header") return {};
  const { consumerKey = "", consumerSecret = "" } = credentials;
  return { consumer_key: consumerKey, consumer_secret: consumerSecret };
}

function withSlash(path: string): string {
  return path.endsWith("/") ? path : `${path}/`;
}
