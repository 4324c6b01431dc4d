import { ProviderError } from "../contract/provider-error.ts";
import { tell } from "./words.ts";

/** A path that belongs to WordPress itself, and is often copied along with the shop's address. */
const wordPressPath = /\/wp-(?:admin|login\.php|json)(?:\/.*)?$/;

/**
 * The address of a shop as a merchant types it, normalised: https, host in lower case, sub-path without a slash at its
 * end. The scheme may be left out. Which hosts may be called is decided where requests are sent.
 * @returns null where it is not an address, or carries credentials, a query, a fragment or another scheme
 */
export function normaliseStoreAddress(typed: string): string | null {
  const text = typed.trim();
  const hasScheme = /^[a-z][a-z\d+.-]*:\/\//i.test(text);
  const withScheme = hasScheme ? text : `https://${text}`;
  if (/[\s?#\\]/.test(withScheme) || !URL.canParse(withScheme)) return null;
  const url = new URL(withScheme);
  const isPlain = url.username === "" && url.password === "";
  if (url.protocol !== "https:" || !isPlain) return null;
  if (!hasScheme && !url.hostname.includes(".")) return null;
  const path = url.pathname.replace(wordPressPath, "").replace(/(?<!\/)\/+$/, "");
  return `${url.origin}${path}`;
}

/** @throws {ProviderError} invalid_input */
export function storeAddressOf(settings: Readonly<Record<string, string>>): string {
  const address = normaliseStoreAddress(settings.store ?? "");
  if (address) return address;
  throw new ProviderError({
    kind: "invalid_input",
    message: tell("address_shop_not_full_https"),
  });
}

/** The same for people: ana.example/shop. */
export function shortStoreAddress(address: string): string {
  return address.replace(/^https:\/\//, "");
}
