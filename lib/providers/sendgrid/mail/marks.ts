import { createHash } from "node:crypto";

export const keyArgument = "patchbay_key";

const groups = 32;

/**
 * What marks an e-mail as sent for one idempotency key. The key itself is a custom argument, which comes back with the
 * e-mail's log but cannot be searched for. Categories can, and are made for few broad topics (a free plan keeps
 * statistics of 100 a day): so each key falls into one of 32.
 * https://www.twilio.com/docs/sendgrid/for-developers/sending-email/categories
 */
export function marksOf(idempotencyKey: string): { category: string; customArgs: Record<string, string> } {
  const [first = 0] = createHash("sha256").update(idempotencyKey).digest();
  const group = String(first % groups).padStart(2, "0");
  return { category: `patchbay-${group}`, customArgs: { [keyArgument]: idempotencyKey } };
}
