import { ProviderError } from "../contract/provider-error.ts";
import type { ResourceItem, ResourcePage } from "../contract/resource.ts";
import type { Reading } from "../kit/read-each.ts";
import { tell } from "./words.ts";

/** A page of a list that Salesforce sends as a whole: what a search finds, from a place on. */
export function sliceOf(
  { items, unread }: Reading<ResourceItem>,
  query: { cursor: string | null; limit: number; search?: string | undefined },
): ResourcePage {
  const start = query.cursor === null ? 0 : Number(query.cursor);
  if (!Number.isSafeInteger(start) || start < 0) {
    const message = tell("place_in_list_not_known");
    throw new ProviderError({ kind: "invalid_input", message });
  }
  const words = query.search?.toLowerCase().split(/\s+/).filter(Boolean) ?? [];
  const found = items.filter(({ id, label }) => {
    const text = `${id} ${label}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
  const end = start + query.limit;
  return {
    items: found.slice(start, end),
    unread: [...unread],
    nextCursor: end < found.length ? String(end) : null,
  };
}
