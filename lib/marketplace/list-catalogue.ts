import { defineVerb } from "#lib/auth/verb.ts";
import { invalidInput } from "#lib/errors.ts";
import { say } from "#lib/failures/say.ts";
import { decodeCursor, idCursor, toPage } from "#lib/listing/cursor.ts";
import { pageOf } from "#lib/listing/page.ts";
import { categories } from "../providers/contract/categories.ts";
import { toCatalogueEntryDto } from "./catalogue-dto.ts";
import { type CatalogueEntry, catalogueEntries } from "./catalogue-entries.ts";
import { catalogueEntryDto, listCatalogueInput } from "./schema.ts";

/**
 * The apps of the marketplace, available ones first, then by category and name.
 * @throws {AppError} 422 for a filter or a cursor that does not exist
 */
export const listCatalogue = defineVerb({
  permission: "read",
  input: listCatalogueInput,
  output: pageOf(catalogueEntryDto),
  async run({ input: { limit, cursor, search, category, status } }) {
    const words = (search ?? "").toLowerCase().split(/\s+/).filter(Boolean);
    const found = entriesBehind(cursor).filter(
      (entry) =>
        (category === undefined || entry.category === category) &&
        (status === undefined || entry.status === status) &&
        mentions(entry, words),
    );
    const page = toPage(
      found,
      limit,
      ({ id }) => [id],
      (entry) => entry,
    );
    return { data: await Promise.all(page.data.map(toCatalogueEntryDto)), nextCursor: page.nextCursor };
  },
});

function entriesBehind(cursor: string | undefined): CatalogueEntry[] {
  const entries = catalogueEntries();
  const [lastId] = decodeCursor(cursor, idCursor) ?? [];
  if (lastId === undefined) return entries;
  const index = entries.findIndex(({ id }) => id === lastId);
  if (index === -1) throw invalidInput([{ path: "cursor", message: say("field_no_cursor") }]);
  return entries.slice(index + 1);
}

function mentions({ name, summary, category }: CatalogueEntry, words: readonly string[]): boolean {
  const text = `${name} ${summary} ${categories[category]}`.toLowerCase();
  return words.every((word) => text.includes(word));
}
