import type { ProviderError } from "../contract/provider-error.ts";
import { failure } from "./failures.ts";
import { plainText } from "./plain-text.ts";
import { tell } from "./words.ts";

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
