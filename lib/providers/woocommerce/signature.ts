import { createHmac, timingSafeEqual } from "node:crypto";
import type { InboundRequest, InboundSecrets } from "../contract/inbound.ts";
import { VerificationError } from "../contract/provider-error.ts";

/**
 * `X-WC-Webhook-Signature`: base64 of the HMAC-SHA-256 of the very bytes. It says no time, so a repetition is known by
 * its delivery id alone. The ping that WooCommerce sends when a webhook is made carries no signature and says nothing
 * but the webhook's number: it passes, and nothing follows from it.
 * https://woocommerce.github.io/woocommerce-rest-api-docs/#delivery-payload
 */
export function verifySignature(request: InboundRequest, { credentials }: InboundSecrets): void {
  const given = request.headers["x-wc-webhook-signature"];
  if (given === undefined && isPing(request)) return;
  const secret = credentials.webhookSecret;
  if (!secret) throw new VerificationError("There is no secret for this integration's webhooks.");
  if (!given) throw new VerificationError("The message carries no signature.");
  const expected = createHmac("sha256", secret).update(request.body).digest();
  const signature = Buffer.from(given, "base64");
  if (signature.length !== expected.length || !timingSafeEqual(signature, expected)) {
    throw new VerificationError("The signature is another one.");
  }
}

/** `webhook_id=12`, as a form. */
export function isPing({ headers, body }: InboundRequest): boolean {
  if (headers["x-wc-webhook-topic"] !== undefined || body.length > 50) return false;
  return /^webhook_id=\d+$/.test(new TextDecoder().decode(body));
}
