import type { Connection } from "jsforce/lib/connection.js";
import { z } from "zod";
import type { Call } from "../contract/call.ts";
import { listOfEach } from "../kit/lenient.ts";
import { unreadableAnswer } from "./errors.ts";

/**
 * Asks Salesforce's REST API over jsforce, once: repeating and waiting are the caller's.
 * https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/intro_what_is_rest_api.htm
 * @throws {ProviderError}
 */
export async function askSalesforce<Answer extends z.ZodType>(
  call: Call,
  ask: (connection: Connection) => PromiseLike<unknown>,
  answer: Answer,
): Promise<z.output<Answer>> {
  const { connect } = await import("./connection.ts");
  const read = answer.safeParse(await ask(connect(call)));
  if (!read.success) throw unreadableAnswer(z.prettifyError(read.error).slice(0, 500), read.error);
  return read.data;
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
  const { records } = await askSalesforce(
    call,
    (connection) => connection.request(queryPath(soql)),
    rowsOf(row),
  );
  return records;
}

export function queryPath(soql: string): string {
  return `/query?q=${encodeURIComponent(soql)}`;
}

/** The answer to a query. */
export function rowsOf<Row extends z.ZodType>(row: Row) {
  return z.looseObject({ records: listOfEach(row) });
}
