import { createHmac, timingSafeEqual } from "node:crypto";
import { lookUp } from "#lib/look-up.ts";
import type { InboundRequest, InboundSecrets } from "../contract/inbound.ts";
import { VerificationError } from "../contract/provider-error.ts";

const windowMs = 5 * 60_000;

/** What HubSpot signs plainly, though it stands percent-encoded in the address; all else is signed as it stands. */
const decoded: Readonly<Record<string, string>> = {
  "%3A": ":",
  "%2F": "/",
  "%3F": "?",
  "%40": "@",
  "%21": "!",
  "%24": "$",
  "%27": "'",
  "%28": "(",
  "%29": ")",
  "%2A": "*",
  "%2C": ",",
  "%3B": ";",
};

/**
 * Signature v3: base64 of the HMAC-SHA256 of method, address, body and timestamp with the client secret.
 * https://developers.hubspot.com/docs/apps/developer-platform/build-apps/authentication/request-validation
 * @throws {VerificationError} where the message is not HubSpot's, or not of these five minutes
 */
export function verifySignature(
  { method, url, headers, body }: InboundRequest,
  { app, now }: InboundSecrets,
): void {
  if (!app) throw new VerificationError("There is no client secret to check with.");
  const timestamp = headers["x-hubspot-request-timestamp"] ?? "";
  if (!/^\d{1,15}$/.test(timestamp)) throw new VerificationError("The timestamp is missing.");
  if (Math.abs(now.getTime() - Number(timestamp)) > windowMs) {
    throw new VerificationError("The message is not of these five minutes.");
  }
  const digest = createHmac("sha256", app.clientSecret)
    .update(`${method}${signedForm(url)}`)
    .update(body)
    .update(timestamp)
    .digest("base64");
  const expected = Buffer.from(digest);
  const given = Buffer.from(headers["x-hubspot-signature-v3"] ?? "");
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) {
    throw new VerificationError("The signature is wrong.");
  }
}

function signedForm(url: string): string {
  return url.replaceAll(/%[0-9A-F]{2}/gi, (code) => lookUp(decoded, code.toUpperCase()) ?? code);
}
