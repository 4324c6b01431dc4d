import * as oauth from "oauth4webapi";
import { z } from "zod";
import { say } from "#lib/failures/say.ts";
import type { Environment } from "#lib/integrations/calls/provider-address.ts";
import { createProviderFetch } from "#lib/integrations/calls/provider-fetch.ts";
import type { RequestNote } from "#lib/integrations/calls/send-request.ts";
import { parseTokenAnswer, strictAnswer, type Tokens, toTokens } from "#lib/oauth/token-answer.ts";
import type { OAuth2Auth } from "#lib/providers/contract/auth.ts";
import type { Manifest } from "#lib/providers/contract/manifest.ts";
import type { ProviderApp } from "#lib/providers/contract/provider-app.ts";
import { ProviderError } from "#lib/providers/contract/provider-error.ts";
import { retryAfterMs } from "#lib/retry-after.ts";

const timeoutMs = 10_000;

type OAuthClientOptions = {
  provider: Manifest;
  auth: OAuth2Auth;
  app: ProviderApp;
  environment: Environment;
  settings: Readonly<Record<string, string>>;
  /** Gets a note of each request. */
  requests: RequestNote[];
};

/** The OAuth 2.0 client for one connection: the same for every provider, over oauth4webapi. */
export function createOAuthClient(options: OAuthClientOptions) {
  const { provider, auth, app, settings } = options;
  const endpoints = auth.endpoints(settings);
  const server: oauth.AuthorizationServer = {
    issuer: new URL(endpoints.authorize).origin,
    authorization_endpoint: endpoints.authorize,
    token_endpoint: endpoints.token,
  };
  const client: oauth.Client = { client_id: app.clientId };
  const authentication =
    auth.clientAuthentication === "basic"
      ? oauth.ClientSecretBasic(app.clientSecret)
      : oauth.ClientSecretPost(app.clientSecret);

  async function ask(send: (requestOptions: RequestOptions) => Promise<Response>): Promise<Tokens> {
    const sentAt = new Date();
    const answers: unknown[] = [];
    try {
      const response = await send({ [oauth.customFetch]: readableFetch(options, answers) });
      const tokens = await oauth.processGenericTokenEndpointResponse(server, client, response);
      return toTokens(tokens, auth.readSettings?.(answers.at(-1), app) ?? {}, sentAt);
    } catch (error) {
      throw explainTokenError(provider.name, error);
    }
  }

  return {
    /** @throws {ProviderError} auth for a code that is used, ended, or not ours */
    exchangeCode: (code: string, redirectUri: string, verifier: string): Promise<Tokens> =>
      ask((requestOptions) =>
        oauth.authorizationCodeGrantRequest(
          server,
          client,
          authentication,
          // It takes only what validateAuthResponse has looked at; our own state was compared before, by its hash.
          oauth.validateAuthResponse(server, client, new URLSearchParams({ code }), oauth.expectNoState),
          redirectUri,
          auth.hasPkce ? verifier : oauth.nopkce,
          { ...requestOptions, additionalParameters: { ...auth.tokenParameters } },
        ),
      ),
    /** @throws {ProviderError} auth where the grant has ended, timeout and unavailable where nothing is known */
    refresh: (refreshToken: string): Promise<Tokens> =>
      ask((requestOptions) =>
        oauth.refreshTokenGrantRequest(server, client, authentication, refreshToken, requestOptions),
      ),
  };
}

type RequestOptions = Pick<oauth.TokenEndpointRequestOptions, typeof oauth.customFetch>;

/** Puts the provider's answer into the standard's form before the library looks at it. */
function readableFetch({ provider, auth, environment, requests }: OAuthClientOptions, answers: unknown[]) {
  const providerFetch = createProviderFetch({
    provider,
    environment,
    timeoutMs,
    beforeEach: async () => {},
    notes: requests,
  });
  return async (url: string, init: RequestInit): Promise<Response> => {
    const response = await providerFetch(url, init);
    const answer = await readAnswer(provider.name, response);
    answers.push(answer);
    const standard = strictAnswer(auth.readTokenAnswer ? auth.readTokenAnswer(answer) : answer);
    const isRefusal = typeof standard === "object" && standard !== null && "error" in standard;
    // What is granted is 200 by the standard, and 201 or 202 for some.
    const status = response.ok ? (isRefusal ? 400 : 200) : response.status;
    return Response.json(standard, { status });
  };
}

async function readAnswer(name: string, response: Response): Promise<unknown> {
  if (response.status === 429) {
    throw new ProviderError({
      kind: "rate_limited",
      message: say("app_connect_wait", { app: name }),
      retryAfterMs: retryAfterMs(response.headers.get("retry-after")) || 60_000,
    });
  }
  const text = await response.text();
  try {
    if (response.status < 500) return parseTokenAnswer(text);
  } catch {
    // Told below, like every answer that is none.
  }
  throw new ProviderError({
    kind: "unavailable",
    message: say("app_access_trouble", { app: name }),
    detail: `token endpoint: HTTP ${response.status}`,
  });
}

/** RFC 6749 §5.2: what each refusal of a token endpoint means for the connection. */
function explainTokenError(name: string, error: unknown): unknown {
  for (let inner = error, depth = 0; inner instanceof Error && depth < 5; inner = inner.cause, depth += 1) {
    if (inner instanceof ProviderError) return inner;
  }
  if (error instanceof oauth.ResponseBodyError) {
    const detail = [error.error, error.error_description].filter(Boolean).join(": ");
    if (error.error === "invalid_grant") {
      return new ProviderError({
        kind: "auth",
        message: say("app_access_ended", { app: name }),
        detail,
        cause: error,
      });
    }
    if (error.error === "invalid_client" || error.error === "unauthorized_client") {
      const said = say("app_not_ours", { app: name });
      return new ProviderError({ kind: "unavailable", message: said, detail, cause: error });
    }
    if (error.error === "temporarily_unavailable" || error.error === "server_error") {
      const said = say("app_access_trouble", { app: name });
      return new ProviderError({ kind: "unavailable", message: said, detail, cause: error });
    }
    const said = say("app_access_refused", { app: name, error: error.error });
    return new ProviderError({ kind: "auth", message: said, detail, cause: error });
  }
  if (
    error instanceof oauth.OperationProcessingError ||
    error instanceof oauth.WWWAuthenticateChallengeError ||
    error instanceof z.ZodError
  ) {
    return new ProviderError({
      kind: "unavailable",
      message: say("app_unreadable", { app: name }),
      detail: error instanceof z.ZodError ? z.prettifyError(error) : `${error.code}: ${error.message}`,
      cause: error,
    });
  }
  return error;
}
