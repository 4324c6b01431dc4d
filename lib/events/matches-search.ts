import { inArray, isNull, notInArray, or, type SQL, sql } from "drizzle-orm";
import { events } from "#db/schema/events.ts";
import type { SearchPart } from "#lib/search/list-by-search.ts";
import { toSearchForm, typedWords, wordPatterns } from "#lib/search/words.ts";

/**
 * Rows whose event has every word of what a person typed, as a condition over `events`.
 * @param part "exact" are the rows whose order number was typed, "other" all others
 * @param alternative another way for a row to have a word: the name of its destination
 */
export function matchesSearch(
  search: string,
  part: SearchPart,
  alternative?: (word: string) => SQL | undefined,
): SQL {
  const words = typedWords(search);
  if (words.length === 0) return sql`false`;
  const everyWord = words.map((word) => {
    const isInEvent = wordPatterns(word).map((pattern) => sql`${events.searchText} LIKE ${pattern}`);
    return sql`(${or(...isInEvent, alternative?.(word))})`;
  });
  const references = referencesIn(words);
  const isOfPart =
    part === "exact"
      ? inArray(events.reference, references)
      : or(isNull(events.reference), notInArray(events.reference, references));
  return sql.join([...everyWord, sql`${isOfPart}`], sql` AND `);
}

/** Order numbers that the words may name: each of them, or several that belong together ("A 1042"). */
function referencesIn(words: readonly string[]): string[] {
  const forms = words.map(toSearchForm);
  return [...new Set([...forms, forms.join(" "), forms.slice(1).join(" ")])].filter((form) => form !== "");
}
