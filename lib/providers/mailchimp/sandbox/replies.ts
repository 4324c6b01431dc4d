import { randomUUID } from "node:crypto";
import type { SandboxRefusal, SandboxReply, SandboxRequest } from "../../sandbox-kit/contract.ts";

type FieldError = { field: string; message: string };

/** https://mailchimp.com/developer/marketing/docs/errors/ */
export function problem(
  status: number,
  title: string,
  detail: string,
  errors?: readonly FieldError[],
): SandboxReply {
  return {
    status,
    headers: { "content-type": "application/problem+json; charset=utf-8" },
    json: {
      type: "https://mailchimp.com/developer/marketing/docs/errors/",
      title,
      status,
      detail,
      instance: randomUUID(),
      ...(errors ? { errors } : {}),
    },
  };
}

/** An answer that ends the handling of a request wherever it is found out. */
export class ApiRefusal extends Error {
  override name = "ApiRefusal";
  readonly reply: SandboxReply;

  constructor(reply: SandboxReply) {
    super("refused");
    this.reply = reply;
  }
}

export function refuseResource(errors: readonly FieldError[], detail?: string): ApiRefusal {
  const usual =
    "The resource submitted could not be validated. For field-specific details, see the 'errors' array.";
  return new ApiRefusal(problem(400, "Invalid Resource", detail ?? usual, errors));
}

export function notFound(): ApiRefusal {
  return new ApiRefusal(problem(404, "Resource Not Found", "The requested resource could not be found."));
}

export const wrongKey = () =>
  problem(
    401,
    "API Key Invalid",
    "Your API key may be invalid, or you've attempted to access the wrong datacenter.",
  );

/** How Mailchimp words a refusal; its login host is of another making than its API. */
export function refuse(refusal: SandboxRefusal, request: SandboxRequest): SandboxReply {
  const { host, pathname } = request.url;
  const isLogin = host === "login.mailchimp.com";
  switch (refusal.kind) {
    case "no_credential":
    case "unknown_credential":
    case "expired_credential":
    case "revoked_credential":
      if (isLogin) return pathname.endsWith("/metadata") ? invalidToken() : invalidGrant();
      return refusal.kind === "no_credential"
        ? problem(401, "API Key Missing", "Your request did not include an API key.")
        : wrongKey();
    case "missing_scope":
    case "forbidden":
      return problem(
        403,
        "User action not permitted",
        "User does not have access to the requested operation",
      );
    case "rate_limited": {
      const detail = "You have exceeded the limit of 10 simultaneous connections.";
      const reply = problem(429, "Too Many Requests", detail);
      // Not documented, but it is the way in which this fault can say how long it lasts.
      return { ...reply, headers: { ...reply.headers, "retry-after": String(refusal.retryAfterSeconds) } };
    }
    case "not_understood":
      return problem(400, "Invalid Resource", "The resource submitted could not be validated.");
    case "server_error": {
      const detail =
        "An unexpected internal error has occurred. Please contact Support for more information.";
      return problem(500, "Internal Server Error", detail);
    }
    case "unknown_route":
      return isLogin ? { status: 404, text: "Not Found" } : notFound().reply;
  }
}

/** With HTTP 200, unlike anything else. */
function invalidToken(): SandboxReply {
  return { status: 200, json: { error: "invalid_token" } };
}

function invalidGrant(): SandboxReply {
  return tokenRefusal("invalid_grant", "The code is no longer good.");
}

export function tokenRefusal(error: string, description: string): SandboxReply {
  return { status: 400, json: { error, error_description: description } };
}
