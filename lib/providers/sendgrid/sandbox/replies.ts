import type { SandboxRefusal, SandboxReply } from "../../sandbox-kit/contract.ts";

/** https://www.twilio.com/docs/sendgrid/api-reference/how-to-use-the-sendgrid-v3-api/errors */
export function problem(status: number, message: string, field: string | null = null): SandboxReply {
  return { status, json: { errors: [{ message, ...(field === null ? {} : { field }) }] } };
}

/** An answer that ends the handling of a request wherever it is found out. */
export class Refusal extends Error {
  override name = "Refusal";
  readonly reply: SandboxReply;

  constructor(reply: SandboxReply) {
    super("refused");
    this.reply = reply;
  }
}

export function refuse(refusal: SandboxRefusal): SandboxReply {
  switch (refusal.kind) {
    case "no_credential":
      return problem(401, "authorization required");
    case "unknown_credential":
    case "expired_credential":
    case "revoked_credential":
      return problem(401, "The provided authorization grant is invalid, expired, or revoked");
    case "missing_scope":
    case "forbidden":
      return problem(403, "access forbidden");
    case "not_understood":
      return problem(400, "Bad Request");
    case "server_error":
      return problem(500, "internal server error");
    case "unknown_route":
      return problem(404, "not found");
    case "rate_limited":
      return tooManyRequests(refusal.retryAfterSeconds);
  }
}

/** https://www.twilio.com/docs/sendgrid/api-reference/how-to-use-the-sendgrid-v3-api/rate-limits */
function tooManyRequests(retryAfterSeconds: number): SandboxReply {
  const now = Math.floor(Date.now() / 1_000);
  return {
    ...problem(429, "too many requests"),
    headers: {
      date: new Date(now * 1_000).toUTCString(),
      "x-ratelimit-limit": "600",
      "x-ratelimit-remaining": "0",
      "x-ratelimit-reset": String(now + retryAfterSeconds),
    },
  };
}
