import { z } from "zod";
import type { Call } from "../contract/call.ts";
import type { ProviderError } from "../contract/provider-error.ts";
import { listOfReadable, text, whole } from "../kit/lenient.ts";
import { ask } from "./client.ts";
import { toProviderError, unreadable } from "./errors.ts";
import { apiPath } from "./hosts.ts";

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
  return ask(call, { method, path, json: body, headers: record.headers }, saved);
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

type Subrequest = {
  /** Letters, digits, underscores; later ones write `@{<it>.id}` for what this one made. */
  referenceId: string;
  method: "GET" | "POST" | "PATCH";
  /** Below the version: `/sobjects/Lead`. */
  path: string;
  body?: object;
  headers?: Readonly<Record<string, string>> | undefined;
};

const answer = z.looseObject({
  compositeResponse: listOfReadable(
    z.looseObject({ body: z.unknown(), httpStatusCode: whole, referenceId: text }),
  ),
});
type Part = z.infer<typeof answer>["compositeResponse"][number];

/**
 * Sends up to 25 requests as one, of which five may be queries. All of them happen, or none.
 * https://developer.salesforce.com/docs/platform/api-rest/guide/resources-composite-composite-post.html
 * @returns their answers in the same order
 * @throws {ProviderError} for the one that was refused
 */
export async function sendTogether(call: Call, subrequests: readonly Subrequest[]): Promise<unknown[]> {
  const parts = (await send(call, subrequests, true)).map((part, index) => {
    if (part) return part;
    throw unreadable(`composite: no answer to ${subrequests[index]?.referenceId}`);
  });
  const refused = parts.filter(isRefused);
  const cause = refused.find((part) => !wasRolledBack(part)) ?? refused[0];
  if (cause) throw explainPart(cause);
  return parts.map(({ body }) => body);
}

/**
 * The same for requests that do not depend on one another.
 * @returns the answer or the refusal of each, in the same order; an answer that is none is undefined
 */
export async function sendEach(
  call: Call,
  subrequests: readonly Subrequest[],
): Promise<({ body: unknown } | { refusal: ProviderError })[]> {
  const parts = await send(call, subrequests, false);
  return parts.map((part) =>
    part && isRefused(part) ? { refusal: explainPart(part) } : { body: part?.body },
  );
}

/** Salesforce reads `@{name.field}` as a reference wherever it stands, in what a guest typed too. */
export function withoutReferences(text: string): string {
  return text.replaceAll("@{", "@ {");
}

async function send(
  call: Call,
  subrequests: readonly Subrequest[],
  allOrNone: boolean,
): Promise<(Part | undefined)[]> {
  const body = { allOrNone, compositeRequest: subrequests.map(toWire) };
  const request = { method: "POST", path: "/composite", json: body } as const;
  const { compositeResponse } = await ask(call, request, answer);
  return subrequests.map(({ referenceId }) =>
    compositeResponse.find((part) => part.referenceId === referenceId),
  );
}

function toWire({ referenceId, method, path, body, headers }: Subrequest) {
  return { referenceId, method, url: `${apiPath}${path}`, body, httpHeaders: headers };
}

function isRefused({ httpStatusCode }: Part): boolean {
  return httpStatusCode >= 300;
}

function explainPart({ httpStatusCode, body }: Part): ProviderError {
  return toProviderError({ status: httpStatusCode, json: body });
}

function wasRolledBack({ body }: Part): boolean {
  return z.tuple([z.looseObject({ errorCode: z.literal("PROCESSING_HALTED") })]).safeParse(body).success;
}
