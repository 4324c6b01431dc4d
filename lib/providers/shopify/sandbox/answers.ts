import type { SandboxRefusal, SandboxReply, SandboxRequest } from "#lib/providers/sandbox-kit/contract.ts";
import { throttledAnswer } from "./execute-admin.ts";

const restoreRate = 50;
const maximumAvailable = 1_000;

/** How Shopify words a refusal. https://shopify.dev/docs/api/usage/response-codes */
export function refuse(refusal: SandboxRefusal, request: SandboxRequest): SandboxReply {
  if (request.url.pathname.endsWith("/oauth/access_token")) return refuseToken(refusal);
  switch (refusal.kind) {
    case "no_credential":
    case "unknown_credential":
    case "expired_credential":
    case "revoked_credential":
      return {
        status: 401,
        json: { errors: "[API] Invalid API key or access token (unrecognized login or wrong password)" },
      };
    case "missing_scope":
      return {
        status: 403,
        json: { errors: `[API] This action requires merchant approval for ${refusal.scope} scope.` },
      };
    case "forbidden":
      return { status: 403, json: { errors: "Forbidden" } };
    case "rate_limited":
      return { status: 200, json: throttled(refusal.retryAfterSeconds) };
    case "unknown_route":
      return { status: 404, json: { errors: "Not Found" } };
    case "not_understood":
      return { status: 400, json: { errors: "Bad Request" } };
    case "server_error":
      return { status: 500, json: { errors: "Internal Server Error" } };
  }
}

/** An empty allowance, and a query that can be paid for once so many seconds have passed. */
function throttled(seconds: number) {
  const throttleStatus = { maximumAvailable, currentlyAvailable: 0, restoreRate };
  const requestedQueryCost = seconds * restoreRate;
  return throttledAnswer({ cost: { requestedQueryCost, actualQueryCost: null, throttleStatus } });
}

function refuseToken(refusal: SandboxRefusal): SandboxReply {
  if (refusal.kind === "rate_limited") {
    const headers = { "retry-after": String(refusal.retryAfterSeconds) };
    return { status: 429, headers, json: { errors: "Too Many Requests" } };
  }
  if (refusal.kind === "not_understood") return tokenRefusal("invalid_request", "Bad Request");
  if (refusal.kind === "server_error") return { status: 500, json: { errors: "Internal Server Error" } };
  if (refusal.kind === "forbidden") return { status: 403, json: { errors: "Forbidden" } };
  if (refusal.kind === "unknown_route") return { status: 404, json: { errors: "Not Found" } };
  return tokenRefusal("invalid_grant", "This request requires an active refresh_token");
}

export function tokenRefusal(error: string, description: string): SandboxReply {
  return { status: 400, json: { error, error_description: description } };
}
