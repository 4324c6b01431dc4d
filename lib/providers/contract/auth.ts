import type { z } from "zod";
import type { Call, ProviderRequest } from "./call.ts";
import type { ProviderApp } from "./provider-app.ts";

/** A strict zod object whose fields come out as texts, each with FieldMeta; empty where nothing need be typed. */
export type ConnectInput = z.ZodObject;

/** The `.meta()` of a field of a connect form or of an action's input. */
export type FieldMeta = {
  /** The label. */
  title: string;
  /** The help below it. */
  description?: string;
  placeholder?: string;
  /** Masked on screen, sealed in the database, never returned. */
  secret?: boolean;
  /** The id of the provider's resource to choose from. */
  resource?: string;
  /** Several lines. */
  multiline?: boolean;
  /** Each place of the list means something, as the columns of a row do: a value that is missing must not be left out. */
  isPositional?: boolean;
};

export type OAuth2Auth = {
  kind: "oauth2";
  /**
   * What the merchant types before the consent page (a shop's domain), parsed. It refuses hosts that are not the
   * provider's. It becomes the integration's settings.
   */
  input: ConnectInput;
  endpoints: (settings: Readonly<Record<string, string>>) => {
    authorize: string;
    token: string;
  };
  scopes: readonly Scope[];
  scopeSeparator: " " | ",";
  hasPkce: boolean;
  clientAuthentication: "post" | "basic";
  /** Further parameters of the authorize address. */
  authorizeParameters?: Readonly<Record<string, string>>;
  /** Further parameters of the code's exchange. */
  tokenParameters?: Readonly<Record<string, string>>;
  /** none: tokens do not end. reusable: a refresh token works again and again. single_use: each use brings a new one. */
  refresh: "none" | "reusable" | "single_use";
  /**
   * Puts the provider's token answer into the form of RFC 6749 §5.1 or §5.2 (`access_token`, `token_type: "bearer"`,
   * `expires_in`, `refresh_token`, `refresh_token_expires_in`, `scope`; or `error`), where it is not in it.
   */
  readTokenAnswer?: (answer: unknown) => unknown;
  /**
   * What of the token answer is kept beside the secrets: an instance's address. Merged into the settings. Throws
   * ProviderError where the answer is not the provider's own.
   */
  readSettings?: (answer: unknown, app: ProviderApp) => Record<string, string>;
  /** Puts the access token on a request. Default: `Authorization: Bearer`. */
  authenticate?: (request: ProviderRequest, credentials: Readonly<Record<string, string>>) => ProviderRequest;
  onboarding?: Onboarding;
  /** Refuses a callback that is not the provider's own; throws VerificationError. */
  verifyCallback?: (query: URLSearchParams, app: ProviderApp, now: Date) => void;
  /** The requests that end the grant at the provider; null where it has no way to. 4xx answers count as done. */
  revoke:
    | ((grant: {
        credentials: Readonly<Record<string, string>>;
        settings: Readonly<Record<string, string>>;
        app: ProviderApp;
      }) => ProviderRequest)
    | null;
};

/** A second way in, for merchants who have no account at the provider yet: it opens one on pages of its own. */
export type Onboarding = {
  /** What the button says: "Open a Stripe account". */
  title: string;
  input: ConnectInput;
  /**
   * Opens the account with the app's own credentials (`call.app`; there are no others yet) and answers the provider's
   * page on which the merchant fills in the rest. `settings` name the account for every later call.
   */
  begin: (
    call: Call,
    options: { input: Readonly<Record<string, string>>; returnUrl: string; refreshUrl: string },
  ) => Promise<{ url: string; settings: Record<string, string> }>;
};

/** Credentials that the merchant types, or that the provider sends us once the merchant agreed (`grant`). */
export type ApiKeyAuth = {
  kind: "api_key";
  /** Fields with `secret: true` are sealed; the others become settings. */
  input: ConnectInput;
  scopes: readonly Scope[];
  authenticate: (request: ProviderRequest, credentials: Readonly<Record<string, string>>) => ProviderRequest;
  /** One click instead of typing: the merchant agrees on the provider's page, which posts the keys to us. */
  grant: KeyGrant | null;
  /** Exchanges the keys for an access token that ends (OAuth client credentials); kept as `accessToken`. */
  tokenRequest:
    | ((
        credentials: Readonly<Record<string, string>>,
        settings: Readonly<Record<string, string>>,
      ) => ProviderRequest)
    | null;
};

export type KeyGrant = {
  input: ConnectInput;
  authorizeUrl: (options: {
    settings: Readonly<Record<string, string>>;
    appName: string;
    /** Single use; comes back with the keys. */
    nonce: string;
    returnUrl: string;
    callbackUrl: string;
  }) => string;
  /** Reads what the provider posted; throws ProviderError invalid_input where it is not in its form. */
  readGrant: (body: unknown) => { nonce: string; credentials: Record<string, string> };
};

export type Scope = {
  id: string;
  /** What it lets us do, in plain words: "Read your product list". */
  title: string;
  /** Why Patchbay asks for it. */
  reason: string;
};
