import type { z } from "zod";
import { hint, hintedNumber, hintedObject } from "../../kit/lenient.ts";

/** https://shopify.dev/docs/api/admin-graphql/2026-10/objects/Count */
export const recordCount = hintedObject({ count: hintedNumber, precision: hint });

/** How many there are; undefined where Shopify counts only up to some number. */
export function exactly(given: z.output<typeof recordCount>): number | undefined {
  return given?.precision === "EXACT" ? given.count : undefined;
}
