import { createPublicKey, type KeyObject, verify } from "node:crypto";
import type { InboundRequest, InboundSecrets } from "../../contract/inbound.ts";
import { VerificationError } from "../../contract/provider-error.ts";

/** SendGrid tries for 24 hours to hand its reports over. */
export const maxAgeSeconds = 25 * 60 * 60;
const maxAheadMs = 5 * 60_000;

/**
 * `X-Twilio-Email-Event-Webhook-Signature`: ECDSA over P-256 with SHA-256, in DER and base64, of the timestamp's text
 * followed by the very bytes. The public key is the webhook's own, kept in the settings since it was set up.
 * https://www.twilio.com/docs/sendgrid/for-developers/tracking-events/getting-started-event-webhook-security-features
 */
export function verifySignature(request: InboundRequest, { settings, now }: InboundSecrets): void {
  const signature = request.headers["x-twilio-email-event-webhook-signature"];
  const timestamp = request.headers["x-twilio-email-event-webhook-timestamp"];
  if (!signature || !timestamp) throw new VerificationError("The message carries no signature.");
  const key = readPublicKey(settings.webhookPublicKey);
  const signed = Buffer.concat([Buffer.from(timestamp), request.body]);
  const isGenuine = verify("sha256", signed, { key, dsaEncoding: "der" }, Buffer.from(signature, "base64"));
  if (!isGenuine) throw new VerificationError("The signature is another one.");
  if (!/^\d{1,12}$/.test(timestamp)) throw new VerificationError("The time is not in seconds.");
  const ageMs = now.getTime() - Number(timestamp) * 1_000;
  if (ageMs > maxAgeSeconds * 1_000 || ageMs < -maxAheadMs) {
    throw new VerificationError("The message is too old, or from the future.");
  }
}

/** Base64 of the DER form (RFC 5280, SubjectPublicKeyInfo), as SendGrid shows it. */
function readPublicKey(text: string | undefined): KeyObject {
  if (!text) throw new VerificationError("There is no public key for this integration's webhook.");
  try {
    const key = createPublicKey({ key: Buffer.from(text, "base64"), format: "der", type: "spki" });
    if (key.asymmetricKeyDetails?.namedCurve === "prime256v1") return key;
  } catch (cause) {
    throw new VerificationError("The public key that is kept is none.", { cause });
  }
  throw new VerificationError("The public key that is kept is of another kind.");
}
