import { z } from "zod";
import type { Call } from "../call.ts";
import { askStoreForPage } from "./client.ts";

type ListRequest<Item extends z.ZodType> = {
  path: "orders" | "products";
  schema: Item;
  fields: string;
  /** The number of the page, as text; null for the first. */
  cursor: string | null;
  limit: number;
  query?: Readonly<Record<string, string | undefined>>;
};

/** One page of a list, and the number of the next one. */
export async function listPage<Item extends z.ZodType>(
  call: Call,
  { path, schema, fields, cursor, limit, query }: ListRequest<Item>,
): Promise<{ items: z.output<Item>[]; nextCursor: string | null; total: number | undefined }> {
  const page = cursor && /^[1-9]\d{0,6}$/.test(cursor) ? Number(cursor) : 1;
  const perPage = Math.min(limit, 100);
  const answer = await askStoreForPage(
    call,
    {
      method: "GET",
      path,
      query: { ...query, page: String(page), per_page: String(perPage), _fields: fields },
    },
    z.array(schema),
  );
  const items = answer.data;
  const hasMore = answer.totalPages === null ? items.length === perPage : page < answer.totalPages;
  return { items, nextCursor: hasMore ? String(page + 1) : null, total: answer.total ?? undefined };
}
