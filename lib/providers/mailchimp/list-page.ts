import { z } from "zod";
import type { Call } from "../call.ts";
import { askMailchimp } from "./client.ts";
import { unreadable } from "./failures.ts";

type ListRequest<Item extends z.ZodType> = {
  path: string;
  what: string;
  /** Under which the answer has the items: `lists`. */
  name: string;
  schema: Item;
  /** Of an item, by their names at Mailchimp. */
  fields: readonly string[];
  /** How many come before this page, as text; null for the first one. */
  cursor: string | null;
  limit: number;
  query?: Readonly<Record<string, string | undefined>>;
};

type ListPage<Item> = { items: Item[]; nextCursor: string | null; total: number };

/**
 * A page of a collection, with no more of its items than is used:
 * https://mailchimp.com/developer/marketing/docs/methods-parameters/#pagination
 */
export async function listPage<Item extends z.ZodType>(
  call: Call,
  { path, what, name, schema, fields, cursor, limit, query }: ListRequest<Item>,
): Promise<ListPage<z.output<Item>>> {
  const offset = cursor && /^\d{1,7}$/.test(cursor) ? Number(cursor) : 0;
  const answer = await askMailchimp(
    call,
    {
      method: "GET",
      path,
      what,
      query: {
        ...query,
        count: String(Math.min(limit, 1_000)),
        offset: String(offset),
        fields: [...fields.map((field) => `${name}.${field}`), "total_items"].join(","),
      },
    },
    z.looseObject({ total_items: z.int().nonnegative() }),
  );
  const read = z.array(schema).safeParse(answer[name]);
  if (!read.success) throw unreadable(`GET ${path}: ${z.prettifyError(read.error)}`);
  const end = offset + read.data.length;
  const hasMore = read.data.length > 0 && end < answer.total_items;
  return { items: read.data, nextCursor: hasMore ? String(end) : null, total: answer.total_items };
}
