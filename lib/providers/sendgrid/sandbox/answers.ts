import type { z } from "zod";
import { type Asked, sandboxApi } from "../../sandbox-kit/api.ts";
import type { SandboxAccountContext, SandboxRefusal, SandboxReply } from "../../sandbox-kit/contract.ts";

/** https://www.twilio.com/docs/sendgrid/api-reference/how-to-use-the-sendgrid-v3-api/errors */
export function problem(status: number, message: string, field: string | null = null): SandboxReply {
  return { status, json: { errors: [{ message, ...(field === null ? {} : { field }) }] } };
}

export type Api = SandboxAccountContext & Pick<Asked, "query" | "part" | "scopes"> & { json: unknown };

/** A route of the Web API, at both of its hosts, by what stands behind /v3. */
export const route = sandboxApi<Api, SandboxReply>({
  root: "api(?:\\.eu)?\\.sendgrid\\.com/v3",
  open: ({ context, request, query, part, scopes }) => ({
    ...context,
    json: request.json,
    query,
    part,
    scopes,
  }),
  present: (reply) => reply,
  nobody: () => refuse({ kind: "no_credential" }),
});

export function ok(json: object, status = 200): SandboxReply {
  return { status, json };
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

type Issue = z.core.$ZodIssue;
type FieldProblem = { message: string; field: string; help: null };

/**
 * What is wrong with the shape of a body, as SendGrid words it: https://github.com/sendgrid/sendgrid-php/issues/559,
 * https://github.com/sendgrid/sendgrid-php/issues/869
 */
export function describeShape(issues: readonly Issue[], body: unknown): FieldProblem[] {
  return issues.flatMap((issue) => {
    const path = issue.path.map(String);
    if (issue.code === "unrecognized_keys") {
      return issue.keys.map((key) => problemAt([...path, key], `Additional property ${key} is not allowed.`));
    }
    const name = path.at(-1);
    const value = valueAt(body, path);
    if (value === undefined && name !== undefined) return [missingAt(path)];
    const expected = issue.code === "invalid_type" ? issue.expected : "string";
    const type = expected === "record" ? "object" : expected;
    return [problemAt(path, `Invalid type. Expected: ${type}, given: ${describeType(value)}.`)];
  });
}

const people = ["to", "cc", "bcc", "reply_to"];

/**
 * What is missing is said by the field that lacks it: https://github.com/sklarsa/django-sendgrid-v5/issues/10,
 * https://www.twilio.com/docs/sendgrid/api-reference/mail-send/errors
 */
function missingAt(path: readonly string[]): FieldProblem {
  const name = path.at(-1) ?? "";
  const holder = path.filter((part) => !/^\d+$/.test(part)).at(-2) ?? "";
  if (holder === "from") return problemAt(path, fromRequired);
  if (people.includes(holder)) return problemAt(path, `The ${holder} ${name} parameter is required.`);
  return problemAt(path, `The ${holder} ${name} must be a string at least one character in length.`);
}

export const fromRequired =
  'The from object must be provided for every email send. It is an object that requires the email parameter, but may also contain a name parameter.  e.g. {"email" : "example@example.com"}  or {"email" : "example@example.com", "name" : "Example Recipient"}.';

function problemAt(path: readonly string[], message: string): FieldProblem {
  return { message, field: path.join("."), help: null };
}

function valueAt(body: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (inner, name) => (Object.hasOwn(Object(inner), name) ? Object(inner)[name] : undefined),
    body,
  );
}

function describeType(value: unknown): string {
  if (value === null) return "null";
  if (Array.isArray(value)) return "array";
  if (typeof value !== "number") return typeof value;
  return Number.isInteger(value) ? "integer" : "number";
}
