import type { ResourceItem, ResourcePage } from "../../contract/resource.ts";
import type { Reading } from "../../kit/read-each.ts";

/** A page of what HubSpot sends whole; the cursor is the place of its first item. */
export function pageOf(
  { items, unread }: Reading<ResourceItem>,
  query: { cursor: string | null; limit: number; search?: string | undefined },
): ResourcePage {
  const wanted = query.search?.trim().toLowerCase() ?? "";
  const found = items.filter(({ id, label }) => `${label} ${id}`.toLowerCase().includes(wanted));
  const start = /^\d{1,6}$/.test(query.cursor ?? "") ? Number(query.cursor) : 0;
  const end = start + query.limit;
  return {
    items: found.slice(start, end),
    unread: [...unread],
    nextCursor: end < found.length ? String(end) : null,
  };
}
