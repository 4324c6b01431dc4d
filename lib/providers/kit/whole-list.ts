import type { ResourceItem, ResourcePage } from "../contract/resource.ts";
import type { Reading } from "./read-each.ts";

export type ListQuery = { cursor: string | null; limit: number; search?: string | undefined };

/** How many items come before a page whose cursor is their number; what is no number begins at the start. */
export function parseOffset(cursor: string | null): number {
  return cursor !== null && /^\d{1,7}$/.test(cursor) ? Number(cursor) : 0;
}

/** A page of a list that the app sends whole, less what is not searched for. Its cursor is an `parseOffset`. */
export function pageOfWhole({ items, unread }: Reading<ResourceItem>, query: ListQuery): ResourcePage {
  const words = query.search?.toLowerCase().split(/\s+/).filter(Boolean) ?? [];
  const found = items.filter(({ id, label }) => {
    const text = `${label} ${id}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
  const start = parseOffset(query.cursor);
  const end = start + query.limit;
  return {
    items: found.slice(start, end),
    unread: [...unread],
    nextCursor: end < found.length ? String(end) : null,
  };
}
