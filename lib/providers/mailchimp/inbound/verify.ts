import { createHash, timingSafeEqual } from "node:crypto";
import type { InboundRequest, InboundSecrets } from "../../contract/inbound.ts";
import { VerificationError } from "../../contract/provider-error.ts";
import { keyOf } from "./secret-address.ts";

/**
 * Mailchimp's own advice is a secret in the address, which is all that proves a message:
 * https://mailchimp.com/developer/marketing/guides/sync-audience-data-webhooks/#secure-your-webhooks. That goes for the
 * GET as well with which it tries the address before it keeps it.
 */
export function verify({ url }: InboundRequest, { credentials }: Pick<InboundSecrets, "credentials">): void {
  const expected = credentials.webhookSecret;
  if (!expected) throw new VerificationError("There is no secret to check with.");
  const given = keyOf(url);
  if (given === null) throw new VerificationError("The address has no key.");
  if (!isSame(given, expected)) throw new VerificationError("The key is wrong.");
}

function isSame(one: string, other: string): boolean {
  const digest = (text: string) => createHash("sha256").update(text).digest();
  return timingSafeEqual(digest(one), digest(other));
}
