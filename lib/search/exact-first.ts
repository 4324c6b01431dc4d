import { z } from "zod";
import { decodeCursor, toPage } from "#lib/listing/cursor.ts";
import type { Page } from "#lib/listing/page.ts";

const partSchema = z.enum(["exact", "other"]);
export type SearchPart = z.infer<typeof partSchema>;

interface ExactFirst<Row, Key extends string[], Item> {
  limit: number;
  cursor: string | undefined;
  /** What a cursor of the list holds without a search. */
  keyForm: z.ZodType<Key>;
  keyOf: (row: Row) => Key;
  /** Reads up to `count` rows of one part that stand behind `after`, in the list's order. */
  read: (part: SearchPart, after: Key | null, count: number) => Promise<Row[]>;
  toItem: (row: Row) => Item;
}

/**
 * A page of a search in which rows that the text names exactly (an order's number) come before all others. Each part
 * keeps the order of the list.
 * @throws {AppError} 422 for a cursor that this list did not give
 */
export async function exactFirstPage<Row, Key extends string[], Item>({
  limit,
  cursor,
  keyForm,
  keyOf,
  read,
  toItem,
}: ExactFirst<Row, Key, Item>): Promise<Page<Item>> {
  const after = decodeCursor(cursor, cursorForm(keyForm));
  const wanted = limit + 1;
  const exact = after?.part === "other" ? [] : await read("exact", after?.key ?? null, wanted);
  const left = wanted - exact.length;
  const others = left === 0 ? [] : await read("other", after?.part === "other" ? after.key : null, left);
  const rows = [
    ...exact.map((row) => ({ part: "exact", row })),
    ...others.map((row) => ({ part: "other", row })),
  ];
  return toPage(
    rows,
    limit,
    ({ part, row }) => [part, ...keyOf(row)],
    ({ row }) => toItem(row),
  );
}

function cursorForm<Key extends string[]>(keyForm: z.ZodType<Key>) {
  return z
    .tuple([partSchema])
    .rest(z.string())
    .transform(([part, ...key]) => ({ part, key: keyForm.parse(key) }));
}
