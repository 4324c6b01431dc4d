import { type SQL, sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import type { Day } from "#lib/history/days.ts";
import type { WordQuery } from "#lib/search/word-query.ts";

/** What of a question is frequent on a day, and how many events have all of it, if all of it is frequent. */
export type FrequentWords = { words: ReadonlySet<string>; meetings: number };

/** What is known of a merchant's frequent words on past days; a day that is missing is asked as it is. */
export async function findFrequentWords(
  tx: Tx,
  merchantId: string,
  query: WordQuery,
  days: readonly Day[],
): Promise<Map<Day, FrequentWords>> {
  // What is alone is asked for, however frequent.
  if (days.length === 0 || query.isEmpty || query.isSingle) return new Map();
  const parts = query.keys;
  const words = [...new Set(parts.flat(3))];
  const rowsOf = (key: string) => sql.raw(`word_${words.indexOf(key)}`);
  const rows = await tx.execute<{ day: Day; words: string[]; meetings: number }>(sql`
    SELECT day::text, words, coalesce(bit_count(${all(parts.map((part) => any(part.map(waysRows))))}), 0)::int AS meetings
    FROM (
      SELECT day, json_agg(word) AS words, ${sql.join(
        words.map((word) => sql`bit_or(events) FILTER (WHERE word = ${word}) AS ${rowsOf(word)}`),
        sql`, `,
      )}
      FROM frequent_words WHERE merchant_id = ${merchantId} AND day IN ${days} AND word IN ${words} GROUP BY day
    ) known`);
  return new Map(rows.map(({ day, words, meetings }) => [day, { words: new Set(words), meetings }]));

  /** Null where one of what the way needs is not frequent. */
  function waysRows(way: readonly (readonly string[])[]): SQL {
    return all(
      way.map((keys) =>
        keys.length === 0 ? sql`NULL::bit varying` : sql`coalesce(${sql.join(keys.map(rowsOf), sql`, `)})`,
      ),
    );
  }
}

function all(rows: readonly SQL[]): SQL {
  return sql.join([...rows], sql` & `);
}

/** Of those that are known; null = none is. */
function any(ways: readonly SQL[]): SQL {
  const values = ways.map((way) => sql`(${way})`);
  return sql`(SELECT bit_or(rows) FROM (VALUES ${sql.join(values, sql`, `)}) AS ways (rows))`;
}
