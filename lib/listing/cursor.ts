import { z } from "zod";
import { invalidInput } from "#lib/errors.ts";
import { say } from "#lib/failures/say.ts";
import { parseInput } from "#lib/parse.ts";
import { shortText } from "#lib/text-schema.ts";
import type { Page } from "./page.ts";

/** Where a page ended, for the caller an opaque text. */
export function encodeCursor(parts: readonly string[]): string {
  return Buffer.from(JSON.stringify(parts)).toString("base64url");
}

/** The cursor of a list that is sorted by id. */
export const idCursor = z.tuple([shortText(200).regex(/^[\w:-]{1,128}$/)]);

/**
 * @param form what this list's cursors hold
 * @throws {AppError} 422 for a cursor that this list did not give
 */
export function decodeCursor<Form extends z.ZodType>(
  cursor: string | undefined,
  form: Form,
): z.output<Form> | null {
  if (cursor === undefined) return null;
  try {
    return parseInput(form, JSON.parse(Buffer.from(cursor, "base64url").toString()));
  } catch {
    throw invalidInput([{ path: "cursor", message: say("field_no_cursor") }]);
  }
}

/**
 * Makes a page of rows that were read with one more than the limit, to learn whether there are further ones.
 * @param toKey the parts of the cursor that point behind a row
 */
export function toPage<Row, Item>(
  rows: readonly Row[],
  limit: number,
  toKey: (row: Row) => string[],
  toItem: (row: Row) => Item,
): Page<Item> {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const hasMore = rows.length > limit && last !== undefined;
  return { data: shown.map(toItem), nextCursor: hasMore ? encodeCursor(toKey(last)) : null };
}
