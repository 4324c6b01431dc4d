import { z } from "zod";
import type { SandboxReply } from "../../../sandbox-kit/contract.ts";
import { ApiFault } from "../answers.ts";
import { basePath, type Org, takeBack } from "../org.ts";
import { answerRest } from "./answer.ts";

const requestSchema = z.strictObject({
  allOrNone: z.boolean().default(false),
  collateSubrequests: z.boolean().optional(),
  compositeRequest: z
    .array(
      z.strictObject({
        method: z.enum(["GET", "POST", "PATCH", "PUT", "DELETE"]),
        url: z.string(),
        referenceId: z.string().regex(/^\w+$/),
        body: z.unknown().optional(),
        httpHeaders: z.record(z.string(), z.string()).optional(),
      }),
    )
    .min(1),
});
type Subrequest = z.infer<typeof requestSchema>["compositeRequest"][number];

const most = { subrequests: 25, queries: 5 };
const halted = {
  message: "The transaction was rolled back since another operation in the same transaction failed.",
  errorCode: "PROCESSING_HALTED",
};

/** Whether a body asks for anything but looks. */
export function changesSomething(body: unknown): boolean {
  const read = requestSchema.safeParse(body);
  return !read.success || read.data.compositeRequest.some(({ method }) => method !== "GET");
}

/** https://developer.salesforce.com/docs/platform/api-rest/guide/resources-composite-composite-post.html */
export async function answerComposite(org: Org, body: unknown): Promise<SandboxReply> {
  const read = requestSchema.safeParse(body);
  if (!read.success) {
    return new ApiFault(400, "JSON_PARSER_ERROR", z.prettifyError(read.error)).reply;
  }
  const { compositeRequest: subrequests, allOrNone } = read.data;
  const problem = findProblem(subrequests);
  if (problem) return new ApiFault(400, "INVALID_INPUT", problem).reply;
  const replies = new Map<string, SandboxReply>();
  for (const subrequest of subrequests) {
    const reply = await answerSubrequest(org, subrequest, replies);
    replies.set(subrequest.referenceId, reply);
    if (reply.status < 400 || !allOrNone) continue;
    await takeBack(org);
    return { status: 200, json: { compositeResponse: haltedParts(subrequests, subrequest, reply) } };
  }
  const parts = [...replies].map(([referenceId, reply]) => toPart(referenceId, reply));
  return { status: 200, json: { compositeResponse: parts } };
}

function findProblem(subrequests: readonly Subrequest[]): string | null {
  const queries = subrequests.filter(({ url }) => url.startsWith(`${basePath}/query`));
  const ids = subrequests.map(({ referenceId }) => referenceId);
  if (subrequests.length > most.subrequests)
    return `No more than ${most.subrequests} subrequests are allowed.`;
  if (queries.length > most.queries) return `No more than ${most.queries} query operations are allowed.`;
  if (new Set(ids).size < ids.length) return "Duplicate ReferenceId provided. ReferenceIds must be unique.";
  return null;
}

async function answerSubrequest(
  org: Org,
  subrequest: Subrequest,
  replies: ReadonlyMap<string, SandboxReply>,
): Promise<SandboxReply> {
  const url = resolveReferences(subrequest.url, replies);
  const body = resolveReferences(subrequest.body, replies);
  if ("fault" in url) return url.fault.reply;
  if ("fault" in body) return body.fault.reply;
  const address = new URL(String(url.value), "https://org.example");
  const path = decodeURIComponent(address.pathname);
  const headers = Object.entries(subrequest.httpHeaders ?? {}).map(([name, value]) => [
    name.toLowerCase(),
    value,
  ]);
  return answerRest(org, {
    method: subrequest.method,
    path: path.startsWith(basePath) ? path.slice(basePath.length) : "/unknown",
    query: address.searchParams,
    body: body.value,
    headers: Object.fromEntries(headers),
  });
}

function haltedParts(subrequests: readonly Subrequest[], failed: Subrequest, reply: SandboxReply) {
  return subrequests.map(({ referenceId }) =>
    referenceId === failed.referenceId
      ? toPart(referenceId, reply)
      : toPart(referenceId, { status: 400, json: [halted] }),
  );
}

/** https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/resources_composite_subrequest_result.htm */
function toPart(referenceId: string, { status, headers, json }: SandboxReply) {
  const httpHeaders = headers?.location === undefined ? {} : { Location: headers.location };
  return { body: json ?? null, httpHeaders, httpStatusCode: status, referenceId };
}

type Resolved = { value: unknown } | { fault: ApiFault };

/** Whatever stands in one is taken for a path, be it meant so or not. */
const reference = /@\{([^}]*)\}/g;

/**
 * Puts what earlier subrequests answered in the place of `@{account.id}`, in every text of an address or body.
 * https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/resources_composite_composite_post.htm
 */
function resolveReferences(value: unknown, replies: ReadonlyMap<string, SandboxReply>): Resolved {
  try {
    return { value: resolve(value, replies) };
  } catch (error) {
    if (error instanceof ApiFault) return { fault: error };
    throw error;
  }
}

function resolve(value: unknown, replies: ReadonlyMap<string, SandboxReply>): unknown {
  if (typeof value === "string") {
    return value.replace(reference, (_whole, path: string) => lookUp(path, replies));
  }
  if (Array.isArray(value)) return value.map((item) => resolve(item, replies));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, resolve(item, replies)]));
}

function lookUp(path: string, replies: ReadonlyMap<string, SandboxReply>): string {
  const [name = "", field = ""] = path.split(".");
  const body = z.record(z.string(), z.unknown()).safeParse(replies.get(name)?.json);
  const found = body.success ? body.data[field] : undefined;
  if (typeof found === "string") return found;
  const message = `Invalid reference specified. No value for ${path} found in ${name}`;
  throw new ApiFault(400, "PROCESSING_HALTED", message);
}
