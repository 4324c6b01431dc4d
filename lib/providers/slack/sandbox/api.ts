import type {
  SandboxContext,
  SandboxReply,
  SandboxRequest,
  SandboxRoute,
} from "../../sandbox-kit/contract.ts";
import { answer, scopeRefusal } from "./answers.ts";

/**
 * The arguments of a call: from the query, an urlencoded body or a JSON body
 * (https://docs.slack.dev/apis/web-api#basics). Objects within an urlencoded body are texts of JSON.
 */
export type CallArguments = {
  text: (name: string) => string | undefined;
  flag: (name: string) => boolean;
  /** undefined = not given; null = given, and not JSON. */
  object: (name: string) => unknown;
};

type Handler = (args: {
  context: SandboxContext;
  values: CallArguments;
  request: SandboxRequest;
  /** Answers that all is well. */
  ok: (json: object) => SandboxReply;
}) => Promise<SandboxReply>;

/** A method of the Web API, which takes GET and POST alike. Its scope is checked where there is one only. */
export function method(name: string, scopes: readonly string[], handle: Handler): SandboxRoute {
  const [scope, ...others] = scopes;
  return {
    methods: ["GET", "POST"],
    match: new RegExp(`^slack\\.com/api/${name.replaceAll(".", "\\.")}$`),
    access: "api",
    handle: async (request, context) => {
      const lacking = scope !== undefined && others.length === 0 ? scopeRefusal(context, scope) : null;
      if (lacking) return lacking;
      const ok = (json: object) => answer(context, scopes, { ok: true, ...json });
      return handle({ context, values: readArguments(request), request, ok });
    },
  };
}

function readArguments({ url, form, json }: SandboxRequest): CallArguments {
  const values = new Map<string, unknown>([...url.searchParams, ...form]);
  if (typeof json === "object" && json !== null) {
    for (const [name, value] of Object.entries(json)) values.set(name, value);
  }
  const text = (name: string) => {
    const value = values.get(name);
    return typeof value === "number" || typeof value === "boolean" ? String(value) : asText(value);
  };
  return {
    text,
    flag: (name) => ["true", "1"].includes(text(name) ?? ""),
    object: (name) => {
      const value = values.get(name);
      return typeof value === "string" ? readJson(value) : value;
    },
  };
}

/** What a request shows of itself: a code or a refresh token where tokens are given out, an access token elsewhere. */
export function readCredential(request: SandboxRequest): string | null {
  if (request.url.pathname !== "/api/oauth.v2.access") return readToken(request);
  const { text } = readArguments(request);
  return text("refresh_token") ?? text("code") ?? null;
}

/** The token of a call: in the header, or among the arguments. */
export function readToken(request: SandboxRequest): string | null {
  const header = /^Bearer (\S+)$/.exec(request.headers.authorization ?? "")?.[1];
  return header ?? readArguments(request).text("token") ?? null;
}

function asText(value: unknown): string | undefined {
  return typeof value === "string" && value !== "" ? value : undefined;
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
