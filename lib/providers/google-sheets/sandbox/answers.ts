import { Refused } from "../../sandbox-kit/api.ts";
import type { SandboxRefusal, SandboxReply, SandboxRequest } from "../../sandbox-kit/contract.ts";

type DriveError = { reason: string; message: string; location?: string; status?: string; short?: string };

/**
 * An error of the Drive API v3: always with `errors`, and with `status` where it is about who asks.
 * https://developers.google.com/workspace/drive/api/guides/handle-errors
 */
export function driveError(
  code: number,
  { reason, message, location, status, short }: DriveError,
): SandboxReply {
  const locationType = location === "Authorization" ? "header" : "parameter";
  const place = location === undefined ? {} : { location, locationType };
  const errors = [{ message: short ?? message, domain: "global", reason, ...place }];
  return { status: code, json: { error: { code, message, errors, ...(status ? { status } : {}) } } };
}

/** An error of the Sheets API v4, after https://google.aip.dev/193: always with `status`, never with `errors`. */
export function sheetsError(
  code: number,
  status: string,
  message: string,
  details?: readonly Record<string, unknown>[],
): SandboxReply {
  return { status: code, json: { error: { code, message, status, ...(details ? { details } : {}) } } };
}

export function invalidArgument(message: string, field?: string): Refused {
  const details =
    field === undefined
      ? undefined
      : [
          {
            "@type": "type.googleapis.com/google.rpc.BadRequest",
            fieldViolations: [{ field, description: message }],
          },
        ];
  return new Refused(sheetsError(400, "INVALID_ARGUMENT", message, details));
}

/** What Google has and this sandbox has not. */
export function notPlayed(what: string): Refused {
  return new Refused(sheetsError(400, "INVALID_ARGUMENT", `The sandbox does not play ${what}.`));
}

const seeProject = "See https://developers.google.com/identity/sign-in/web/devconsole-project.";
const invalidCredentials = `Request had invalid authentication credentials. Expected OAuth 2 access token, login cookie or other valid authentication credential. ${seeProject}`;
const noCaller =
  "Method doesn't allow unregistered callers (callers without established identity). Please use API Key or other form of API consumer identity to call this API.";
const tooFewScopes = "Request had insufficient authentication scopes.";

/** Words a refusal as the part of Google would that was asked. */
export function refuse(refusal: SandboxRefusal, request: SandboxRequest): SandboxReply {
  const { host, pathname } = request.url;
  if (host === "oauth2.googleapis.com") return refuseToken(refusal, pathname);
  const reply = host === "sheets.googleapis.com" ? refuseSheets(refusal) : refuseDrive(refusal);
  if (refusal.kind !== "rate_limited") return reply;
  return { ...reply, headers: { "retry-after": String(refusal.retryAfterSeconds) } };
}

/** Reasons: https://github.com/googleapis/googleapis/blob/master/google/api/error_reason.proto */
function errorInfo(reason: string, metadata: Record<string, string>) {
  return [
    {
      "@type": "type.googleapis.com/google.rpc.ErrorInfo",
      reason,
      domain: "googleapis.com",
      metadata: { service: "sheets.googleapis.com", ...metadata },
    },
  ];
}

function refuseSheets(refusal: SandboxRefusal): SandboxReply {
  switch (refusal.kind) {
    case "no_credential":
      return sheetsError(403, "PERMISSION_DENIED", noCaller);
    case "expired_credential":
      return sheetsError(401, "UNAUTHENTICATED", invalidCredentials, errorInfo("ACCESS_TOKEN_EXPIRED", {}));
    case "unknown_credential":
    case "revoked_credential":
      return sheetsError(401, "UNAUTHENTICATED", invalidCredentials);
    case "missing_scope":
      return sheetsError(
        403,
        "PERMISSION_DENIED",
        tooFewScopes,
        errorInfo("ACCESS_TOKEN_SCOPE_INSUFFICIENT", {}),
      );
    case "forbidden":
      return sheetsError(403, "PERMISSION_DENIED", "The caller does not have permission");
    case "rate_limited":
      return sheetsError(
        429,
        "RESOURCE_EXHAUSTED",
        "Quota exceeded for quota metric 'Write requests' and limit 'Write requests per minute per user' of service 'sheets.googleapis.com' for consumer 'project_number:1234567890'.",
        errorInfo("RATE_LIMIT_EXCEEDED", {
          quota_metric: "sheets.googleapis.com/write_requests",
          quota_limit: "WriteRequestsPerMinutePerUser",
        }),
      );
    case "not_understood":
      return sheetsError(400, "INVALID_ARGUMENT", "Request contains an invalid argument.");
    case "server_error":
      return sheetsError(500, "INTERNAL", "Internal error encountered.");
    case "unknown_route":
      return { status: 404, headers: { "content-type": "text/html" }, text: "<title>Error 404</title>" };
  }
}

function refuseDrive(refusal: SandboxRefusal): SandboxReply {
  switch (refusal.kind) {
    case "no_credential":
      return driveError(403, { reason: "forbidden", message: noCaller, status: "PERMISSION_DENIED" });
    case "unknown_credential":
    case "expired_credential":
    case "revoked_credential":
      return driveError(401, {
        reason: "authError",
        message: invalidCredentials,
        short: "Invalid Credentials",
        location: "Authorization",
        status: "UNAUTHENTICATED",
      });
    case "missing_scope":
      return driveError(403, {
        reason: "insufficientPermissions",
        message: tooFewScopes,
        short: "Insufficient Permission",
        status: "PERMISSION_DENIED",
      });
    case "forbidden":
      return driveError(403, {
        reason: "insufficientFilePermissions",
        message: "The user does not have sufficient permissions for this file.",
      });
    case "rate_limited":
      return driveError(403, { reason: "userRateLimitExceeded", message: "User Rate Limit Exceeded" });
    case "not_understood":
      return driveError(400, { reason: "badRequest", message: "Bad Request" });
    case "server_error":
      return driveError(500, { reason: "internalError", message: "Internal Error" });
    case "unknown_route":
      return { status: 404, headers: { "content-type": "text/html" }, text: "<title>Error 404</title>" };
  }
}

function refuseToken(refusal: SandboxRefusal, pathname: string): SandboxReply {
  switch (refusal.kind) {
    case "no_credential":
    case "unknown_credential":
    case "expired_credential":
    case "revoked_credential":
      return pathname === "/token"
        ? tokenError("invalid_grant", "Token has been expired or revoked.")
        : tokenError("invalid_token", "Invalid Value");
    case "missing_scope":
      return { ...tokenError("insufficient_scope", tooFewScopes), status: 403 };
    case "forbidden":
      return { ...tokenError("access_denied", "Forbidden"), status: 403 };
    case "rate_limited":
      return {
        ...tokenError("rate_limit_exceeded", "Rate Limit Exceeded"),
        status: 429,
        headers: { "retry-after": String(refusal.retryAfterSeconds) },
      };
    case "not_understood":
      return tokenError("invalid_request", "Bad Request");
    case "server_error":
      return { ...tokenError("internal_failure", "Backend Error"), status: 500 };
    case "unknown_route":
      return { status: 404, headers: { "content-type": "text/html" }, text: "<title>Error 404</title>" };
  }
}

/** RFC 6749 §5.2, as Google answers it. */
export function tokenError(error: string, description: string): SandboxReply {
  return { status: 400, json: { error, error_description: description } };
}
