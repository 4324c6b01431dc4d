import type { Call } from "../contract/call.ts";
import { list } from "../kit/lenient.ts";
import { type KnownBy, type Reading, readEach } from "../kit/read-each.ts";
import { askStoreForPage } from "./client.ts";

type ListRequest<Item> = {
  path: "orders" | "products";
  read: (record: unknown) => Item;
  known: KnownBy;
  fields: string;
  /** The number of the page, as text; null for the first. */
  cursor: string | null;
  limit: number;
  query?: Readonly<Record<string, string | undefined>>;
};

type ListPage<Item> = Reading<Item> & { nextCursor: string | null; total: number | undefined };

/** One page of a list, and the number of the next one. What cannot be read on a page does not end it. */
export async function listPage<Item>(
  call: Call,
  { path, read, known, fields, cursor, limit, query }: ListRequest<Item>,
): Promise<ListPage<Item>> {
  const page = cursor && /^[1-9]\d{0,6}$/.test(cursor) ? Number(cursor) : 1;
  const perPage = Math.min(limit, 100);
  const { data, total, totalPages } = await askStoreForPage(
    call,
    {
      method: "GET",
      path,
      query: { ...query, page: String(page), per_page: String(perPage), _fields: fields },
    },
    list,
  );
  const hasMore = totalPages === null ? data.length === perPage : page < totalPages;
  return {
    ...readEach(data, known, read),
    nextCursor: hasMore ? String(page + 1) : null,
    total: total ?? undefined,
  };
}
