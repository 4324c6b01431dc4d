import { X509Certificate } from "node:crypto";
import type { InboundSecrets } from "../../contract/inbound.ts";
import { VerificationError } from "../../contract/provider-error.ts";
import { certificateHosts } from "../mode.ts";

const maxKept = 50;
const signer = /^CN=messageverificationcerts(?:\.[a-z-]+)?\.paypal\.com$/m;

/** By address. A certificate's address never means another certificate. */
const kept = new Map<string, X509Certificate>();

/**
 * The certificate that a message says it is signed with. Whoever sends a message chooses the address, so it must be
 * one of PayPal's own, at the host that hands certificates out; that the answer is PayPal's is proved by TLS. Beyond
 * that it must name PayPal's signer and be in force.
 * @throws {VerificationError}
 */
export async function fetchCertificate(
  address: string,
  { settings, now, fetchText }: InboundSecrets,
): Promise<X509Certificate> {
  requireOwnAddress(address, certificateHosts(settings));
  const certificate = kept.get(address) ?? (await fetchAnew(address, fetchText));
  if (now < certificate.validFromDate || now > certificate.validToDate) {
    throw new VerificationError("The certificate is not in force.");
  }
  return certificate;
}

async function fetchAnew(address: string, fetchText: InboundSecrets["fetchText"]): Promise<X509Certificate> {
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
