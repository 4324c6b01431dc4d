import { type SQL, sql } from "drizzle-orm";
import { notices } from "#db/schema/notices.ts";
import { everyWordIn } from "#lib/search/every-word-in.ts";
import { codesWith } from "#lib/words/codes-with.ts";
import type { Locale } from "#lib/words/locale.ts";

/**
 * Notices that say each word that was typed: in what they are about, or in the sentence of one of their codes. Which
 * branch of a sentence is read is not looked at.
 */
export function matchesNotice(search: string, locale: Locale): SQL | undefined {
  return everyWordIn(search, [notices.recipient], (word) => {
    const pattern = `%${word.replace(/[\\%_]/g, "\\$&")}%`;
    const codes = codesWith(word, locale).map((code) => code.replace(/_subject$/, ""));
    const known = sql`ARRAY(SELECT json_array_elements_text(${JSON.stringify(codes)}::json))`;
    // A parameter may itself be a message: its code stands in quotes, which a list escapes.
    const isSaid = sql`(said.value ILIKE ${pattern} OR (said.value LIKE '%said:{%' AND EXISTS (
      SELECT 1 FROM unnest(${known}) AS code WHERE replace(said.value, '\\', '') LIKE '%"code":"' || code || '"%')))`;
    return sql`(${notices.code} = ANY(${known})
      OR EXISTS (SELECT 1 FROM json_each_text(${notices.params}) AS said WHERE ${isSaid})
      OR EXISTS (SELECT 1 FROM json_array_elements(${notices.further}) AS about
        WHERE about.value->>'code' = ANY(${known})
          OR EXISTS (SELECT 1 FROM json_each_text(about.value->'params') AS said WHERE ${isSaid})))`;
  });
}
