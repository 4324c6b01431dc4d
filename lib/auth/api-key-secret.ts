import { createHash, randomBytes } from "node:crypto";

const prefixLength = 12;

/** A new API key: `pb_` and 192 random bits. */
export function newApiKey(): string {
  return `pb_${randomBytes(24).toString("base64url")}`;
}

/** What is stored of a key. It is random and long, so a fast hash is safe. */
export function hashApiKey(key: string): string {
  return createHash("sha256").update(key).digest("hex");
}

/** The part of a key that is shown afterwards, to tell keys apart. */
export function apiKeyPrefix(key: string): string {
  return key.slice(0, Math.min(prefixLength, Math.floor(key.length / 2)));
}
