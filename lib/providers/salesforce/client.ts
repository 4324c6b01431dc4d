import { z } from "zod";
import { lookUp } from "#lib/look-up.ts";
import type { Call } from "../contract/call.ts";
import { listOfEach } from "../kit/lenient.ts";
import type { SalesforceRequest } from "./connection.ts";
import { unreadable } from "./errors.ts";

/**
 * Asks Salesforce's REST API over jsforce, once: repeating and waiting are the caller's.
 * https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/intro_what_is_rest_api.htm
 * @throws {ProviderError}
 */
export async function ask<Answer extends z.ZodType>(
  call: Call,
  request: SalesforceRequest,
  answer: Answer,
): Promise<z.output<Answer>> {
  const { sendByJsforce } = await import("./connection.ts");
  return readAnswer(await sendByJsforce(call, request), answer);
}

/** @throws {ProviderError} where it is not in the form of `answer` */
export function readAnswer<Answer extends z.ZodType>(reply: unknown, answer: Answer): z.output<Answer> {
  const read = answer.safeParse(reply);
  if (read.success) return read.data;
  throw unreadable(z.prettifyError(read.error).slice(0, 500), read.error);
}

/**
 * Runs a query whose LIMIT keeps it within one answer.
 * https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/resources_query.htm
 * @param soql texts within it are quoted by `quoted`
 */
export async function query<Row extends z.ZodType>(
  call: Call,
  soql: string,
  row: Row,
): Promise<z.output<Row>[]> {
  return (await ask(call, { method: "GET", path: queryPath(soql) }, rowsOf(row))).records;
}

export function queryPath(soql: string): string {
  return `/query?q=${encodeURIComponent(soql)}`;
}

/** The answer to a query. */
export function rowsOf<Row extends z.ZodType>(row: Row) {
  return z.looseObject({ records: listOfEach(row) });
}

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
