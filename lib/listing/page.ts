import { z } from "zod";
import { shortText } from "#lib/text-schema.ts";

/** Query fields of every list. */
export const pageInput = {
  limit: z.coerce.number().int().min(1).max(100).default(25).describe("Rows a page, at most 100"),
  cursor: shortText(1_000).optional().describe("nextCursor of the page before"),
};

export function pageOf<Item extends z.ZodType>(item: Item) {
  return z.object({ data: z.array(item), nextCursor: z.string().nullable() });
}

export type Page<Item> = { data: Item[]; nextCursor: string | null };
