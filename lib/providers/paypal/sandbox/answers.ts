import type { SandboxRefusal, SandboxReply, SandboxRequest } from "../../sandbox-kit/contract.ts";
import { newId } from "./documents.ts";

type Detail = { issue: string; description: string; field?: string; location?: "body" | "path" };

/** https://developer.paypal.com/api/rest/responses/#link-failedrequests */
export function problem(
  status: number,
  name: string,
  message: string,
  details: readonly Detail[] = [],
): SandboxReply {
  const debug_id = newId(13).toLowerCase();
  const links = [
    {
      href: `https://developer.paypal.com/docs/api/orders/v2/#error-${details[0]?.issue ?? name}`,
      rel: "information_link",
      method: "GET",
    },
  ];
  return {
    status,
    headers: { "paypal-debug-id": debug_id },
    json: { name, ...(details.length > 0 ? { details } : {}), message, debug_id, links },
  };
}

export function unprocessable(issue: string, description: string, field?: string): SandboxReply {
  return problem(
    422,
    "UNPROCESSABLE_ENTITY",
    "The requested action could not be performed, semantically incorrect, or failed business validation.",
    [{ issue, description, ...(field === undefined ? {} : { field, location: "body" }) }],
  );
}

export function badRequest(issue: string, description: string, field?: string): SandboxReply {
  return problem(
    400,
    "INVALID_REQUEST",
    "Request is not well-formed, syntactically incorrect, or violates schema.",
    [{ issue, description, ...(field === undefined ? {} : { field, location: "body" }) }],
  );
}

export function notFound(): SandboxReply {
  return problem(404, "RESOURCE_NOT_FOUND", "The specified resource does not exist.", [
    {
      issue: "INVALID_RESOURCE_ID",
      description: "Specified resource ID does not exist. Please check the resource ID and try again.",
    },
  ]);
}

export function refuse(refusal: SandboxRefusal, { url }: SandboxRequest): SandboxReply {
  const isToken = url.pathname === "/v1/oauth2/token";
  switch (refusal.kind) {
    case "no_credential":
      return isToken
        ? invalidClient()
        : problem(
            401,
            "AUTHENTICATION_FAILURE",
            "Authentication failed due to missing authorization header, or invalid authentication credentials.",
          );
    case "unknown_credential":
    case "revoked_credential":
      return isToken ? invalidClient() : invalidToken("Access Token not found in cache");
    case "expired_credential":
      return isToken ? invalidClient() : invalidToken("The token passed in has expired");
    case "missing_scope":
    case "forbidden":
      return problem(403, "NOT_AUTHORIZED", "Authorization failed due to insufficient permissions.", [
        {
          issue: "PERMISSION_DENIED",
          description: "You do not have permission to access or perform operations on this resource.",
        },
      ]);
    case "not_understood":
      return isToken
        ? { status: 400, json: { error: "invalid_request", error_description: "Malformed request" } }
        : badRequest("MALFORMED_REQUEST_JSON", "The request JSON is not well formed.");
    case "server_error":
      return problem(500, "INTERNAL_SERVER_ERROR", "An internal server error occurred.");
    case "unknown_route":
      return problem(404, "RESOURCE_NOT_FOUND", "The specified resource does not exist.");
    case "rate_limited":
      return {
        status: 429,
        headers: { "retry-after": String(refusal.retryAfterSeconds) },
        json: {
          name: "RATE_LIMIT_REACHED",
          debug_id: newId(13).toLowerCase(),
          message: "Too many requests. Blocked due to rate limiting.",
          links: [],
        },
      };
  }
}

/** RFC 6749 §5.2. */
export function invalidClient(): SandboxReply {
  return {
    status: 401,
    json: { error: "invalid_client", error_description: "Client Authentication failed" },
  };
}

/** RFC 6750 §3.1, in the body. */
export function invalidToken(error_description: string): SandboxReply {
  return { status: 401, json: { error: "invalid_token", error_description } };
}
