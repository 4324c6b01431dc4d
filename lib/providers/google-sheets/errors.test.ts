import { describe, expect, test } from "vitest";
import { say } from "#lib/failures/say.ts";
import { ProviderError } from "../contract/provider-error.ts";
import { driveFileScope } from "./auth.ts";
import { classifyError } from "./errors.ts";

/** What the SDK throws for an answer. */
function thrown(status: number, data: unknown, headers: Record<string, string> = {}): Error {
  return Object.assign(new Error("refused"), { response: { status, data, headers: new Headers(headers) } });
}

function sheets(code: number, status: string, message: string, reason?: string): Error {
  const details = reason === undefined ? undefined : [{ "@type": "…/google.rpc.ErrorInfo", reason }];
  return thrown(code, { error: { code, message, status, details } });
}

function drive(code: number, reason: string, message: string, location?: string): Error {
  return thrown(code, {
    error: { code, message, errors: [{ domain: "global", reason, message, location }] },
  });
}

const noScope = "Request had insufficient authentication scopes.";

describe("what Google answers has its meaning", () => {
  test.each([
    ["auth", sheets(401, "UNAUTHENTICATED", "Request had invalid authentication credentials.")],
    ["auth", drive(401, "authError", "Invalid Credentials", "Authorization")],
    ["auth", sheets(403, "PERMISSION_DENIED", "Method doesn't allow unregistered callers (callers …")],
    ["account_closed", sheets(401, "UNAUTHENTICATED", "Account disabled", "ACCOUNT_STATE_INVALID")],
    ["scope_missing", sheets(403, "PERMISSION_DENIED", noScope, "ACCESS_TOKEN_SCOPE_INSUFFICIENT")],
    ["scope_missing", sheets(403, "PERMISSION_DENIED", noScope)],
    ["scope_missing", drive(403, "insufficientPermissions", "Insufficient Permission")],
    ["scope_missing", drive(403, "domainPolicy", "The domain administrators have disabled Drive apps.")],
    ["not_found", sheets(403, "PERMISSION_DENIED", "The caller does not have permission")],
    ["not_found", sheets(404, "NOT_FOUND", "Requested entity was not found.")],
    ["not_found", drive(404, "notFound", "File not found: 1abc.", "fileId")],
    ["rate_limited", sheets(429, "RESOURCE_EXHAUSTED", "Quota exceeded", "RATE_LIMIT_EXCEEDED")],
    ["rate_limited", drive(403, "userRateLimitExceeded", "User Rate Limit Exceeded")],
    ["rate_limited", drive(403, "rateLimitExceeded", "Rate Limit Exceeded")],
    ["conflict", drive(403, "storageQuotaExceeded", "The user's Drive storage quota has been exceeded.")],
    [
      "unavailable",
      sheets(403, "PERMISSION_DENIED", "Google Sheets API has not been used", "SERVICE_DISABLED"),
    ],
    ["unavailable", drive(403, "accessNotConfigured", "Access Not Configured.")],
    ["unavailable", sheets(503, "UNAVAILABLE", "The service is currently unavailable.")],
    ["unavailable", thrown(502, "<html>Bad Gateway</html>")],
    ["invalid_input", sheets(400, "INVALID_ARGUMENT", "Unable to parse range: Nope!1:1")],
    ["invalid_input", sheets(400, "INVALID_ARGUMENT", "Range (Orders!Y1) exceeds grid limits. Max rows: 9")],
    ["invalid_input", drive(400, "invalid", "Invalid Value", "pageToken")],
    ["invalid_input", sheets(400, "INVALID_ARGUMENT", "Something new")],
    [
      "conflict",
      sheets(400, "INVALID_ARGUMENT", "You are trying to edit a protected cell or object. Please contact …"),
    ],
    [
      "conflict",
      sheets(400, "INVALID_ARGUMENT", "This action would increase … above the limit of 10000000 cells."),
    ],
  ])("%s: %o", (kind, error) => {
    expect(classifyError(error)).toMatchObject({ kind, detail: expect.stringContaining("HTTP ") });
  });

  test("a scope that is missing is named", () => {
    const error = sheets(403, "PERMISSION_DENIED", noScope, "ACCESS_TOKEN_SCOPE_INSUFFICIENT");
    expect(classifyError(error)?.missingScope).toBe(driveFileScope);
  });

  test("a wait is as long as Google says, or the minute after which its quotas are full again", () => {
    const body = { error: { code: 429, message: "Quota exceeded", status: "RESOURCE_EXHAUSTED" } };
    expect(classifyError(thrown(429, body, { "retry-after": "17" }))?.retryAfterMs).toBe(17_000);
    expect(classifyError(thrown(429, body))?.retryAfterMs).toBe(60_000);
    expect(classifyError(thrown(429, body, { "retry-after": "soon" }))?.retryAfterMs).toBe(60_000);
  });

  test("what the transport threw comes through the SDK's wrapping", () => {
    const cause = new ProviderError({ kind: "timeout", message: say("verbatim", { text: "No answer." }) });
    expect(classifyError(new Error("wrapped", { cause }))).toBe(cause);
  });

  test.each([new TypeError("x is not a function"), "text", undefined, { response: "none" }])(
    "%o is not Google's",
    (error) => {
      expect(classifyError(error)).toBeNull();
    },
  );
});
