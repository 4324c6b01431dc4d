import type {
  SandboxContext,
  SandboxRefusal,
  SandboxReply,
  SandboxRequest,
} from "../../sandbox-kit/contract.ts";

/** An answer of the Web API; what the token may do stands in the headers of each. */
export function answer(context: SandboxContext, accepted: readonly string[], json: object): SandboxReply {
  const granted = context.credential?.grant.scopes ?? [];
  return {
    status: 200,
    headers: { "x-oauth-scopes": granted.join(","), "x-accepted-oauth-scopes": accepted.join(",") },
    json,
  };
}

/** Slack refuses with HTTP 200: https://docs.slack.dev/apis/web-api#responses */
export function refusal(error: string, further: object = {}): SandboxReply {
  return { status: 200, json: { ok: false, error, ...further } };
}

/** For arguments that are wrong on their own. */
export function badArguments(problem: string): SandboxReply {
  return refusal("invalid_arguments", { response_metadata: { messages: [`[ERROR] ${problem}`] } });
}

/** The scope that a token lacks, in Slack's words; null where it lacks none. */
export function scopeRefusal(context: SandboxContext, needed: string): SandboxReply | null {
  const granted = context.credential?.grant.scopes ?? [];
  return granted.includes(needed) ? null : refusal("missing_scope", { needed, provided: granted.join(",") });
}

export function refuse(why: SandboxRefusal, request: SandboxRequest): SandboxReply {
  const isTokenRequest = request.url.pathname === "/api/oauth.v2.access";
  switch (why.kind) {
    case "no_credential":
      return refusal("not_authed");
    case "unknown_credential":
      return refusal(isTokenRequest ? endedGrant(request) : "invalid_auth");
    case "expired_credential":
      return refusal(isTokenRequest ? endedGrant(request) : "token_expired");
    case "revoked_credential":
      return refusal(isTokenRequest ? endedGrant(request) : "token_revoked");
    case "missing_scope":
      return refusal("missing_scope", { needed: why.scope });
    case "forbidden":
      return refusal("access_denied");
    case "rate_limited": {
      const headers = { "retry-after": String(why.retryAfterSeconds) };
      return { status: 429, headers, json: { ok: false, error: "ratelimited" } };
    }
    case "not_understood":
      return refusal("invalid_arguments");
    case "server_error":
      return { status: 500, json: { ok: false, error: "internal_error" } };
    case "unknown_route":
      return unknownMethod(request.url.pathname);
  }
}

function endedGrant({ form }: SandboxRequest): string {
  return form.has("refresh_token") ? "invalid_refresh_token" : "invalid_code";
}

function unknownMethod(path: string): SandboxReply {
  const method = /^\/api\/([^/]+)$/.exec(path)?.[1];
  if (method === undefined) return { status: 404, text: "There's no page here." };
  return refusal("unknown_method", { req_method: method });
}
