import { unlessDatabaseIsAway } from "#db/away.ts";
import { authorise, type Ctx } from "#lib/auth/context.ts";
import { AppError, invalidInput } from "#lib/errors.ts";
import { maxEventsPerRequest } from "#lib/events/schema.ts";
import { say } from "#lib/failures/say.ts";
import { newId } from "#lib/ids.ts";
import { logger } from "#lib/logger.ts";
import { formatPath, unstorableParts } from "#lib/parse.ts";
import type { Locale } from "#lib/words/locale.ts";
import { authenticate } from "./authenticate.ts";
import type { Endpoint } from "./endpoint.ts";
import { fileResponse } from "./file-response.ts";
import { runOnce } from "./idempotency.ts";
import { toProblem } from "./problem.ts";
import { countBytes, countRequest, requireBudget, writeInBudget } from "./rate-limit.ts";
import { readJsonBody } from "./read-body.ts";
import { runVerb } from "./run-verb.ts";

const defaultMaxBodyBytes = 256 * 1024;

type RouteContext = { params: Promise<Record<string, string | string[] | undefined>> };
export type RouteHandler = (request: Request, context: RouteContext) => Promise<Response>;

/** The Next route handler of an endpoint: authenticate, read, run the verb, map errors to problems. */
export function handle(endpoint: Endpoint): RouteHandler {
  return async (request, context) => {
    const requestId = newId("req");
    const startedAt = performance.now();
    const asked = { endpoint, request, context, requestId };
    let locale: Locale | undefined;
    const answered = answer(asked, (ctx) => {
      ({ locale } = ctx);
    });
    const response = await unlessDatabaseIsAway(answered).catch((error: unknown) =>
      toProblem(error, requestId, locale),
    );
    const ms = Math.round(performance.now() - startedAt);
    logger.debug(
      { requestId, method: endpoint.method, path: endpoint.path, status: response.status, ms },
      "request",
    );
    return response;
  };
}

type Method = Endpoint["method"] | "PUT";

/** The handlers of a route: one for each endpoint, and a problem for every other method. */
export function routeHandlers(...endpoints: readonly Endpoint[]): Record<Method, RouteHandler> {
  const allowed = endpoints.map((endpoint) => endpoint.method).join(", ");
  const createHandler = (method: Method): RouteHandler => {
    const endpoint = endpoints.find((candidate) => candidate.method === method);
    return endpoint ? handle(endpoint) : async () => refuseMethod(allowed);
  };
  return {
    GET: createHandler("GET"),
    POST: createHandler("POST"),
    PUT: createHandler("PUT"),
    PATCH: createHandler("PATCH"),
    DELETE: createHandler("DELETE"),
  };
}

function refuseMethod(allowed: string): Response {
  const error = allowed
    ? new AppError({
        status: 405,
        code: "method_not_allowed",
        said: say("problem_method_not_allowed", { methods: allowed }),
      })
    : new AppError({ status: 404, code: "not_found", said: say("problem_no_such_address") });
  const problem = toProblem(error, newId("req"));
  if (allowed) problem.headers.set("allow", allowed);
  return problem;
}

type Asked = { endpoint: Endpoint; request: Request; context: RouteContext; requestId: string };

async function answer(
  { endpoint, request, context, requestId }: Asked,
  onKnown: (ctx: Ctx) => void,
): Promise<Response> {
  const ctx = await authenticate(request, requestId);
  onKnown(ctx);
  await countRequest(ctx);
  // The verb asks too; here it keeps an answer saved under an Idempotency-Key from those who may not ask for it.
  authorise(ctx, endpoint.verb.permission);
  const body = await readInput(endpoint, request, ctx);
  const query = Object.fromEntries(new URL(request.url).searchParams);
  const outer = { ...query, ...(await context.params) };
  const input = mergeInput(endpoint, outer, body);
  const idempotencyKey = request.headers.get("idempotency-key") ?? undefined;
  if (endpoint.file) {
    const content = await runVerb(endpoint.verb, { ctx, input });
    return fileResponse(content, { ...endpoint.file, requestId });
  }
  const { verb } = endpoint;
  const ask = async () => ({
    status: endpoint.status,
    body: JSON.stringify(await runVerb(verb, { ctx, input, idempotencyKey })),
  });
  // Of an answer that is given again, nothing is counted.
  const run = endpoint.takesEvents ? () => writeInBudget(ctx, countEvents(body), ask) : ask;
  const isPlain = idempotencyKey === undefined || endpoint.method !== "POST" || endpoint.keepsKeys;
  if (isPlain) return toResponse(await run(), requestId);
  const unstorable = [...unstorableParts(outer), ...unstorableParts(body)];
  if (unstorable.length > 0) throw invalidInput(unstorable);
  const { method, path } = endpoint;
  const once = await runOnce(ctx, idempotencyKey, { method, path, outer, body }, run);
  return toResponse(once, requestId, once.isReplay ? { "idempotency-replayed": "true" } : {});
}

async function readInput(endpoint: Endpoint, request: Request, ctx: Ctx): Promise<unknown> {
  if (endpoint.method === "GET" || endpoint.method === "DELETE") return undefined;
  await requireBudget(ctx, endpoint.takesEvents ? "events" : "request");
  return readJsonBody(request, endpoint.maxBodyBytes ?? defaultMaxBodyBytes, (length) =>
    countBytes(ctx, length),
  );
}

/** A list that is longer than may be is refused as a whole, and not dearer than the longest. */
function countEvents(body: unknown): number {
  return Array.isArray(body) ? Math.min(Math.max(1, body.length), maxEventsPerRequest) : 1;
}

/** @throws {AppError} 422 where the body says again what the path or the query says, or has no place for it */
function mergeInput(endpoint: Endpoint, outer: Record<string, unknown>, body: unknown): unknown {
  if (endpoint.bodyField) return { ...outer, [endpoint.bodyField]: body };
  if (body === undefined) return outer;
  const names = Object.keys(outer);
  if (names.length === 0 || typeof body !== "object" || body === null) return body;
  if (Array.isArray(body)) {
    throw invalidInput(names.map((name) => ({ path: formatPath([name]), message: say("field_not_known") })));
  }
  const twice = names.find((name) => Object.hasOwn(body, name));
  if (twice) throw invalidInput([{ path: twice, message: say("field_twice") }]);
  return { ...body, ...outer };
}

function toResponse(answer: { status: number; body: string }, requestId: string, headers = {}): Response {
  return new Response(answer.body, {
    status: answer.status,
    headers: {
      "content-type": "application/json",
      "cache-control": "no-store",
      "x-request-id": requestId,
      ...headers,
    },
  });
}
