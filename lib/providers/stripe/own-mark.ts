import { z } from "zod";
import type { Call } from "../contract/call.ts";

const name = "patchbay_key";

/** What is written on what we make at Stripe, by which it is found again. https://docs.stripe.com/metadata */
export function markOf(call: Call): Record<string, string> {
  return { [name]: call.idempotencyKey };
}

/** What stands on anything at Stripe, by whomever. */
export const metadataSchema = z.record(z.string(), z.unknown()).nullish().catch(null);

export function isMarked(
  call: Call,
  metadata: Readonly<Record<string, unknown>> | null | undefined,
): boolean {
  return metadata?.[name] === call.idempotencyKey;
}

/** https://docs.stripe.com/search#search-query-language; a key has no quotes in it. */
export function markQuery(call: Call): string {
  return `metadata['${name}']:'${call.idempotencyKey}'`;
}
