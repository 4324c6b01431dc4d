import { Refused } from "../../sandbox-kit/api.ts";
import type { SandboxRefusal, SandboxReply, SandboxRequest } from "../../sandbox-kit/contract.ts";

/** How the REST API refuses: https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/errorcodes.htm */
export class ApiFault extends Refused {
  constructor(status: number, errorCode: string, message: string, fields?: readonly string[]) {
    super({ status, json: [{ message, errorCode, ...(fields ? { fields } : {}) }] });
  }
}

export function notFound(message = "The requested resource does not exist"): ApiFault {
  return new ApiFault(404, "NOT_FOUND", message);
}

export function invalidField(message: string): ApiFault {
  return new ApiFault(400, "INVALID_FIELD", message);
}

const tokenPath = "/services/oauth2/token";

/**
 * How Salesforce words a refusal. It documents no `Retry-After`; here it carries the time that was chosen on the fault
 * panel. https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/errorcodes.htm
 */
export function refuse(refusal: SandboxRefusal, request: SandboxRequest): SandboxReply {
  if (request.url.pathname === tokenPath) return refuseToken(refusal, request);
  switch (refusal.kind) {
    case "no_credential":
    case "unknown_credential":
    case "expired_credential":
    case "revoked_credential":
      return sessionExpired();
    case "missing_scope":
      return new ApiFault(401, "INVALID_SESSION_ID", "This session is not valid for use with the REST API")
        .reply;
    case "forbidden":
      return new ApiFault(403, "INSUFFICIENT_ACCESS", "insufficient access rights on object id").reply;
    case "rate_limited": {
      const fault = new ApiFault(
        403,
        "REQUEST_LIMIT_EXCEEDED",
        "ConcurrentRequests (Concurrent API Requests) Limit exceeded.",
      );
      return { ...fault.reply, headers: { "retry-after": String(refusal.retryAfterSeconds) } };
    }
    case "not_understood":
      return new ApiFault(400, "JSON_PARSER_ERROR", "The request body could not be read.").reply;
    case "server_error":
      return new ApiFault(
        500,
        "UNKNOWN_EXCEPTION",
        "An unexpected error occurred. Please include this ErrorId if you contact support: 1405-7 (1130)",
      ).reply;
    case "unknown_route":
      return notFound().reply;
  }
}

export function sessionExpired(): SandboxReply {
  return new ApiFault(401, "INVALID_SESSION_ID", "Session expired or invalid").reply;
}

/** https://help.salesforce.com/s/articleView?id=xcloud.remoteaccess_oauth_flow_errors.htm */
export function tokenFault(status: number, error: string, description: string): SandboxReply {
  return { status, json: { error, error_description: description } };
}

/** For a refresh token that has ended, was revoked or was used before. */
export function endedGrant({ form }: SandboxRequest): SandboxReply {
  const description = form.has("refresh_token")
    ? "expired access/refresh token"
    : "expired authorization code";
  return tokenFault(400, "invalid_grant", description);
}

function refuseToken(refusal: SandboxRefusal, request: SandboxRequest): SandboxReply {
  switch (refusal.kind) {
    case "rate_limited":
      return tokenFault(400, "rate_limit_exceeded", "login rate exceeded");
    case "not_understood":
      return tokenFault(400, "invalid_request", "malformed request");
    case "server_error":
      return tokenFault(500, "unknown_error", "retry your request");
    case "forbidden":
      return tokenFault(400, "invalid_app_access", "user is not admin approved to access this app");
    case "unknown_route":
      return { status: 404, text: "File not found" };
    default:
      return endedGrant(request);
  }
}
