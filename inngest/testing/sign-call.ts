import { createHmac } from "node:crypto";
import canonicalize from "canonicalize";

/**
 * The headers and body of a call that an Inngest server signs: HMAC-SHA256 over the body (RFC 8785) and the time in
 * seconds, with the signing key without its prefix.
 */
export function signCall(
  body: unknown,
  signingKey: string,
): { headers: Record<string, string>; body: string } {
  const text = canonicalize(body) ?? "";
  const seconds = Math.floor(Date.now() / 1_000).toString();
  const key = signingKey.replace(/^signkey-\w+-/, "");
  const signature = createHmac("sha256", key).update(text).update(seconds).digest("hex");
  return {
    headers: {
      "content-type": "application/json",
      "x-inngest-signature": `t=${seconds}&s=${signature}`,
    },
    body: text,
  };
}
