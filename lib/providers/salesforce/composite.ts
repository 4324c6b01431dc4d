import { z } from "zod";
import type { Call } from "../contract/call.ts";
import type { ProviderError } from "../contract/provider-error.ts";
import { listOfReadable, text, whole } from "../kit/lenient.ts";
import { apiPath } from "./api-version.ts";
import { askSalesforce } from "./client.ts";
import { explainRefusal, unreadableAnswer } from "./errors.ts";

export type Subrequest = {
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
    throw unreadableAnswer(`composite: no answer to ${subrequests[index]?.referenceId}`);
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
  const { compositeResponse } = await askSalesforce(
    call,
    (connection) => connection.requestPost("/composite", body),
    answer,
  );
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
  return explainRefusal({ status: httpStatusCode, json: body });
}

function wasRolledBack({ body }: Part): boolean {
  return z.tuple([z.looseObject({ errorCode: z.literal("PROCESSING_HALTED") })]).safeParse(body).success;
}
