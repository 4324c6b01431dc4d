import { say } from "../contract/app-words.ts";
import type { ProviderReply } from "../contract/call.ts";
import { numbered } from "../contract/clauses.ts";
import { ProviderError } from "../contract/provider-error.ts";
import { badPropertiesOf, problemOf } from "./bad-properties.ts";
import { failure, unreadable } from "./failures.ts";
import { detailOf, neededScopes, type Problem, readProblem } from "./problem.ts";
import { rateLimited, waitAsked } from "./rate-limits.ts";
import { isScopeAskedFor } from "./scopes.ts";
import { tell } from "./words.ts";

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
export function refusalOf(reply: ProviderReply, what: string): ProviderError {
  const { status } = reply;
  const problem = readProblem(reply);
  const detail = problem ? detailOf(problem, status) : `HTTP ${status} without an error of HubSpot's`;
  if (status === 429) return rateLimited(reply, problem, detail);
  if (status === 477) return movingHouse(reply, detail);
  if (problem?.category === "MISSING_SCOPES") return scopeMissing(problem, detail);
  if (status >= 500) {
    return failure("unavailable", say("app_fault", { app: "HubSpot" }), detail);
  }
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
      return failure("unavailable", say("app_unknown_refusal", { app: "HubSpot" }), detail);
  }
}

export function accessEnded(detail: string): ProviderError {
  const message = tell("no_longer_accepts_connection");
  return failure("auth", message, detail);
}

/** For a 401 with a token of which HubSpot says itself that it is good. */
export function unclearRefusal(detail: string): ProviderError {
  const message = tell("turned_call_away_without_saying");
  return failure("unavailable", message, detail);
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

function forbidden(problem: Problem | null, detail: string): ProviderError {
  if (problem && neededScopes(problem).length > 0) return scopeMissing(problem, detail);
  const message = tell("user_who_connected_may_not");
  return failure("scope_missing", message, detail);
}

function invalidInput(problem: Problem | null, what: string, detail: string): ProviderError {
  const bad = problem ? badPropertiesOf(problem) : [];
  const told = [
    ...new Map(bad.map((one) => [one.name, { field: one.name, problem: problemOf(one) }])).values(),
  ];
  const message = told.length > 0 ? tell("fields_refused", numbered(told)) : tell("did_not_accept", { what });
  return failure("invalid_input", message, detail);
}

/** HTTP 477: HubSpot moves an account to another of its data centres, which takes up to a day. */
function movingHouse(reply: ProviderReply, detail: string): ProviderError {
  return new ProviderError({
    kind: "rate_limited",
    message: tell("moving_account_another_data_centre"),
    retryAfterMs: waitAsked(reply) ?? 60 * 60_000,
    detail,
  });
}
