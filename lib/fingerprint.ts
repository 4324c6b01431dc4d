import { createHash } from "node:crypto";
import canonicalize from "canonicalize";

/**
 * SHA-256 in hex of a value as canonical JSON (RFC 8785): the same for the same content, in whichever order its names
 * stand and however its numbers are written.
 * @throws for what is not plain data: a number past the range, half a character
 */
export function createFingerprint(value: unknown): string {
  return createHash("sha256")
    .update(canonicalize(value) ?? "")
    .digest("hex");
}
