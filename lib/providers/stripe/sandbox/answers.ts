import { Refused } from "../../sandbox-kit/api.ts";
import type { SandboxRefusal, SandboxReply, SandboxRequest } from "../../sandbox-kit/contract.ts";

type Kind = "text" | "integer" | "flag";

/** What an address takes, by name: `metadata[*]` for any key, `expand[]` for a list. */
export type KnownParameters = Readonly<Record<string, Kind>>;

export type Parameters = {
  text: (name: string) => string | undefined;
  integer: (name: string) => number | undefined;
  flag: (name: string) => boolean;
  /** Of a list: those of `expand[]` are written `expand[0]` and so on. */
  all: (name: string) => string[];
  require: (name: string) => string;
  /** The entries of `metadata[…]`, or of `payment_intent_data[metadata][…]`. */
  metadata: (within?: string) => Record<string, string>;
};

type StripeProblem = {
  type: "api_error" | "card_error" | "idempotency_error" | "invalid_request_error";
  message: string;
  code?: string;
  param?: string;
  /** Further fields of the error: `decline_code`, `payment_intent`. */
  further?: Record<string, unknown>;
};

/** Thrown within the sandbox, and answered in Stripe's form. https://docs.stripe.com/api/errors */
export class Refusal extends Refused {
  override name = "Refusal";
  readonly status: number;

  constructor(status: number, problem: StripeProblem, headers?: Readonly<Record<string, string>>) {
    super({ status, json: { error: told(problem) }, ...(headers && { headers }) }, problem.message);
    this.status = status;
  }
}

function told({ type, message, code, param, further }: StripeProblem) {
  const docs = code === undefined ? {} : { code, doc_url: `https://stripe.com/docs/error-codes/${code}` };
  return { ...docs, message, ...(param ? { param } : {}), type, ...further };
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
  return toRefusal(why, request).reply;
}

function toRefusal(why: SandboxRefusal, { method, url, headers }: SandboxRequest): Refusal {
  const key = headers.authorization ?? "";
  const account = headers["stripe-account"] ?? "(none)";
  switch (why.kind) {
    case "no_credential":
      return key === "" ? noKey() : badRequest("Name a connected account in the Stripe-Account header.");
    case "unknown_credential":
    case "expired_credential":
    case "revoked_credential":
      return noAccess(key.replace(/^\S+\s+/, ""), account);
    case "missing_scope":
    case "forbidden": {
      const message = `This application does not have the required permissions for this endpoint on account '${account}'.`;
      return new Refusal(403, { type: "invalid_request_error", message });
    }
    case "rate_limited": {
      const message =
        "Request rate limit exceeded. You can learn more about rate limits here https://stripe.com/docs/rate-limits.";
      const problem = { type: "invalid_request_error", code: "rate_limit", message } as const;
      return new Refusal(429, problem, { "retry-after": String(why.retryAfterSeconds) });
    }
    case "not_understood":
      return badRequest("The request could not be understood.");
    case "server_error": {
      const message = "Sorry! There was an error while talking to one of our backends.";
      return new Refusal(500, { type: "api_error", message });
    }
    case "unknown_route": {
      const message = `Unrecognized request URL (${method}: ${url.pathname}). Please see https://stripe.com/docs or we can help at https://support.stripe.com/.`;
      return new Refusal(404, { type: "invalid_request_error", message });
    }
  }
}

function masked(key: string): string {
  return key.length <= 12 ? "*".repeat(key.length) : `${key.slice(0, 4)}${"*".repeat(8)}${key.slice(-4)}`;
}

/**
 * Reads form fields as API v1 takes them: https://docs.stripe.com/api.
 * @throws Refusal for one that the address does not know, or that is not of its kind
 */
export function readParameters(parameters: URLSearchParams, known: KnownParameters): Parameters {
  for (const [name, value] of parameters) checkParameter(name, value, known);
  const text = (name: string) => parameters.get(name) ?? undefined;
  return {
    text,
    integer: (name) => (text(name) === undefined ? undefined : Number(text(name))),
    flag: (name) => text(name) === "true",
    all: (name) => [...parameters].flatMap(([own, value]) => (generalName(own) === name ? [value] : [])),
    require: (name) => {
      const value = text(name);
      if (value === undefined)
        throw badRequest(`Missing required param: ${name}.`, name, "parameter_missing");
      return value;
    },
    metadata: (within) => {
      const start = within === undefined ? "metadata[" : `${within}[metadata][`;
      return Object.fromEntries(
        [...parameters].flatMap(([name, value]) =>
          name.startsWith(start) && name.endsWith("]") ? [[name.slice(start.length, -1), value]] : [],
        ),
      );
    },
  };
}

function checkParameter(name: string, value: string, known: KnownParameters): void {
  const kind = known[generalName(name)];
  if (kind === undefined) {
    throw badRequest(`Received unknown parameter: ${name}`, name, "parameter_unknown");
  }
  if (value === "") {
    const message = `You passed an empty string for '${name}'. We assume empty values are an attempt to unset a parameter; however '${name}' cannot be unset. You should remove '${name}' from your request or supply a non-empty value.`;
    throw badRequest(message, name, "parameter_invalid_empty");
  }
  if (kind === "integer" && !/^-?\d{1,15}$/.test(value)) {
    throw badRequest(`Invalid integer: ${value}`, name, "parameter_invalid_integer");
  }
  if (kind === "flag" && value !== "true" && value !== "false") {
    throw badRequest(`Invalid boolean: ${value}`, name);
  }
  if (/^metadata\[|\[metadata\]\[/.test(name) && value.length > 500) {
    throw badRequest(`Metadata values can have up to 500 characters, but you passed ${value.length}.`, name);
  }
}

function generalName(name: string): string {
  return name
    .replace(/\[\d*\]/g, "[]")
    .replace(/^metadata\[[^\]]*\]$/, "metadata[*]")
    .replace(/\[metadata\]\[[^\]]*\]$/, "[metadata][*]")
    .replace(/^evidence\[[a-z_]+\]$/, "evidence[*]");
}
