import type { SandboxContext, SandboxReply, SandboxRequest, SandboxRoute } from "./contract.ts";
import type { OAuthSandboxOptions } from "./oauth.ts";

type Problem = { error: string; description: string };

/** base64url of 32 bytes (RFC 7636 §4.2). */
const challengeForm = /^[A-Za-z0-9_-]{43}$/;

/** Answers the authorize address (RFC 6749 §4.1.1, RFC 7636 §4.3): to the consent page, or back with what is wrong. */
export function authorizeHandler(options: OAuthSandboxOptions): SandboxRoute["handle"] {
  return async (request, context, groups) => {
    const query = request.url.searchParams;
    const redirectUri = query.get("redirect_uri");
    const stranger = findStranger(query, redirectUri, context);
    // Whom the address does not prove to be our app must not be sent anywhere (RFC 6749 §4.1.2.1).
    if (redirectUri === null || stranger !== null) return { status: 400, text: stranger ?? "" };
    const scopes = readList(query.get("scope"), options.scopeSeparator);
    const problem = findProblem(options, query, scopes);
    if (problem) return leadBack(redirectUri, query, problem);
    const { state: _, ...asked } = Object.fromEntries(query);
    return context.askConsent({
      data: asked,
      scopes: scopes.map((id) => ({ id, title: options.scopes[id] ?? id })),
      ...(options.readAccount ? { externalId: options.readAccount(request, groups) } : {}),
      allowUrl: backTo(redirectUri, query, {}),
      denyUrl: backTo(redirectUri, query, {
        error: "access_denied",
        error_description: "The merchant did not agree.",
      }),
    });
  };
}

function findStranger(
  query: URLSearchParams,
  redirectUri: string | null,
  { app }: SandboxContext,
): string | null {
  const clientId = query.get("client_id");
  if (clientId !== app.clientId) {
    return `There is no app with the client_id ${clientId ?? "(none)"} here. The sandbox knows ${app.clientId}.`;
  }
  if (redirectUri === null || !app.redirectUris.includes(redirectUri)) {
    const expected = app.redirectUris.join(" or ");
    return `The redirect_uri ${redirectUri ?? "(none)"} is not registered for this app. Expected: ${expected}`;
  }
  return null;
}

function findProblem(
  options: OAuthSandboxOptions,
  query: URLSearchParams,
  scopes: readonly string[],
): Problem | null {
  const responseType = query.get("response_type");
  if (responseType === null && !options.doesWithout?.includes("response_type")) {
    return { error: "invalid_request", description: "response_type is missing." };
  }
  if (responseType !== null && responseType !== "code") {
    return { error: "unsupported_response_type", description: "response_type must be code." };
  }
  const unknown = scopes.find((id) => !Object.hasOwn(options.scopes, id));
  if (unknown !== undefined) {
    return { error: "invalid_scope", description: `There is no scope ${unknown}.` };
  }
  if (scopes.length === 0) return { error: "invalid_scope", description: "scope is missing." };
  return options.pkce === "none" ? null : findChallengeProblem(options.pkce, query);
}

function findChallengeProblem(pkce: "required" | "optional", query: URLSearchParams): Problem | null {
  const challenge = query.get("code_challenge");
  if (challenge === null) {
    return pkce === "optional"
      ? null
      : { error: "invalid_request", description: "code_challenge is missing." };
  }
  if (query.get("code_challenge_method") !== "S256") {
    return { error: "invalid_request", description: "code_challenge_method must be S256." };
  }
  return challengeForm.test(challenge)
    ? null
    : { error: "invalid_request", description: "code_challenge is not the base64url of a SHA-256." };
}

function leadBack(redirectUri: string, query: URLSearchParams, problem: Problem): SandboxReply {
  const location = backTo(redirectUri, query, {
    error: problem.error,
    error_description: problem.description,
  });
  return { status: 302, headers: { location } };
}

function backTo(redirectUri: string, query: URLSearchParams, parameters: Record<string, string>): string {
  const url = new URL(redirectUri);
  for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
  const state = query.get("state");
  if (state !== null) url.searchParams.set("state", state);
  return url.href;
}

function readList(text: SandboxRequest["text"] | null, separator: "," | " "): string[] {
  return [...new Set((text ?? "").split(separator).map((item) => item.trim()))].filter(Boolean);
}
