import { verify } from "node:crypto";
import { crc32 } from "node:zlib";
import type { InboundRequest, InboundSecrets } from "../../contract/inbound.ts";
import { VerificationError } from "../../contract/provider-error.ts";
import { fetchCertificate } from "./certificates.ts";

/** PayPal tries for three days to hand a message over. */
export const maxAgeSeconds = (3 * 24 + 1) * 60 * 60;
const maxAheadMs = 5 * 60_000;

/**
 * RSA with SHA-256 over the transmission's id and time, the id of our webhook and the CRC-32 of the very bytes. The id
 * of the webhook is what ties a message to this integration: PayPal signs for everyone with the same certificate.
 * https://developer.paypal.com/api/rest/webhooks/rest/#link-selfverificationmethod
 */
export async function verifySignature(request: InboundRequest, secrets: InboundSecrets): Promise<void> {
  const { webhookId } = secrets.settings;
  if (!webhookId) throw new VerificationError("There is no webhook for this integration.");
  const read = (name: string) => {
    const value = request.headers[`paypal-${name}`];
    if (!value) throw new VerificationError(`The message carries no ${name}.`);
    return value;
  };
  if (read("auth-algo") !== "SHA256withRSA") throw new VerificationError("The algorithm is another one.");
  const sentAt = read("transmission-time");
  const signed = [read("transmission-id"), sentAt, webhookId, String(crc32(request.body))].join("|");
  const signature = Buffer.from(read("transmission-sig"), "base64");
  const { publicKey } = await fetchCertificate(read("cert-url"), secrets);
  if (publicKey.asymmetricKeyType !== "rsa")
    throw new VerificationError("The certificate is of another kind.");
  if (!verify("sha256", Buffer.from(signed), publicKey, signature)) {
    throw new VerificationError("The signature is another one.");
  }
  const ageMs = secrets.now.getTime() - Date.parse(sentAt);
  // A time that is none is neither older nor younger than anything.
  if (!(ageMs <= maxAgeSeconds * 1_000 && ageMs >= -maxAheadMs)) {
    throw new VerificationError("The message is too old, or from the future.");
  }
}
