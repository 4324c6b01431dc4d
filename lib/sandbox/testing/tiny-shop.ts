import { z } from "zod";
import type { Provider } from "#lib/providers/contract/provider.ts";
import type { ProviderSandbox, SandboxRefusal, SandboxReply } from "#lib/providers/sandbox-kit/contract.ts";
import { type OAuthSandboxOptions, oauthRoutes } from "#lib/providers/sandbox-kit/oauth.ts";

const refusalStatus: Record<SandboxRefusal["kind"], number> = {
  no_credential: 401,
  unknown_credential: 401,
  expired_credential: 401,
  revoked_credential: 401,
  missing_scope: 403,
  forbidden: 403,
  not_understood: 400,
  server_error: 500,
  unknown_route: 404,
  rate_limited: 429,
};

const cupSchema = z.object({ name: z.string() });

/** The OAuth of a provider that exists in tests only. */
const tinyOAuth: OAuthSandboxOptions = {
  authorize: /^tiny\.example\/authorize$/,
  token: /^tiny\.example\/token$/,
  scopeSeparator: " ",
  scopes: { read: "See cups", write: "Make cups" },
  pkce: "optional",
  clientAuthentication: ["post", "basic"],
  accessToken: { prefix: "tiny-", expiresInSeconds: 3_600 },
  refreshToken: { prefix: "tinyr-", expiresInSeconds: null, rotation: "single_use" },
  tokenReply: ({ accessToken, expiresInSeconds, refreshToken, grant }) => ({
    access_token: accessToken,
    token_type: "bearer",
    expires_in: expiresInSeconds,
    ...(refreshToken === null ? {} : { refresh_token: refreshToken }),
    scope: grant.scopes.join(" "),
  }),
  tokenRefusal: (error, description) => ({
    status: error === "invalid_client" ? 401 : 400,
    json: { error, error_description: description },
  }),
};

/** A shop that holds cups, as its sandbox. */
export function tinySandbox(oauth: Partial<OAuthSandboxOptions> = {}): ProviderSandbox {
  return {
    hosts: ["tiny.example", "*.tiny.example"],
    newAccount: ({ name, slug }) => ({
      externalId: `${slug}.tiny.example`,
      label: name,
      objects: [{ kind: "cup", id: "1", data: { name: "Blue cup" } }],
    }),
    keys: ({ derive }) => {
      const token = `key-${derive("main")}`;
      return [{ fields: { key: token }, token, scopes: ["read", "write"] }];
    },
    readCredential: ({ headers, form }) =>
      /^Bearer (.+)$/.exec(headers.authorization ?? "")?.[1] ?? form.get("code") ?? form.get("refresh_token"),
    routes: [
      ...oauthRoutes({ ...tinyOAuth, ...oauth }),
      {
        methods: ["GET"],
        match: /^(?<shop>[a-z0-9-]+\.)?tiny\.example\/cups(?:\/(?<id>[^/]+))?$/,
        access: "api",
        scope: "read",
        handle: async (_, context, { id }) => {
          if (id === undefined) return { status: 200, json: await context.store.list("cup", cupSchema) };
          const cup = await context.store.get("cup", id, cupSchema);
          return cup ? { status: 200, json: cup } : { status: 404, json: { error: `no cup ${id}` } };
        },
      },
      {
        methods: ["POST"],
        match: /^tiny\.example\/cups$/,
        access: "api",
        scope: "write",
        handle: async ({ json }, context) => {
          const id = `made-${await context.store.next("cups")}`;
          await context.store.put("cup", id, cupSchema.parse(json));
          return { status: 201, json: { id } };
        },
      },
    ],
    refuse: (refusal): SandboxReply => ({
      status: refusalStatus[refusal.kind],
      headers:
        refusal.kind === "rate_limited" ? { "retry-after": String(refusal.retryAfterSeconds) } : undefined,
      json: { error: refusal.kind, ...("scope" in refusal ? { scope: refusal.scope } : {}) },
    }),
    commands: {
      sell: {
        title: "Sell the blue cup",
        run: async (context) => {
          await context.store.remove("cup", "1");
          return "The blue cup is sold.";
        },
      },
      uninstall: {
        title: "Uninstall the app",
        run: async (context) => {
          await context.revokeAll();
          return "The app is uninstalled.";
        },
      },
    },
  };
}

/** The provider around it, which does nothing of its own. */
export function tinyProvider(id: string, sandbox: ProviderSandbox = tinySandbox()): Provider {
  return {
    id,
    name: "Tiny Shop",
    category: "ecommerce",
    words: { en: {} },
    summary: "Cups.",
    benefits: [],
    docsUrl: "https://tiny.example/docs",
    icon: null,
    api: { version: "1", endsOn: null, source: "https://tiny.example/docs" },
    setUp: [],
    developerApp: null,
    auth: {
      kind: "oauth2",
      input: z.strictObject({}),
      endpoints: () => ({ authorize: "https://tiny.example/authorize", token: "https://tiny.example/token" }),
      scopes: [
        { id: "read", title: "See cups", reason: "To show them." },
        { id: "write", title: "Make cups", reason: "To make them." },
      ],
      scopeSeparator: " ",
      hasPkce: true,
      clientAuthentication: "post",
      refresh: "single_use",
      revoke: null,
    },
    rateLimit: { perIntegration: { requests: 100, seconds: 1 }, perApp: null },
    inboundAddress: null,
    syncs: [],
    paymentFacts: null,
    identify: async () => ({ id: "1", label: "Tiny" }),
    actions: {},
    resources: {},
    inbound: null,
    sync: {},
    classifyError: () => null,
    sandbox: async () => sandbox,
  };
}
