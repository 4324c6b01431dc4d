import { type SQL, sql } from "drizzle-orm";

/** A list of texts as one parameter, so that a statement is the same for each length: `id = ANY(${textArray(ids)})`. */
export function textArray(texts: readonly string[]): SQL {
  return sql`${`{${texts.map((text) => JSON.stringify(text)).join(",")}}`}::text[]`;
}
