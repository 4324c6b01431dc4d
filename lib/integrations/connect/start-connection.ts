import { calculatePKCECodeChallenge, generateRandomCodeVerifier } from "oauth4webapi";
import { z } from "zod";
import { authorise, type Ctx } from "#lib/auth/context.ts";
import { defineVerb, defineVerbFor } from "#lib/auth/verb.ts";
import { env } from "#lib/env.ts";
import { notFound } from "#lib/errors.ts";
import { say } from "#lib/failures/say.ts";
import { browserAddress, type Environment } from "#lib/integrations/calls/provider-address.ts";
import { requireIntegration } from "#lib/integrations/integration-row.ts";
import { environmentSchema } from "#lib/integrations/schema.ts";
import { parseInput } from "#lib/parse.ts";
import type { ConnectInput, KeyGrant, OAuth2Auth, Onboarding } from "#lib/providers/contract/auth.ts";
import type { Provider } from "#lib/providers/contract/provider.ts";
import { buildRedirectUri, findProviderApp } from "#lib/providers/provider-app.ts";
import { loadProvider } from "#lib/providers/registry.ts";
import { shortText } from "#lib/text-schema.ts";
import { beginOnboarding } from "./begin-onboarding.ts";
import { ConnectError } from "./connect-error.ts";
import { environmentFor } from "./environment-for.ts";
import { createState } from "./state.ts";

const texts = z.record(z.string(), z.string());

/** Everything besides is the provider's own connect form. */
const installInput = z.looseObject({
  provider: shortText(100),
  environment: environmentSchema.optional(),
  integrationId: shortText(100).optional(),
  display: z.enum(["page", "popup"]).default("page"),
  way: z
    .enum(["existing", "new"])
    .default("existing")
    .describe("new: have the provider open an account first"),
});

/**
 * Begins a connection: answers the address of the provider's consent page.
 * @param browserNonce from a cookie: only this browser can finish what it began
 * @throws {AppError} 404 for an app that cannot be connected this way or another merchant's connection, 422 for input
 * @throws {ConnectError} not_configured, needs_https, provider_error where no account could be opened
 */
export const startConnection = defineVerbFor(
  ({ ctx }: { ctx: Ctx; browserNonce: string }) => authorise(ctx, "integrations:write"),
  {
    input: installInput,
    output: z.object({ url: z.string() }),
    async run({ ctx, input, browserNonce }) {
      const { provider, existing, environment, onboarding, settings, display } = await readStart(ctx, input);
      const verifier = generateRandomCodeVerifier();
      const state = await createState(ctx, {
        provider: provider.id,
        environment,
        input: settings,
        redirectUri: buildRedirectUri(provider.id),
        display,
        integrationId: existing?.id ?? null,
        browserNonce,
        verifier,
      });
      const { auth } = provider;
      if (onboarding) {
        return { url: await beginOnboarding({ provider, onboarding, environment, settings, state }) };
      }
      const real =
        auth.kind === "oauth2"
          ? await authorizeAddress({ provider, auth, environment, settings, state, verifier })
          : grantAddress(provider, auth.grant, environment, settings, state);
      return { url: browserAddress(provider, environment, real) };
    },
  },
);

/**
 * Whether a connection could begin with what was typed: nothing is begun.
 * @throws as startConnection
 */
export const checkStart = defineVerb({
  permission: "integrations:write",
  input: installInput,
  output: z.void(),
  async run({ ctx, input }) {
    await readStart(ctx, input);
  },
});

/** Where the connection is to be made, with what was typed, read and judged. */
async function readStart(ctx: Ctx, input: z.output<typeof installInput>) {
  const { provider: id, environment: asked, integrationId, display, way, ...fields } = input;
  const provider = await loadProvider(id);
  if (!provider) throw notFound("app");
  const existing = integrationId ? await requireIntegration(ctx, integrationId) : null;
  if (existing && existing.provider !== id) throw notFound("connection");
  const environment = existing ? existing.environment : environmentFor(provider, asked);
  const onboarding = way === "new" ? requireOnboarding(provider) : null;
  const form = onboarding?.input ?? getConnectForm(provider);
  // Connecting again needs no typing: what was typed the first time stands.
  const known = existing && Object.keys(fields).length === 0 ? knownFields(form, existing.settings) : fields;
  const settings = texts.parse(parseInput(form, known));
  return { provider, existing, environment, onboarding, settings, display };
}

function requireOnboarding({ auth }: Provider): Onboarding {
  if (auth.kind !== "oauth2" || !auth.onboarding) throw notFound("page");
  return auth.onboarding;
}

function getConnectForm({ auth, name }: Provider): ConnectInput {
  if (auth.kind === "oauth2") return auth.input;
  if (auth.grant) return auth.grant.input;
  throw new ConnectError("invalid_input", say("connect_by_keys_only", { app: name }));
}

function knownFields(form: ConnectInput, settings: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(settings).filter(([name]) => name in form.shape));
}

async function authorizeAddress(options: {
  provider: Provider;
  auth: OAuth2Auth;
  environment: Environment;
  settings: Record<string, string>;
  state: string;
  verifier: string;
}): Promise<string> {
  const { provider, auth, settings } = options;
  const app = findProviderApp(provider.id, options.environment);
  if (!app) throw new ConnectError("not_configured", say("connect_not_set_up_yet", { app: provider.name }));
  const url = new URL(auth.endpoints(settings).authorize);
  const parameters = {
    response_type: "code",
    client_id: app.clientId,
    redirect_uri: buildRedirectUri(provider.id),
    ...(auth.scopes.length > 0 ? { scope: auth.scopes.map(({ id }) => id).join(auth.scopeSeparator) } : {}),
    state: options.state,
    ...(auth.hasPkce
      ? { code_challenge: await calculatePKCECodeChallenge(options.verifier), code_challenge_method: "S256" }
      : {}),
    ...auth.authorizeParameters,
  };
  for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
  return url.href;
}

function grantAddress(
  provider: Provider,
  grant: KeyGrant | null,
  environment: Environment,
  settings: Record<string, string>,
  nonce: string,
): string {
  if (!grant) throw notFound("page");
  const callbackUrl = buildRedirectUri(provider.id);
  if (environment === "live" && !callbackUrl.startsWith("https:")) {
    const said = say("connect_needs_https", { app: provider.name, url: env().APP_URL });
    throw new ConnectError("needs_https", said);
  }
  return grant.authorizeUrl({ settings, appName: "Patchbay", nonce, returnUrl: callbackUrl, callbackUrl });
}
