import { createHmac, timingSafeEqual } from "node:crypto";

type Signed = {
  /** As it came; nothing is no signature. */
  signature: string | null | undefined;
  encoding: "hex" | "base64";
  secret: string;
  /** What was signed, one part after the other: the bytes as they came, never a text that was made of them. */
  parts: readonly (string | Uint8Array)[];
};

/**
 * Whether a signature is the HMAC-SHA256 of some bytes by a secret (RFC 2104). It is compared in constant time as
 * bytes, and must be written as the encoding writes it (RFC 4648 §4 and §8; hex in small letters).
 */
export function isHmac({ signature, encoding, secret, parts }: Signed): boolean {
  const hmac = createHmac("sha256", secret);
  for (const part of parts) hmac.update(part);
  const expected = hmac.digest();
  const received = Buffer.from(signature ?? "", encoding);
  if (received.toString(encoding) !== signature) return false;
  return received.length === expected.length && timingSafeEqual(received, expected);
}
