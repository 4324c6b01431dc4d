import { z } from "zod";
import { lookUp } from "#lib/look-up.ts";
import { boundedWaitMs } from "#lib/retry-after.ts";
import type { ProviderReply } from "../contract/call.ts";
import { numbered } from "../contract/clauses.ts";
import { ProviderError } from "../contract/provider-error.ts";
import { createFailures, failure } from "../kit/failures.ts";
import { isScopeAskedFor } from "./auth.ts";
import { tell } from "./words.ts";

export const { unreadable, fault, rateLimited, unknownRefusal } = createFailures("HubSpot");

/** Of documented lists, HubSpot sends some as a single text. */
const texts = z.union([z.array(z.string()), z.string().transform((text) => [text])]);
const context = z.record(z.string(), texts.catch([])).catch({});

/**
 * The body of a refusal: https://developers.hubspot.com/docs/api-reference/error-handling and the schema `Error` of
 * HubSpot's OpenAPI descriptions. Only the message is in all of them.
 */
const problemSchema = z.looseObject({
  message: z.string(),
  category: z.string().optional().catch(undefined),
  subCategory: z.string().optional().catch(undefined),
  correlationId: z.string().optional().catch(undefined),
  policyName: z.string().optional().catch(undefined),
  context: context.optional(),
  errors: z
    .array(
      z.looseObject({
        message: z.string().catch(""),
        code: z.string().optional().catch(undefined),
        context: context.optional(),
      }),
    )
    .optional()
    .catch(undefined),
});
type Problem = z.infer<typeof problemSchema>;

/** @returns null where the body is not HubSpot's: a page of a gateway */
export function readProblem({ json }: ProviderReply): Problem | null {
  return problemSchema.safeParse(json).data ?? null;
}

/** For the log: HubSpot's own words. */
export function formatDetail(
  { category, subCategory, message, correlationId }: Problem,
  status: number,
): string {
  const names = [`HTTP ${status}`, category, subCategory].filter(Boolean).join(" ");
  return `${names}: ${message}${correlationId ? ` (correlationId ${correlationId})` : ""}`;
}

/** The categories of a 401 that a new access token heals. */
const endedAccess = new Set(["EXPIRED_AUTHENTICATION", "INVALID_AUTHENTICATION"]);

/**
 * Whether a 401 leaves open what it is about: "Unauthorized (401) requests are not a valid indicator that a new access
 * token must be retrieved" (https://developers.hubspot.com/apps/api_guidelines).
 */
export function isUnclearUnauthorised(reply: ProviderReply): boolean {
  const category = readProblem(reply)?.category ?? "";
  return reply.status === 401 && !endedAccess.has(category) && category !== "MISSING_SCOPES";
}

/**
 * What an answer other than 2xx means: https://developers.hubspot.com/docs/api-reference/error-handling
 * @param what was asked for, in plain words: "contact"
 */
export function toProviderError(reply: ProviderReply, what: string): ProviderError {
  const { status } = reply;
  const problem = readProblem(reply);
  const detail = problem ? formatDetail(problem, status) : `HTTP ${status} without an error of HubSpot's`;
  if (status === 429) return tooManyRequests(reply, problem, detail);
  // HubSpot moves an account to another of its data centres, which takes up to a day.
  if (status === 477) {
    const message = tell("moving_account_another_data_centre");
    return rateLimited(reply, detail, { message, usualMs: hourMs });
  }
  if (problem?.category === "MISSING_SCOPES") return scopeMissing(problem, detail);
  if (status >= 500) return fault(detail);
  switch (status) {
    case 400:
    case 413:
    case 414:
    case 422:
      return invalidInput(problem, what, detail);
    case 401:
      return accessEnded(detail);
    case 403:
      return forbidden(problem, detail);
    case 404:
      if (!problem) return unreadable(detail);
      return failure("not_found", tell("does_not_have_not_any", { what }), detail);
    case 409:
      return failure("conflict", tell("has_like_already", { what }), detail);
    case 423:
      return failure("unavailable", tell("busy", { what }), detail);
    default:
      return unknownRefusal(detail);
  }
}

export function accessEnded(detail: string): ProviderError {
  return failure("auth", tell("no_longer_accepts_connection"), detail);
}

/** For a 401 with a token of which HubSpot says itself that it is good. */
export function unclearRefusal(detail: string): ProviderError {
  return failure("unavailable", tell("turned_call_away_without_saying"), detail);
}

