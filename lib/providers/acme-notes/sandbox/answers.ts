import type { z } from "zod";
import { type Asked, requireBody, sandboxApi } from "../../sandbox-kit/api.ts";
import type { SandboxRefusal, SandboxReply } from "../../sandbox-kit/contract.ts";

export function problem(status: number, code: string, message: string, further: object = {}): SandboxReply {
  return { status, json: { code, message, ...further } };
}

/** A route of the API, by what stands behind its root. */
export const route = sandboxApi<Asked, SandboxReply>({
  root: "api\\.acme-notes\\.example/v1",
  open: (asked) => asked,
  present: (reply) => reply,
  nobody: () => refuse({ kind: "no_credential" }),
});

/** @throws {Refused} where the body is not in its form */
export function readBody<Schema extends z.ZodType>({ request }: Asked, schema: Schema): z.output<Schema> {
  return requireBody(request, schema, ({ issues: [issue] }) =>
    problem(422, "invalid", `${issue?.path.join(".") || "body"}: ${issue?.message ?? "invalid"}`),
  );
}

/** How this app words each refusal. */
export function refuse(refusal: SandboxRefusal): SandboxReply {
  switch (refusal.kind) {
    case "no_credential":
    case "unknown_credential":
    case "expired_credential":
    case "revoked_credential":
      return problem(401, "bad_key", "The key is not known.");
    case "missing_scope":
      return problem(403, "missing_scope", "The key may not do this.", { scope: refusal.scope });
    case "forbidden":
      return problem(403, "forbidden", "You may not do this.");
    case "rate_limited": {
      const headers = { "retry-after": String(refusal.retryAfterSeconds) };
      return { ...problem(429, "too_many", "Too many requests."), headers };
    }
    case "not_understood":
      return problem(400, "not_json", "The body is not JSON.");
    case "server_error":
      return problem(500, "internal", "Something went wrong.");
    case "unknown_route":
      return problem(404, "no_route", "There is nothing at this address.");
  }
}
