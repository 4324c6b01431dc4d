import { inArray, isNull, notInArray, or, type SQL, sql } from "drizzle-orm";
import { events } from "#db/schema/events.ts";
import type { WordSearch } from "#lib/search/list-by-search.ts";
import { toSearchForm, typedWords, wordForms } from "#lib/search/words.ts";

/** Ids of destinations whose name has a word: such a delivery has the word, whatever its event holds. */
export type Named = (word: string) => readonly string[];

/**
 * Rows whose event has every word of what a person typed, as a condition over `events`.
 * @param sentTo the column of the destination, of rows that are found by its name too
 */
export function matchesSearch({ search, part }: WordSearch, sentTo?: { column: SQL; named: Named }): SQL {
  const words = typedWords(search);
  if (words.length === 0) return sql`false`;
  const everyWord = words.map((word) => {
    const ways = waysToHave(word);
    const ids = sentTo?.named(word) ?? [];
    if (sentTo && ids.length > 0) ways.push(inArray(sentTo.column, [...ids]));
    return sql`(${or(...ways)})`;
  });
  const references = referencesIn(search);
  const isOfPart =
    part === "exact"
      ? inArray(events.reference, references)
      : or(isNull(events.reference), notInArray(events.reference, references));
  return sql.join([...everyWord, sql`${isOfPart}`], sql` AND `);
}

/** Events that have a word, over `events`. */
export function eventHasWord(word: string): SQL {
  return sql`(${or(...waysToHave(word))})`;
}

/** Where each row is read, `LIKE` takes twice as long. */
function waysToHave(word: string): SQL[] {
  return wordForms(word).map((form) => sql`strpos(${events.searchText}, ${form}) > 0`);
}

/** Order numbers that the words may name: each of them, or several that belong together ("A 1042"). */
export function referencesIn(search: string): string[] {
  const forms = typedWords(search).map(toSearchForm);
  return [...new Set([...forms, forms.join(" "), forms.slice(1).join(" ")])].filter((form) => form !== "");
}
