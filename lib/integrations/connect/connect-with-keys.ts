import { defineVerb } from "#lib/auth/verb.ts";
import { AppError, invalidInput, notFound } from "#lib/errors.ts";
import { say } from "#lib/failures/say.ts";
import { ConnectError } from "#lib/integrations/connect/connect-error.ts";
import { environmentFor } from "#lib/integrations/connect/environment-for.ts";
import { splitFields } from "#lib/integrations/connect/pending-connection.ts";
import { parseInput } from "#lib/parse.ts";
import type { Provider } from "#lib/providers/contract/provider.ts";
import { ProviderError } from "#lib/providers/contract/provider-error.ts";
import { loadProvider } from "#lib/providers/registry.ts";
import type { Environment } from "../calls/provider-address.ts";
import { exchangeKeys } from "../calls/request-tokens.ts";
import { toAppError } from "../calls/to-app-error.ts";
import { readIntegrationDto } from "../integration-dto.ts";
import { requireIntegration } from "../integration-row.ts";
import { connectWithKeysInput, integrationDto } from "../schema.ts";
import type { Secrets } from "../tokens/secrets.ts";
import { afterConnecting } from "./after-connecting.ts";
import { identifyAccount } from "./identify-account.ts";
import { saveConnection } from "./save-connection.ts";

/**
 * Connects an app by keys that were typed, once they have opened an account.
 * @throws {AppError} 422 for fields or keys that are not right, 409 where the account is another one than before
 */
export const connectWithKeys = defineVerb({
  permission: "integrations:write",
  input: connectWithKeysInput,
  output: integrationDto,
  async run({ ctx, input: request }) {
    const provider = await loadProvider(request.provider);
    if (!provider) throw notFound("app");
    const { auth } = provider;
    if (auth.kind !== "api_key") {
      const said = say("problem_connected_on_own_page", { app: provider.name, provider: provider.id });
      throw new AppError({ status: 422, code: "not_connected_by_keys", said });
    }
    const existing = request.integrationId ? await requireIntegration(ctx, request.integrationId) : null;
    const environment = existing?.environment ?? chooseEnvironment(provider, request.environment);
    const typed = splitFields(auth, parseFields(auth.input, request.credentials));
    const { settings } = typed;
    const { account, secrets, expiresAt } = await identify(
      { provider, environment, settings },
      typed.secrets,
    );
    const scopes = account.grantedScopes ?? auth.scopes.map(({ id }) => id);
    const integration = await saveConnection(
      ctx,
      {
        provider: provider.id,
        environment,
        account,
        secrets,
        settings,
        scopes,
        expiresAt,
        refreshExpiresAt: null,
      },
      existing && { integrationId: existing.id, isOtherAccountFine: request.isOtherAccountFine },
    );
    await afterConnecting(integration, account);
    return readIntegrationDto(ctx, integration.id);
  },
});

/** The paths of what is wrong are those of the caller's own input. */
function parseFields(form: Parameters<typeof parseInput>[0], credentials: unknown): Record<string, unknown> {
  try {
    const fields = parseInput(form, credentials);
    return typeof fields === "object" && fields !== null ? { ...fields } : {};
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const below = error.fieldErrors.map(({ path, message }) => ({
      path: path ? `credentials.${path}` : "credentials",
      message,
    }));
    throw invalidInput(below);
  }
}

function chooseEnvironment(provider: Provider, asked: Environment | undefined): Environment {
  try {
    return environmentFor(provider, asked);
  } catch (error) {
    if (!(error instanceof ConnectError)) throw error;
    throw new AppError({ status: 422, code: error.code, said: error.said });
  }
}

/** Whose account the keys open, and the secrets with the access token that they were exchanged for, if they need one. */
async function identify(
  place: { provider: Provider; environment: Environment; settings: Record<string, string> },
  typed: Secrets,
) {
  try {
    const { secrets, expiresAt } = await exchangeKeys(place, typed);
    return { account: await identifyAccount({ ...place, secrets }), secrets, expiresAt };
  } catch (error) {
    if (!(error instanceof ProviderError)) throw error;
    const isOfTheKeys = ["auth", "scope_missing", "account_closed", "not_found"].includes(error.kind);
    if (!isOfTheKeys) throw toAppError(error);
    throw new AppError({ status: 422, code: "keys_refused", said: error.said, cause: error });
  }
}
