import type { ProviderSandbox, SandboxRoute } from "#lib/providers/sandbox-kit/contract.ts";
import { refuse } from "./answers.ts";
import { commands } from "./commands.ts";
import { executeAdmin } from "./execute-admin.ts";
import { authRoutes, signCallback, textField } from "./oauth.ts";
import { newAccount } from "./seed.ts";
import { apiVersion } from "./webhooks.ts";

/** A token opens its own shop, on the shop's own host, in the one version that is played here. */
const adminRoute: SandboxRoute = {
  methods: ["POST"],
  match: /^(?<shop>[a-z0-9][a-z0-9-]*)\.myshopify\.com\/admin\/api\/(?<version>[^/]+)\/graphql\.json$/,
  access: "api",
  changes: ({ json }) => /^\s*mutation\b/.test(textField(json, "query") ?? ""),
  handle: async (request, context, { shop, version }) => {
    const { account, credential } = context;
    if (version !== apiVersion) return refuse({ kind: "unknown_route" }, request);
    if (!account || !credential || account.externalId !== `${shop}.myshopify.com`) {
      return refuse({ kind: "unknown_credential" }, request);
    }
    const { scopes } = credential.grant;
    const reply = await executeAdmin({ ...context, account }, { json: request.json, scopes });
    return { ...reply, headers: { "x-shopify-api-version": apiVersion } };
  },
};

/** Shopify's OAuth and the parts of its Admin API of 2026-10 that are in admin-schema.ts. */
export const sandbox = {
  hosts: ["*.myshopify.com"],
  newAccount,
  readCredential: ({ headers, form, json }) =>
    headers["x-shopify-access-token"] ??
    form.get("code") ??
    form.get("refresh_token") ??
    textField(json, "code") ??
    textField(json, "refresh_token"),
  routes: [...authRoutes, adminRoute],
  refuse,
  afterConsent: signCallback,
  commands,
} satisfies ProviderSandbox;
