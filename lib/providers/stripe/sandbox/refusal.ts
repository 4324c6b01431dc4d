import type { SandboxRefusal, SandboxReply, SandboxRequest } from "../../sandbox-kit/contract.ts";

type StripeProblem = {
  type: "api_error" | "card_error" | "idempotency_error" | "invalid_request_error";
  message: string;
  code?: string;
  param?: string;
  /** Further fields of the error: `decline_code`, `payment_intent`. */
  further?: Record<string, unknown>;
};

/** Thrown within the sandbox, and answered in Stripe's form. https://docs.stripe.com/api/errors */
export class Refusal extends Error {
  override name = "Refusal";
  readonly status: number;
  readonly problem: StripeProblem;

  constructor(status: number, problem: StripeProblem) {
    super(problem.message);
    this.status = status;
    this.problem = problem;
  }
}

export function answerOf({ status, problem }: Refusal): SandboxReply {
  const { type, message, code, param, further } = problem;
  const docs = code === undefined ? {} : { code, doc_url: `https://stripe.com/docs/error-codes/${code}` };
  return { status, json: { error: { ...docs, message, ...(param ? { param } : {}), type, ...further } } };
}

/** What a request is that cannot be carried out as it is. */
export function badRequest(message: string, param?: string, code?: string): Refusal {
  return new Refusal(400, {
    type: "invalid_request_error",
    message,
    ...(param ? { param } : {}),
    ...(code ? { code } : {}),
  });
}

export function missing(what: string, id: string, param: string, status: 400 | 404 = 404): Refusal {
  const message = `No such ${what}: '${id}'`;
  return new Refusal(status, { type: "invalid_request_error", code: "resource_missing", message, param });
}

export function noKey(): Refusal {
  const message =
    "You did not provide an API key. You need to provide your API key in the Authorization header, using Bearer auth (e.g. 'Authorization: Bearer YOUR_SECRET_KEY').";
  return new Refusal(401, { type: "invalid_request_error", message });
}

export function wrongKey(key: string): Refusal {
  const message = `Invalid API Key provided: ${masked(key)}`;
  return new Refusal(401, { type: "invalid_request_error", message });
}

/** Of an account that the platform is not connected to, or that there is not. */
export function noAccess(key: string, account: string): Refusal {
  const message = `The provided key '${masked(key)}' does not have access to account '${account}' (or that account does not exist). Application access may have been revoked.`;
  return new Refusal(403, { type: "invalid_request_error", code: "account_invalid", message });
}

/** How Stripe words what is refused before a request reaches its address. */
export function refuse(why: SandboxRefusal, request: SandboxRequest): SandboxReply {
  const key = request.headers.authorization ?? "";
  const account = request.headers["stripe-account"] ?? "(none)";
  switch (why.kind) {
    case "no_credential":
      return answerOf(
        key === "" ? noKey() : badRequest("Name a connected account in the Stripe-Account header."),
      );
    case "unknown_credential":
    case "expired_credential":
    case "revoked_credential":
      return answerOf(noAccess(key.replace(/^\S+\s+/, ""), account));
    case "missing_scope":
    case "forbidden": {
      const message = `This application does not have the required permissions for this endpoint on account '${account}'.`;
      return answerOf(new Refusal(403, { type: "invalid_request_error", message }));
    }
    case "rate_limited": {
      const message =
        "Request rate limit exceeded. You can learn more about rate limits here https://stripe.com/docs/rate-limits.";
      const refusal = new Refusal(429, { type: "invalid_request_error", code: "rate_limit", message });
      return { ...answerOf(refusal), headers: { "retry-after": String(why.retryAfterSeconds) } };
    }
    case "not_understood":
      return answerOf(badRequest("The request could not be understood."));
    case "server_error": {
      const message = "Sorry! There was an error while talking to one of our backends.";
      return answerOf(new Refusal(500, { type: "api_error", message }));
    }
    case "unknown_route": {
      const { method, url } = request;
      const message = `Unrecognized request URL (${method}: ${url.pathname}). Please see https://stripe.com/docs or we can help at https://support.stripe.com/.`;
      return answerOf(new Refusal(404, { type: "invalid_request_error", message }));
    }
  }
}

function masked(key: string): string {
  return key.length <= 12 ? "*".repeat(key.length) : `${key.slice(0, 4)}${"*".repeat(8)}${key.slice(-4)}`;
}