function scopeMissing(problem: Problem, detail: string): ProviderError {
  const missingScope = neededScopes(problem).find(isScopeAskedFor);
  return new ProviderError({
    kind: "scope_missing",
    message: tell("lacks_permission_in_account"),
    missingScope,
    detail: missingScope ? `${detail} (needed: ${missingScope})` : detail,
  });
}

/** The scopes that would have been needed, any one of them; empty where HubSpot does not name them. */
function neededScopes(problem: Problem): string[] {
  const contexts = [problem.context, ...(problem.errors ?? []).map((error) => error.context)];
  const named = contexts.flatMap((entry) => [
    ...(entry?.requiredGranularScopes ?? []),
    ...(entry?.missingScopes ?? []),
    ...(entry?.requiredScopes ?? []),
  ]);
  const inMessage = /\(requires one of \[([^\]]*)\]\)/.exec(problem.message)?.[1] ?? "";
  return [...named, ...inMessage.split(",").map((scope) => scope.trim())].filter(Boolean);
}

function forbidden(problem: Problem | null, detail: string): ProviderError {
  if (problem && neededScopes(problem).length > 0) return scopeMissing(problem, detail);
  return failure("scope_missing", tell("user_who_connected_may_not"), detail);
}

/** The day ends at midnight in the account's own time zone; an hour from now is soon enough to look again. */
const hourMs = 60 * 60_000;
const rollingWaitMs = 10_000;

/**
 * HTTP 429: which limit was met stands in `policyName`, and its window in a header.
 * https://developers.hubspot.com/docs/developer-tooling/platform/usage-guidelines
 */
function tooManyRequests(reply: ProviderReply, problem: Problem | null, detail: string): ProviderError {
  const policy = problem?.policyName?.toUpperCase();
  const isDaily = policy === "DAILY" || /daily limit/i.test(problem?.message ?? "");
  const message = isDaily ? tell("account_has_used_up_requests") : tell("wants_fewer_requests_moment");
  const usualMs = isDaily ? hourMs : readWindow(reply, policy);
  return rateLimited(reply, policy ? `${detail} (${policy})` : detail, { message, usualMs });
}

function readWindow({ headers }: ProviderReply, policy: string | undefined): number {
  const interval = headers["x-hubspot-ratelimit-interval-milliseconds"];
  if (interval && /^[1-9]\d{0,8}$/.test(interval)) return boundedWaitMs(Number(interval));
  return policy === "SECONDLY" ? 1_000 : rollingWaitMs;
}

function invalidInput(problem: Problem | null, what: string, detail: string): ProviderError {
  const bad = problem ? readBadProperties(problem) : [];
  const told = [
    ...new Map(bad.map((one) => [one.name, { field: one.name, problem: toProblemName(one) }])).values(),
  ];
  const message = told.length > 0 ? tell("fields_refused", numbered(told)) : tell("did_not_accept", { what });
  return failure("invalid_input", message, detail);
}

/** A property whose value HubSpot refused. */
type BadProperty = { name: string; code: string };

const inMessage = z.array(z.looseObject({ name: z.string(), error: z.string().optional() }));

/**
 * Which properties a VALIDATION_ERROR is about. HubSpot names them in `errors`, and as JSON within the message:
 * https://developers.hubspot.com/changelog/upcoming-property-validations-rules-will-be-enforced-for-apis-and-integrations
 */
function readBadProperties({ message, errors = [] }: Problem): BadProperty[] {
  const listed = errors.flatMap(({ code = "", context }) => {
    const names = [...(context?.propertyName ?? []), ...(context?.propertyNames ?? [])];
    return names.map((name) => ({ name, code }));
  });
  if (listed.length > 0) return listed;
  const written = inMessage.safeParse(parseJson(/\[.*\]/s.exec(message)?.[0])).data ?? [];
  return written.map(({ name, error = "" }) => ({ name, code: error }));
}

const problems: Readonly<Record<string, string>> = {
  PROPERTY_DOESNT_EXIST: "unknown",
  READ_ONLY_VALUE: "read_only",
  INVALID_OPTION: "option",
  INVALID_EMAIL: "email",
  CONFLICTING_UNIQUE_VALUE: "taken",
};

/** What is wrong with a property. */
function toProblemName({ code }: BadProperty): string {
  return lookUp(problems, code) ?? (code.includes("REQUIRED") ? "required" : "refused");
}

function parseJson(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? "");
  } catch {
    return null;
  }
}
