import { createHmac, timingSafeEqual } from "node:crypto";
import type { ProviderApp } from "#lib/providers/contract/provider-app.ts";
import { VerificationError } from "#lib/providers/contract/provider-error.ts";
import { isShopDomain } from "./shop-domain.ts";

const toleranceSeconds = 90;

/**
 * Returns only if a callback is Shopify's own: `hmac` is the hex HMAC-SHA256, by the client secret, of all other
 * parameters sorted by name; it is at most 90 seconds old, and `shop` is a shop's host.
 * https://shopify.dev/docs/apps/build/authentication-authorization/access-tokens/authorization-code-grant
 * @throws {VerificationError}
 */
export function verifyCallback(query: URLSearchParams, app: ProviderApp, now: Date): void {
  const names = [...query.keys()];
  if (new Set(names).size !== names.length) throw new VerificationError("A parameter came twice.");
  const hmac = query.get("hmac") ?? "";
  if (!/^[0-9a-f]{64}$/.test(hmac)) throw new VerificationError("hmac is missing or not in its form.");
  const expected = createHmac("sha256", app.clientSecret).update(signedText(query)).digest();
  if (!timingSafeEqual(expected, Buffer.from(hmac, "hex"))) throw new VerificationError("hmac is wrong.");
  const seconds = Number(/^\d{1,12}$/.exec(query.get("timestamp") ?? "")?.[0] ?? Number.NaN);
  if (!(Math.abs(now.getTime() / 1_000 - seconds) <= toleranceSeconds)) {
    throw new VerificationError("timestamp is missing or too far from now.");
  }
  if (!isShopDomain(query.get("shop") ?? "")) throw new VerificationError("shop is not a shop's host.");
}

function signedText(query: URLSearchParams): string {
  const signed = [...query].filter(([name]) => name !== "hmac");
  signed.sort(([one], [other]) => (one < other ? -1 : 1));
  return new URLSearchParams(signed).toString().replaceAll("+", "%20");
}
