import type { SandboxApp, SandboxGrant, SandboxReply, SandboxRequest, SandboxRoute } from "./contract.ts";
import { authorizeHandler } from "./oauth-authorize.ts";
import { tokenHandler } from "./oauth-token.ts";

/** Where a provider's OAuth 2.0 differs from the next one's. The routes themselves are the same for all. */
export type OAuthSandboxOptions = {
  /** Over host and path, as in SandboxRoute. */
  authorize: RegExp;
  token: RegExp;
  /** How scopes stand in the address: by comma, by space. */
  scopeSeparator: "," | " ";
  /** Every scope that there is, in the provider's words. Another one is `invalid_scope`. */
  scopes: Readonly<Record<string, string>>;
  pkce: "required" | "optional" | "none";
  clientAuthentication: readonly ("post" | "basic")[];
  /**
   * What RFC 6749 asks for and this provider does not: `response_type` when authorising, `redirect_uri` or `grant_type`
   * when a code is exchanged. Where one is sent all the same, it must be right.
   */
  doesWithout?: readonly ("response_type" | "redirect_uri" | "grant_type")[];
  accessToken: { prefix: string; expiresInSeconds: number | null };
  /**
   * null: there are none. single_use: each use ends it and brings a new one. until_next_used: the old one works on
   * until the new one is used.
   */
  refreshToken: {
    prefix: string;
    expiresInSeconds: number | null;
    rotation: "reusable" | "single_use" | "until_next_used";
    /**
     * Given only where the authorize or token request asks for it; default: always. `grant.data` has the parameters of
     * the authorize address by their own names: `access_type`.
     */
    isAsked?: (grant: SandboxGrant, request: SandboxRequest) => boolean;
  } | null;
  /** The account that the address itself names. */
  readAccount?: (request: SandboxRequest, groups: Readonly<Record<string, string>>) => string;
  tokenReply: (issued: {
    accessToken: string;
    expiresInSeconds: number | null;
    /** null where none is given out with this answer. */
    refreshToken: string | null;
    refreshExpiresInSeconds: number | null;
    grant: SandboxGrant;
    app: SandboxApp;
    request: SandboxRequest;
  }) => unknown;
  /** How the token endpoint refuses: `invalid_grant`, `invalid_client`, `invalid_request`, `unsupported_grant_type`. */
  tokenRefusal: (error: string, description: string) => SandboxReply;
};

/** The authorize and the token route of a provider (RFC 6749, RFC 7636). */
export function oauthRoutes(options: OAuthSandboxOptions): readonly SandboxRoute[] {
  return [
    { methods: ["GET"], match: options.authorize, access: "open", handle: authorizeHandler(options) },
    { methods: ["POST"], match: options.token, access: "token", handle: tokenHandler(options) },
  ];
}
