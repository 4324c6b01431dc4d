import { type Ctx, isAllowed } from "#lib/auth/context.ts";
import { AppError, notFound } from "#lib/errors.ts";
import { say } from "#lib/failures/say.ts";
import { afterConnecting } from "#lib/integrations/connect/after-connecting.ts";
import { saveConnection } from "#lib/integrations/connect/save-connection.ts";
import type { Account } from "#lib/providers/contract/call.ts";
import type { Provider } from "#lib/providers/contract/provider.ts";
import { ProviderError, VerificationError } from "#lib/providers/contract/provider-error.ts";
import { findProviderApp } from "#lib/providers/provider-app.ts";
import { loadProvider } from "#lib/providers/registry.ts";
import { scrubbed } from "#lib/scrub.ts";
import { exchangeCode } from "../calls/request-tokens.ts";
import { ConnectError, toConnectError } from "./connect-error.ts";
import { identifyAccount } from "./identify-account.ts";
import { isConnectedByKeys, readPending } from "./pending-connection.ts";
import {
  consumeState,
  findState,
  isOwnState,
  keepPending,
  openState,
  type SealedState,
  type StateRow,
} from "./state.ts";

type Outcome = { kind: "connected"; integrationId: string } | { kind: "other_account"; state: string };
export type Finished = { display: "page" | "popup" } & Outcome;

type Pending = NonNullable<SealedState["pending"]>;

/**
 * Takes the browser back from the provider's consent page: checks that it is the same browser and person, who may still
 * connect apps, uses the state up, gets the tokens, asks whose account it is, and writes the connection.
 * @throws {ConnectError} with what to tell the merchant; nothing is connected then
 */
export async function finishConnection(options: {
  ctx: Ctx;
  providerId: string;
  query: URLSearchParams;
  browserNonce: string | null;
}): Promise<Finished> {
  const provider = await loadProvider(options.providerId);
  if (!provider) throw notFound("app");
  const row = await requireOwnState(provider, options);
  const { display } = row;
  try {
    requirePermission(options.ctx);
    const pending = await agreedConnection(provider, row, options.query);
    const account = await identifyAccount({
      provider,
      environment: row.environment,
      secrets: pending.secrets,
      settings: pending.settings,
    });
    return {
      display,
      ...(await connectOrAsk(options.ctx, row, account, granted(provider, pending, account))),
    };
  } catch (error) {
    throw withDisplay(provider, error, display);
  }
}

/** The right may have been taken away since Connect was pressed. */
function requirePermission(ctx: Ctx): void {
  if (isAllowed(ctx, "integrations:write")) return;
  throw new ConnectError("not_allowed", say("connect_not_allowed"));
}

/** Another account than before waits for the merchant's word. */
async function connectOrAsk(ctx: Ctx, row: StateRow, account: Account, pending: Pending): Promise<Outcome> {
  try {
    const integrationId = await connect(ctx, row, account, { ...pending, isOtherAccountFine: false });
    return { kind: "connected", integrationId };
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== "other_account") throw error;
    const { id, label } = account;
    await keepPending(row, { id, label }, { verifier: "", pending });
    return { kind: "other_account", state: row.id };
  }
}

/**
 * Writes a connection whose tokens are there, and what hangs on it.
 * @throws {AppError} other_account, account_connected_already
 */
export async function connect(
  ctx: Ctx,
  row: StateRow,
  account: Account,
  agreed: Pending & { isOtherAccountFine: boolean },
): Promise<string> {
  const { provider, environment, integrationId } = row;
  const { isOtherAccountFine, ...pending } = agreed;
  const connection = { provider, environment, account, ...pending };
  const again = integrationId === null ? null : { integrationId, isOtherAccountFine };
  const integration = await saveConnection(ctx, connection, again);
  await afterConnecting(integration, account);
  return integration.id;
}

async function requireOwnState(
  provider: Provider,
  options: { ctx: Ctx; query: URLSearchParams; browserNonce: string | null },
): Promise<StateRow> {
  const state = options.query.get("state") ?? options.query.get("user_id") ?? "";
  const found = await findState(state, provider.id);
  if (!found) {
    throw new ConnectError("state_mismatch", say("connect_unasked", { app: provider.name }));
  }
  if (!isOwnState(found, options.ctx, options.browserNonce)) {
    throw new ConnectError("wrong_browser", say("connect_other_browser"));
  }
  const used = await consumeState(found);
  if (used) return used;
  const app = { app: provider.name };
  const { display } = found;
  throw found.usedAt
    ? new ConnectError("state_mismatch", say("connect_used_before", app), { display })
    : new ConnectError("expired", say("connect_took_too_long", app), { display });
}

/** @throws {ConnectError} denied, bad_callback; @throws {ProviderError} where the exchange failed */
async function agreedConnection(provider: Provider, row: StateRow, query: URLSearchParams): Promise<Pending> {
  const { auth } = provider;
  if (auth.kind === "api_key") return readPending(provider, row, query);
  const app = findProviderApp(provider.id, row.environment);
  if (!app) throw new ConnectError("not_configured", say("connect_not_set_up", { app: provider.name }));
  const refusal = query.get("error");
  if (refusal !== null) throw refused(provider, refusal, query.get("error_description"));
  auth.verifyCallback?.(query, app, new Date());
  const code = query.get("code");
  if (!code && auth.onboarding) return readPending(provider, row, query);
  if (!code) throw new ConnectError("bad_callback", say("connect_without_code", { app: provider.name }));
  const { environment, input: settings, redirectUri } = row;
  const { verifier } = await openState(row);
  return exchangeCode({ provider, auth, app, environment, settings }, { code, redirectUri, verifier });
}

/** What the account says was granted goes before what the token answer said. */
function granted(provider: Provider, pending: Pending, account: Account): Pending {
  const settings = { ...pending.settings, ...account.settings };
  if (account.grantedScopes) return { ...pending, settings, scopes: [...account.grantedScopes] };
  if (!isConnectedByKeys(provider)) return { ...pending, settings };
  return { ...pending, settings, scopes: provider.auth.scopes.map(({ id }) => id) };
}

function refused(provider: Provider, error: string, description: string | null): ConnectError {
  if (error === "access_denied" || error === "user_denied") {
    return new ConnectError("denied", say("connect_denied", { app: provider.name }));
  }
  const remark = scrubbed(description ?? error);
  return new ConnectError("provider_error", say("connect_refused", { app: provider.name, remark }));
}

function withDisplay(provider: Provider, error: unknown, display: "page" | "popup"): unknown {
  if (error instanceof ConnectError)
    return new ConnectError(error.code, error.said, { display, cause: error.cause });
  if (error instanceof VerificationError) {
    const said = say("connect_not_genuine", { app: provider.name });
    return new ConnectError("bad_callback", said, { display, cause: error });
  }
  if (error instanceof ProviderError) {
    return toConnectError(error, display);
  }
  if (error instanceof AppError && error.code === "account_connected_already") {
    return new ConnectError("account_connected_already", error.said, { display, cause: error });
  }
  return error;
}
