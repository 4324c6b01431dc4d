import { lookUp } from "#lib/look-up.ts";

const escapes: Readonly<Record<string, string>> = {
  "\\": "\\\\",
  "'": "\\'",
  "\n": "\\n",
  "\r": "\\r",
  "\t": "\\t",
  "\f": "\\f",
  "\b": "\\b",
};

/**
 * A text as a literal of SOQL, taken as it is. jsforce's own query builder leaves backslashes alone, so that a text
 * that ends in one could run on into the query; it is not used.
 * https://developer.salesforce.com/docs/atlas.en-us.soql_sosl.meta/soql_sosl/sforce_api_calls_soql_select_quotedstringescapes.htm
 */
export function quoted(text: string): string {
  return `'${[...text].map((character) => lookUp(escapes, character) ?? character).join("")}'`;
}
