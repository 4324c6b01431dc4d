import { createHmac, timingSafeEqual } from "node:crypto";
import type { InboundRequest, InboundSecrets } from "#lib/providers/contract/inbound.ts";
import { VerificationError } from "#lib/providers/contract/provider-error.ts";
import { isShopDomain } from "../shop-domain.ts";

/**
 * `X-Shopify-Hmac-Sha256` is the base64 HMAC-SHA256 of the body's bytes by the client secret. It covers no time: a
 * repetition is known by `X-Shopify-Webhook-Id`. The query of a callback, which a browser shows, is signed alike: it is
 * told apart by its form.
 * https://shopify.dev/docs/apps/build/webhooks/subscribe/https
 * @throws {VerificationError}
 */
export function verifyWebhook({ headers, body }: InboundRequest, { app }: Pick<InboundSecrets, "app">): void {
  if (app === null) throw new VerificationError("This installation has no app at Shopify.");
  const given = Buffer.from(headers["x-shopify-hmac-sha256"] ?? "", "base64");
  const expected = createHmac("sha256", app.clientSecret).update(body).digest();
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) {
    throw new VerificationError("The signature is missing or wrong.");
  }
  // A callback's query is signed with the same secret in the same way, and never begins like JSON.
  if (!/^\s*[{[]/.test(new TextDecoder().decode(body.subarray(0, 100)))) {
    throw new VerificationError("What is signed is no webhook.");
  }
  if (!isShopDomain(headers["x-shopify-shop-domain"] ?? "")) {
    throw new VerificationError("The shop's host is missing or no shop's.");
  }
}
