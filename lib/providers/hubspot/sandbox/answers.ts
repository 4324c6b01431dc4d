import { randomUUID } from "node:crypto";
import { z } from "zod";
import { lookUp } from "#lib/look-up.ts";
import { type Asked, Refused, requireBody, sandboxApi } from "../../sandbox-kit/api.ts";
import type { SandboxRefusal, SandboxReply, SandboxRequest } from "../../sandbox-kit/contract.ts";

/** The schema `Error` of HubSpot's OpenAPI descriptions; https://developers.hubspot.com/docs/api-reference/error-handling */
export function refusal(
  status: number,
  category: string,
  message: string,
  further: object = {},
): SandboxReply {
  const json = { status: "error", message, correlationId: randomUUID(), category, ...further };
  return { status, json };
}

export function notFound(): SandboxReply {
  return refusal(404, "OBJECT_NOT_FOUND", "resource not found");
}

export function invalidInput(message: string): SandboxReply {
  return refusal(400, "VALIDATION_ERROR", message);
}

export function ok(json: object, status = 200): SandboxReply {
  return { status, headers: rateHeaders, json };
}

const rateHeaders = {
  "x-hubspot-ratelimit-max": "110",
  "x-hubspot-ratelimit-remaining": "109",
  "x-hubspot-ratelimit-interval-milliseconds": "10000",
};

/** A route of the API, by what stands behind its host. */
export const route = sandboxApi<Asked, SandboxReply>({
  root: "api\\.hubapi\\.com",
  open: (asked) => asked,
  present: (reply) => reply,
  nobody: () => notFound(),
});

/** The body in its form. @throws {Refused} */
export function readBody<Schema extends z.ZodType>({ request }: Asked, schema: Schema): z.output<Schema> {
  return requireBody(request, schema, (error) =>
    invalidInput(`Invalid input JSON: ${z.prettifyError(error)}`),
  );
}

/** Any one of these scopes is enough. @throws {Refused} where none was granted */
export function requireScope({ scopes }: Pick<Asked, "scopes">, anyOf: readonly string[]): void {
  if (!anyOf.some((scope) => scopes.includes(scope))) throw new Refused(missingScopes(anyOf));
}

function missingScopes(scopes: readonly string[]): SandboxReply {
  const message =
    "This app hasn't been granted all required scopes to make this call. Read more about required scopes here: https://developers.hubspot.com/scopes.";
  return refusal(403, "MISSING_SCOPES", message, {
    errors: [
      {
        message: "One or more of the following scopes are required.",
        context: { requiredGranularScopes: scopes },
      },
    ],
    links: { scopes: "https://developers.hubspot.com/scopes" },
  });
}

/** Refusals of the token endpoint, with HubSpot's own word beside that of RFC 6749 §5.2. */
export function tokenRefusal(error: string, description: string): SandboxReply {
  const status = lookUp(ownWords, error) ?? "BAD_REQUEST";
  return { status: 400, json: { error, error_description: description, status, message: description } };
}

const ownWords: Readonly<Record<string, string>> = {
  invalid_grant: "BAD_REFRESH_TOKEN",
  invalid_client: "BAD_CLIENT_SECRET",
  invalid_request: "BAD_REQUEST",
  unsupported_grant_type: "BAD_GRANT_TYPE",
};

export function badCode(description: string): SandboxReply {
  const json = {
    error: "invalid_grant",
    error_description: description,
    status: "BAD_AUTH_CODE",
    message: description,
  };
  return { status: 400, json };
}

const unknownToken =
  "Authentication credentials not found. This API supports OAuth 2.0 authentication and you can find more details at https://developers.hubspot.com/docs/methods/auth/oauth-overview";

export function refuse(why: SandboxRefusal, request: SandboxRequest): SandboxReply {
  switch (why.kind) {
    case "no_credential":
    case "unknown_credential":
    case "revoked_credential":
      return refuseToken(request) ?? refusal(401, "INVALID_AUTHENTICATION", unknownToken);
    case "expired_credential":
      return refuseToken(request) ?? expired();
    case "missing_scope":
      return missingScopes([why.scope]);
    case "forbidden":
      return refusal(403, "MISSING_PERMISSIONS", "You do not have permissions to perform this action.");
    case "rate_limited":
      return tooMany(why.retryAfterSeconds);
    case "not_understood":
      return invalidInput("Invalid input JSON");
    case "server_error":
      return refusal(500, "INTERNAL_ERROR", "internal error");
    case "unknown_route":
      return { status: 404, headers: { "content-type": "text/html" }, text: "<html><h1>404</h1></html>" };
  }
}

/** Where tokens are the matter, they are refused in other words; null for all other places. */
function refuseToken({ url, form }: SandboxRequest): SandboxReply | null {
  switch (url.pathname) {
    case "/oauth/2026-09/token": {
      const isRefresh = form.has("refresh_token");
      return isRefresh
        ? tokenRefusal("invalid_grant", "refresh token is invalid, expired or revoked")
        : badCode("missing or unknown auth code");
    }
    case "/oauth/2026-09/token/introspect":
      return { status: 200, json: { active: false } };
    case "/oauth/2026-09/token/revoke":
      return tokenRefusal("invalid_grant", "refresh token is invalid, expired or revoked");
    default:
      return null;
  }
}

function expired(): SandboxReply {
  const message = "The OAuth token used to make this call expired 12 second(s) ago.";
  const context = { "expire time": [new Date(Date.now() - 12_000).toISOString()] };
  return refusal(401, "EXPIRED_AUTHENTICATION", message, { context });
}

/** https://developers.hubspot.com/docs/developer-tooling/platform/usage-guidelines: the window stands in a header. */
function tooMany(seconds: number): SandboxReply {
  return {
    status: 429,
    headers: { ...rateHeaders, "x-hubspot-ratelimit-interval-milliseconds": String(seconds * 1_000) },
    json: {
      status: "error",
      category: "RATE_LIMITS",
      message: "You have reached your ten_secondly_rolling limit.",
      errorType: "RATE_LIMIT",
      correlationId: randomUUID(),
      policyName: "TEN_SECONDLY_ROLLING",
    },
  };
}
