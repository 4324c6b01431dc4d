import type { ProviderError } from "../provider-error.ts";
import { failure } from "./failures.ts";
import { plainText } from "./plain-text.ts";

export type Asked = {
  /** Of the shop, as it was typed. */
  store: string;
  /** That was asked for. */
  url: string;
};

/**
 * Redirects are not followed: keys go only where they were meant for. The address to use instead is said, where it can
 * be told from the one that was asked for. Queries are never repeated: they may hold the keys.
 */
export function movedTo(location: string | undefined, asked?: Asked): ProviderError {
  const target = location ? URL.parse(location, asked?.url) : null;
  const detail = `Location: ${target ? `${target.origin}${target.pathname}` : "none that can be read"}`;
  if (!target) return moved("This address leads on to another one.", standing, detail);
  if (isSignIn(target)) {
    const message =
      "Your shop leads visitors to a sign-in page before it shows anything, and our request as well. In WordPress, let requests to /wp-json/wc/v3 through in the plugin that makes your site private, then try again.";
    return failure("unavailable", message, detail);
  }
  if (target.protocol !== "https:") {
    const message = `Your shop leads from https back to ${target.origin}. We send keys over https only: have your host switch https on for the whole shop, then try again.`;
    return failure("invalid_input", message, detail);
  }
  if (!asked) return moved(`This address leads on to ${target.host}.`, standing, detail);
  const address = shopBehind(target, asked);
  if (address === asked.store) {
    const message =
      "Your shop answers our request by leading it on to another page of the same shop. A redirect rule of the host or of a plugin is in the way: let requests to /wp-json/wc/v3 through, then try again.";
    return failure("unavailable", message, detail);
  }
  return moved(
    `This address leads on to ${address}.`,
    `Connect WooCommerce with ${address} instead.`,
    detail,
  );
}

/** WordPress says of itself that its API is at another origin. */
export function livesElsewhere(root: string): ProviderError {
  const url = URL.parse(plainText(root));
  const place = url ? `${url.origin}${url.pathname.split("/wp-json")[0]}`.replace(/\/$/, "") : null;
  const detail = `API root: ${url ? `${url.origin}${url.pathname}` : "none that can be read"}`;
  return moved(
    place ? `This shop calls itself ${place}.` : "This shop calls itself by another address.",
    place?.startsWith("https:") ? `Connect WooCommerce with ${place} instead.` : standing,
    detail,
  );
}

const standing = "Connect WooCommerce with the address that stands in the browser once your shop is open.";

function moved(what: string, remedy: string, detail: string): ProviderError {
  return failure("invalid_input", `${what} ${remedy}`, detail);
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
