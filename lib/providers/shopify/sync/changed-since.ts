import type { z } from "zod";
import { hint, hintedNumber, hintedObject } from "../../kit/lenient.ts";

/** https://shopify.dev/docs/api/admin-graphql/2026-10/objects/Count */
export const recordCount = hintedObject({ count: hintedNumber, precision: hint });

/**
 * The filter and order of a sync page. What changes while the pages are read moves to their end, and so is not missed.
 * @param since ISO time, or null for all there is
 */
export function changedSince(since: string | null): { query: string | null; sortKey: "ID" | "UPDATED_AT" } {
  if (since === null) return { query: null, sortKey: "ID" };
  return { query: `updated_at:>='${since}'`, sortKey: "UPDATED_AT" };
}

/** How many there are; undefined where Shopify counts only up to some number. */
export function exactly(count: z.output<typeof recordCount>): number | undefined {
  return count?.precision === "EXACT" ? count.count : undefined;
}
