import { verify, X509Certificate } from "node:crypto";
import { crc32 } from "node:zlib";
import type { InboundRequest, InboundSecrets } from "../../contract/inbound.ts";
import { VerificationError } from "../../contract/provider-error.ts";
import { certificateHosts } from "../auth.ts";

const maxKept = 50;

const signer = /^CN=messageverificationcerts(?:\.[a-z-]+)?\.paypal\.com$/m;

/** By address. A certificate's address never means another certificate. */
const kept = new Map<string, X509Certificate>();

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

/**
 * The certificate that a message says it is signed with. Whoever sends a message chooses the address, so it must be
 * one of PayPal's own, at the host that hands certificates out; that the answer is PayPal's is proved by TLS. Beyond
 * that it must name PayPal's signer and be in force.
 * @throws {VerificationError}
 */
async function fetchCertificate(
  address: string,
  { settings, now, fetchText }: InboundSecrets,
): Promise<X509Certificate> {
  requireOwnAddress(address, certificateHosts(settings));
  const certificate = kept.get(address) ?? (await fetchFresh(address, fetchText));
  if (now < certificate.validFromDate || now > certificate.validToDate) {
    throw new VerificationError("The certificate is not in force.");
  }
  return certificate;
}

async function fetchFresh(address: string, fetchText: InboundSecrets["fetchText"]): Promise<X509Certificate> {
  if (!fetchText) throw new VerificationError("Certificates cannot be fetched here.");
  const certificate = readCertificate(await fetchText(address));
  const [oldest] = kept.keys();
  if (kept.size >= maxKept && oldest !== undefined) kept.delete(oldest);
  kept.set(address, certificate);
  return certificate;
}

function requireOwnAddress(address: string, hosts: readonly string[]): void {
  const url = URL.canParse(address) ? new URL(address) : null;
  const isOwn =
    url !== null &&
    // Nothing but what is checked here: no credentials, port, query or fragment.
    url.href === `https://${url.hostname}${url.pathname}` &&
    hosts.includes(url.hostname) &&
    /^\/v1\/notifications\/certs\/[\w-]{1,200}$/.test(url.pathname);
  if (!isOwn) throw new VerificationError("The certificate is not at an address of PayPal's.");
}

function readCertificate(pem: string): X509Certificate {
  try {
    const certificate = new X509Certificate(pem);
    if (signer.test(certificate.subject)) return certificate;
  } catch (cause) {
    throw new VerificationError("What was fetched is no certificate.", { cause });
  }
  throw new VerificationError("The certificate is not that of PayPal's signer.");
}
