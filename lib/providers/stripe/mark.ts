import { z } from "zod";
import type { Call } from "../contract/call.ts";

const markName = "patchbay_key";

/** What stands on anything at Stripe, by whomever. */
export const metadataSchema = z.record(z.string(), z.unknown()).nullish().catch(null);

type Metadata = Readonly<Record<string, unknown>> | null | undefined;

/** What is written on what we make at Stripe, by which it is found again. https://docs.stripe.com/metadata */
export function createMark(call: Call): Record<string, string> {
  return { [markName]: call.idempotencyKey };
}

export function isMarked(call: Call, metadata: Metadata): boolean {
  return markIn(metadata) === call.idempotencyKey;
}

/** https://docs.stripe.com/search#search-query-language; a key has no quotes in it. */
export function markQuery(call: Call): string {
  return `metadata['${markName}']:'${call.idempotencyKey}'`;
}

/** The key under which something was asked for, where it was by us. */
export function markIn(metadata: Metadata): string | null {
  return textIn(metadata, markName);
}

/** The order that something is for. */
export function orderIn(metadata: Metadata): string | null {
  return textIn(metadata, "order_id");
}

function textIn(metadata: Metadata, name: string): string | null {
  const value = metadata && Object.hasOwn(metadata, name) ? metadata[name] : undefined;
  return typeof value === "string" && value !== "" ? value : null;
}
