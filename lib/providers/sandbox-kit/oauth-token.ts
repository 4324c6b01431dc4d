import { randomBytes } from "node:crypto";
import type { SandboxContext, SandboxCredential, SandboxRequest, SandboxRoute } from "./contract.ts";
import type { OAuthSandboxOptions } from "./oauth.ts";
import { fitsChallenge, isFromApp, tokenParameters } from "./oauth-client.ts";

type Exchange = {
  options: OAuthSandboxOptions;
  request: SandboxRequest;
  parameters: URLSearchParams;
  context: SandboxContext;
};

/** Thrown within this file alone, and answered as the provider words it. */
class TokenRefusal extends Error {
  readonly code: string;
  constructor(code: string, description: string) {
    super(description);
    this.code = code;
  }
}

/** Answers the token address: codes (RFC 6749 §4.1.3) and refresh tokens (§6). */
export function tokenHandler(options: OAuthSandboxOptions): SandboxRoute["handle"] {
  return async (request, context) => {
    try {
      const parameters = tokenParameters(request);
      const json = await exchange({ options, request, parameters, context });
      return { status: 200, headers: { "cache-control": "no-store", pragma: "no-cache" }, json };
    } catch (error) {
      if (error instanceof TokenRefusal) return options.tokenRefusal(error.code, error.message);
      throw error;
    }
  };
}

async function exchange(call: Exchange): Promise<unknown> {
  const { options, request, parameters, context } = call;
  if (!isFromApp(request, parameters, context.app, options.clientAuthentication)) {
    throw new TokenRefusal(
      "invalid_client",
      "The client id or secret is wrong, or not sent as it should be.",
    );
  }
  const isTypeNeedless = options.doesWithout?.includes("grant_type") && parameters.has("code");
  const grantType = parameters.get("grant_type") ?? (isTypeNeedless ? "authorization_code" : null);
  if (grantType === null) throw new TokenRefusal("invalid_request", "grant_type is missing.");
  if (grantType === "authorization_code") return exchangeCode(call);
  if (grantType === "refresh_token" && options.refreshToken) return refresh(call, options.refreshToken);
  throw new TokenRefusal("unsupported_grant_type", `There is no grant_type ${grantType} here.`);
}

async function exchangeCode(call: Exchange): Promise<unknown> {
  const { options, parameters, context, request } = call;
  const code = readParameter(parameters, "code");
  const credential = await context.find(code);
  if (credential?.kind !== "code") throw new TokenRefusal("invalid_grant", "There is no such code.");
  const { grant } = credential;
  if (credential.isUsed) await endReusedGrant(context, grant.id);
  if (isEnded(credential)) throw new TokenRefusal("invalid_grant", "The code has expired.");
  checkRedirectUri(options, parameters, grant.data.redirect_uri);
  if (options.pkce !== "none") checkVerifier(parameters, grant.data.code_challenge);
  if (!(await context.use(code))) await endReusedGrant(context, grant.id);
  const isRefreshAsked = options.refreshToken?.isAsked?.(grant, request) ?? true;
  return giveTokens(call, credential, isRefreshAsked);
}

/** A code that comes twice may be stolen: what came of it ends (RFC 6749 §4.1.2). */
async function endReusedGrant(context: SandboxContext, grantId: string): Promise<never> {
  await context.revokeGrant(grantId);
  throw new TokenRefusal("invalid_grant", "The code was used before; what came of it is revoked.");
}

async function refresh(
  call: Exchange,
  { rotation }: NonNullable<OAuthSandboxOptions["refreshToken"]>,
): Promise<unknown> {
  const { parameters, context } = call;
  const token = readParameter(parameters, "refresh_token");
  const credential = await context.find(token);
  if (credential?.kind !== "refresh") {
    throw new TokenRefusal("invalid_grant", "There is no such refresh token.");
  }
  if (isEnded(credential)) throw new TokenRefusal("invalid_grant", "The refresh token is no longer good.");
  if (rotation === "single_use" && !(await context.use(token))) {
    throw new TokenRefusal("invalid_grant", "The refresh token was used before.");
  }
  if (rotation === "until_next_used") {
    await context.revokeGrant(credential.grant.id, { kind: "refresh", except: token });
  }
  return giveTokens(call, credential, rotation !== "reusable");
}

async function giveTokens(
  { options, request, context }: Exchange,
  { grant }: SandboxCredential,
  isRefreshIncluded: boolean,
): Promise<unknown> {
  const { accessToken: access, refreshToken: renewal } = options;
  const accessToken = newToken(access.prefix);
  await context.issue(grant, { kind: "access", token: accessToken, ...lifetime(access.expiresInSeconds) });
  const refreshToken = renewal && isRefreshIncluded ? newToken(renewal.prefix) : null;
  if (renewal && refreshToken !== null) {
    await context.issue(grant, {
      kind: "refresh",
      token: refreshToken,
      ...lifetime(renewal.expiresInSeconds),
    });
  }
  return options.tokenReply({
    accessToken,
    expiresInSeconds: access.expiresInSeconds,
    refreshToken,
    refreshExpiresInSeconds: refreshToken === null ? null : (renewal?.expiresInSeconds ?? null),
    grant,
    app: context.app,
    request,
  });
}

function checkRedirectUri(
  options: OAuthSandboxOptions,
  parameters: URLSearchParams,
  asked: string | undefined,
): void {
  const received = parameters.get("redirect_uri");
  if (received === null && options.doesWithout?.includes("redirect_uri")) return;
  if (received !== asked) {
    throw new TokenRefusal("invalid_grant", `The redirect_uri must be the one that was authorised: ${asked}`);
  }
}

function checkVerifier(parameters: URLSearchParams, challenge: string | undefined): void {
  const verifier = parameters.get("code_verifier");
  if (challenge === undefined && verifier === null) return;
  if (challenge === undefined || verifier === null || !fitsChallenge(verifier, challenge)) {
    throw new TokenRefusal("invalid_grant", "The code_verifier does not fit the code_challenge.");
  }
}

function readParameter(parameters: URLSearchParams, name: string): string {
  const value = parameters.get(name);
  if (!value) throw new TokenRefusal("invalid_request", `${name} is missing.`);
  return value;
}

function isEnded(credential: SandboxCredential): boolean {
  return credential.isExpired || credential.isRevoked;
}

function lifetime(expiresInSeconds: number | null): { expiresInSeconds?: number } {
  return expiresInSeconds === null ? {} : { expiresInSeconds };
}

function newToken(prefix: string): string {
  return `${prefix}${randomBytes(24).toString("hex")}`;
}
