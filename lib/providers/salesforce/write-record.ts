import { z } from "zod";
import type { Call } from "../contract/call.ts";
import { askSalesforce } from "./client.ts";
import type { Subrequest } from "./composite.ts";

export type RecordToWrite = {
  object: string;
  /** By API name; undefined ones are left out. */
  values: Readonly<Record<string, unknown>>;
  /** null: the record is created whatever there is. */
  externalId: { field: string; value: string } | null;
  headers?: Readonly<Record<string, string>>;
};

/** The answer to a record that was created or upserted; `created` is there with the latter. */
export const saved = z.looseObject({
  id: z.string().min(15),
  success: z.literal(true),
  created: z.boolean().optional(),
});
export type Saved = z.infer<typeof saved>;

/**
 * Creates a record, or upserts it by an External ID field.
 * https://developer.salesforce.com/docs/platform/api-rest/guide/dome-upsert.html
 * @throws {ProviderError}
 */
export function writeRecord(call: Call, record: RecordToWrite): Promise<Saved> {
  const { method, path, body } = writeRequest(record);
  const headers = { "content-type": "application/json", ...record.headers };
  return askSalesforce(
    call,
    (connection) => connection.request({ method, url: path, body: JSON.stringify(body), headers }),
    saved,
  );
}

/** The same as one of several requests that are sent together. */
export function writeSubrequest(referenceId: string, record: RecordToWrite): Subrequest {
  return { referenceId, ...writeRequest(record), headers: record.headers };
}

/** The value of the External ID stands in the address, and must not stand in the body as well. */
function writeRequest({ object, values, externalId }: RecordToWrite) {
  const path = `/sobjects/${object}`;
  if (externalId === null) return { method: "POST" as const, path, body: values };
  const { field, value } = externalId;
  return { method: "PATCH" as const, path: `${path}/${field}/${encodeURIComponent(value)}`, body: values };
}
