import type { ProviderReply } from "../call.ts";
import { ProviderError } from "../provider-error.ts";
import { badPropertiesOf, describeBadProperty } from "./bad-properties.ts";
import { failure, unreadable } from "./failures.ts";
import { detailOf, neededScopes, type Problem, readProblem } from "./problem.ts";
import { rateLimited, waitAsked } from "./rate-limits.ts";
import { isScopeAskedFor } from "./scopes.ts";

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
    return failure("unavailable", "HubSpot has a fault of its own. Try again in a few minutes.", detail);
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
      return failure("not_found", `HubSpot does not have this ${what}, or not any more.`, detail);
    case 409:
      return failure("conflict", `HubSpot has a ${what} like this already.`, detail);
    case 423:
      return failure("unavailable", `HubSpot is busy with this ${what}. Try again in a minute.`, detail);
    default:
      return failure("unavailable", "HubSpot refused for a reason that Patchbay does not know.", detail);
  }
}

export function accessEnded(detail: string): ProviderError {
  const message =
    "HubSpot no longer accepts this connection: Patchbay was removed there, or the access has ended. Connect HubSpot again.";
  return failure("auth", message, detail);
}

/** For a 401 with a token of which HubSpot says itself that it is good. */
export function unclearRefusal(detail: string): ProviderError {
  const message =
    "HubSpot turned this call away without saying why, though the connection is good. Try again later.";
  return failure("unavailable", message, detail);
}

function scopeMissing(problem: Problem, detail: string): ProviderError {
  const missingScope = neededScopes(problem).find(isScopeAskedFor);
  return new ProviderError({
    kind: "scope_missing",
    message:
      "Patchbay lacks a permission in your HubSpot account. Connect HubSpot again and allow all of them.",
    missingScope,
    detail: missingScope ? `${detail} (needed: ${missingScope})` : detail,
  });
}

function forbidden(problem: Problem | null, detail: string): ProviderError {
  if (problem && neededScopes(problem).length > 0) return scopeMissing(problem, detail);
  const message =
    "The HubSpot user who connected Patchbay may not do this, or your HubSpot plan does not include it. Have a super admin connect HubSpot again.";
  return failure("scope_missing", message, detail);
}

function invalidInput(problem: Problem | null, what: string, detail: string): ProviderError {
  const bad = problem ? badPropertiesOf(problem) : [];
  const described = [...new Set(bad.map(describeBadProperty))].slice(0, 3).join(", and ");
  const message = described
    ? `HubSpot ${described}. Correct it and try again.`
    : `HubSpot did not accept this ${what}. Look whether your HubSpot requires more fields for it.`;
  return failure("invalid_input", message, detail);
}

/** HTTP 477: HubSpot moves an account to another of its data centres, which takes up to a day. */
function movingHouse(reply: ProviderReply, detail: string): ProviderError {
  return new ProviderError({
    kind: "rate_limited",
    message: "HubSpot is moving your account to another data centre. We wait and go on by ourselves.",
    retryAfterMs: waitAsked(reply) ?? 60 * 60_000,
    detail,
  });
}
