import { z } from "zod";
import { quoted } from "./client.ts";

const label = "Patchbay reference: ";

/** How many of the newest records are looked through for the reference. */
const searchedRecords = 200;

export const referenceRow = z.looseObject({ Id: z.string().min(15), Description: z.string().nullish() });
type ReferenceRow = z.infer<typeof referenceRow>;

/** A description with the reference on its last line. */
export function withReference(description: string | undefined, key: string): string {
  return [description, `${label}${key}`].filter(Boolean).join("\n\n");
}

/**
 * The query for a record that an earlier try may have made. Salesforce has no idempotency keys. Where the org has a
 * field for the key, it is asked for by that. Otherwise the key stands in the description, which as a long text cannot
 * stand in a condition: so the newest records are read that agree in something else.
 * https://developer.salesforce.com/docs/atlas.en-us.soql_sosl.meta/soql_sosl/sforce_api_calls_soql_select_conditionexpression.htm
 * @param options.where what the record was made with, for where there is no field for the key
 */
export function referenceQuery(options: {
  object: string;
  /** Further fields to read. */
  also?: readonly string[];
  keyField: string | null;
  key: string;
  where: string;
}): string {
  const { object, also = [], keyField, key, where } = options;
  const fields = ["Id", "Description", ...also].join(", ");
  return keyField === null
    ? `SELECT ${fields} FROM ${object} WHERE ${where} ORDER BY CreatedDate DESC LIMIT ${searchedRecords}`
    : `SELECT ${fields} FROM ${object} WHERE ${keyField} = ${quoted(key)} LIMIT 1`;
}

/** The one among the rows that `referenceQuery` found; null = there is none. */
export function findReferenced<Row extends ReferenceRow>(
  rows: readonly Row[],
  keyField: string | null,
  key: string,
): Row | null {
  const bearsReference = ({ Description: text }: Row) =>
    (text ?? "").split(/\r?\n/).some((line) => line.trim() === `${label}${key}`);
  return rows.find((row) => keyField !== null || bearsReference(row)) ?? null;
}
