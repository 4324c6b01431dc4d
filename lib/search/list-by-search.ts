import { z } from "zod";
import type { Tx } from "#db/client.ts";
import { readInTime } from "#db/read-in-time.ts";
import type { Ctx } from "#lib/auth/context.ts";
import { searchInTurn } from "#lib/limits/search-in-turn.ts";
import { decodeCursor, toPage } from "#lib/listing/cursor.ts";
import type { Page } from "#lib/listing/page.ts";

const partSchema = z.enum(["exact", "other"]);

/** Rows whose event has every word that was typed: those whose order number was typed, or all others. */
export type WordSearch = { search: string; part: z.infer<typeof partSchema> };

/** What a page is read of: everything, the row of an id, or one part of what a text finds. */
export type Wanted = { kind: "all" } | { kind: "id"; id: string } | ({ kind: "words" } & WordSearch);

interface SearchedList<Row, Key extends string[], Item> {
  ctx: Ctx;
  filter: { limit: number; cursor?: string | undefined; search?: string | undefined };
  /** What a cursor of the list holds without a search. */
  keyForm: z.ZodType<Key>;
  toKey: (row: Row) => Key;
  toItem: (row: Row) => Item;
  /** Prefixes of the ids that find rows as a whole. */
  idPrefixes: readonly string[];
  /** Reads up to `count` rows that stand behind `after`, in the list's order. */
  read: (tx: Tx, wanted: Wanted, after: Key | null, count: number) => Promise<Row[]>;
}

/**
 * A page of a list with a search: all rows, the row of an id, or what a text finds. Rows that the text names exactly
 * (an order's number) come before all others then; each part keeps the order of the list.
 * @throws {AppError} 422 for a cursor that this list did not give, 429 and 503 as `searchInTurn`
 */
export async function listBySearch<Row, Key extends string[], Item>(
  list: SearchedList<Row, Key, Item>,
): Promise<Page<Item>> {
  const { ctx, filter, keyForm, toKey, toItem } = list;
  const { limit, cursor } = filter;
  const search = filter.search?.trim() || undefined;
  if (search !== undefined && !isId(search, list.idPrefixes)) {
    return searchInTurn(ctx, (tx) => exactFirstPage(list, tx, search));
  }
  const after = decodeCursor(cursor, keyForm);
  const wanted: Wanted = search === undefined ? { kind: "all" } : { kind: "id", id: search };
  const rows = await readInTime((tx) => list.read(tx, wanted, after, limit + 1));
  return toPage(rows, limit, toKey, toItem);
}

async function exactFirstPage<Row, Key extends string[], Item>(
  { filter: { limit, cursor }, keyForm, toKey, toItem, read }: SearchedList<Row, Key, Item>,
  tx: Tx,
  search: string,
): Promise<Page<Item>> {
  const after = decodeCursor(cursor, cursorForm(keyForm));
  const wanted = limit + 1;
  const readPart = (part: WordSearch["part"], count: number) =>
    read(tx, { kind: "words", search, part }, after?.part === part ? after.key : null, count);
  const exact = after?.part === "other" ? [] : await readPart("exact", wanted);
  const left = wanted - exact.length;
  const others = left === 0 ? [] : await readPart("other", left);
  const rows = [
    ...exact.map((row) => ({ part: "exact", row })),
    ...others.map((row) => ({ part: "other", row })),
  ];
  return toPage(
    rows,
    limit,
    ({ part, row }) => [part, ...toKey(row)],
    ({ row }) => toItem(row),
  );
}

function isId(search: string, prefixes: readonly string[]): boolean {
  const prefix = /^([a-z]+)_[A-Za-z0-9_-]+$/.exec(search)?.[1];
  return prefix !== undefined && prefixes.includes(prefix);
}

function cursorForm<Key extends string[]>(keyForm: z.ZodType<Key>) {
  return z
    .tuple([partSchema])
    .rest(z.string())
    .transform(([part, ...key]) => ({ part, key: keyForm.parse(key) }));
}
