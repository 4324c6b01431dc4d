import { randomUUID } from "node:crypto";
import type { z } from "zod";
import { Refused } from "../../sandbox-kit/api.ts";
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

export function refuseResource(errors: readonly FieldError[], detail?: string): Refused {
  const usual =
    "The resource submitted could not be validated. For field-specific details, see the 'errors' array.";
  return new Refused(problem(400, "Invalid Resource", detail ?? usual, errors));
}

export function notFound(): SandboxReply {
  return problem(404, "Resource Not Found", "The requested resource could not be found.");
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
      return isLogin ? { status: 404, text: "Not Found" } : notFound();
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

type Issue = z.core.$ZodIssue;

/**
 * What is wrong with a body, as Mailchimp words it: what is missing stands with the object that lacks it, and the
 * types are those of PHP. https://github.com/drewm/mailchimp-api/issues/212, https://github.com/drewm/mailchimp-api/issues/97.
 * Of a word that is none of those it takes, it names all: the sentence stands in recorded answers of several clients.
 */
export function describeFaults(issues: readonly Issue[], body: unknown): FieldError[] {
  const missing = new Map<string, string[]>();
  const others: FieldError[] = [];
  for (const issue of issues) {
    const names = issue.path.map(String);
    const name = names.at(-1);
    if (name !== undefined && !hasValue(body, names)) {
      const parent = names.slice(0, -1).join(".");
      missing.set(parent, [...(missing.get(parent) ?? []), name]);
    } else {
      others.push({ field: names.join("."), message: describeIssue(issue, valueAt(body, names)) });
    }
  }
  const lacking = [...missing].map(([field, names]) => ({
    field,
    message: `Required fields were not provided: ${names.join(", ")}`,
  }));
  return [...lacking, ...others];
}

function describeIssue(issue: Issue, value: unknown): string {
  if (issue.code === "invalid_type") {
    return `Schema describes ${described(issue.expected)}, ${foundType(value)} found instead`;
  }
  if (issue.code === "invalid_value") {
    if (typeof value !== "string") return `Schema describes string, ${foundType(value)} found instead`;
    return `Data presented is not one of the accepted values: ${issue.values.map(String).join(", ")}.`;
  }
  return issue.code === "invalid_union"
    ? "Data did not match any of the schemas described in anyOf."
    : issue.message;
}

function described(type: string): string {
  if (type === "int") return "integer";
  return type === "record" ? "object" : type;
}

function foundType(value: unknown): string {
  if (value === null || value === undefined) return "NULL";
  if (Array.isArray(value)) return "array";
  if (typeof value !== "number") return typeof value;
  return Number.isInteger(value) ? "integer" : "double";
}

function hasValue(body: unknown, names: readonly string[]): boolean {
  return valueAt(body, names) !== undefined;
}

function valueAt(value: unknown, names: readonly string[]): unknown {
  return names.reduce<unknown>(
    (inner, name) => (Object.hasOwn(Object(inner), name) ? Object(inner)[name] : undefined),
    value,
  );
}
