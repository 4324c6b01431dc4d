import { z } from "zod";
import type { Call } from "../contract/call.ts";
import { hintedNumber, listOf } from "../kit/lenient.ts";
import { type KnownBy, type Reading, readEach } from "../kit/read-each.ts";
import { askMailchimp } from "./client.ts";
import { unreadable } from "./failures.ts";

type ListRequest<Item> = {
  path: string;
  what: string;
  /** Under which the answer has the items: `lists`. */
  name: string;
  read: (record: unknown) => Item;
  known: KnownBy;
  /** Of an item, by their names at Mailchimp. */
  fields: readonly string[];
  /** How many come before this page, as text; null for the first one. */
  cursor: string | null;
  limit: number;
  query?: Readonly<Record<string, string | undefined>>;
};

type ListPage<Item> = Reading<Item> & { nextCursor: string | null; total: number };

/**
 * A page of a collection, with no more of its items than is used:
 * https://mailchimp.com/developer/marketing/docs/methods-parameters/#pagination
 */
export async function listPage<Item>(
  call: Call,
  { path, what, name, read, known, fields, cursor, limit, query }: ListRequest<Item>,
): Promise<ListPage<Item>> {
  const count = Math.min(limit, 1_000);
  const offset = cursor && /^\d{1,7}$/.test(cursor) ? Number(cursor) : 0;
  const answer = await askMailchimp(
    call,
    {
      method: "GET",
      path,
      what,
      query: {
        ...query,
        count: String(count),
        offset: String(offset),
        fields: [...fields.map((field) => `${name}.${field}`), "total_items"].join(","),
      },
    },
    z.looseObject({ total_items: hintedNumber }),
  );
  const records = listOf(answer[name]);
  if (!records) throw unreadable(`GET ${path}: ${name} is no list`);
  const end = offset + records.length;
  const { total_items: total } = answer;
  const hasMore = records.length > 0 && (total === undefined ? records.length === count : end < total);
  return {
    ...readEach(records, known, read),
    nextCursor: hasMore ? String(end) : null,
    total: total !== undefined && Number.isSafeInteger(total) ? total : end,
  };
}
