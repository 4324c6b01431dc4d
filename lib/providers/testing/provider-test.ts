import { createTestMerchant } from "#db/testing/merchant.ts";
import type { Ctx } from "#lib/auth/context.ts";
import { decideFee } from "#lib/fees/decide-fee.ts";
import { newId } from "#lib/ids.ts";
import { createCall } from "#lib/integrations/calls/create-call.ts";
import { toProviderError } from "#lib/integrations/calls/to-provider-error.ts";
import { openAccountContext } from "#lib/sandbox/core/account-context.ts";
import { openAccounts } from "#lib/sandbox/core/accounts.ts";
import { switchFaultOn } from "#lib/sandbox/core/switch-fault-on.ts";
import type { FaultKind, FaultTarget } from "#lib/sandbox/fault-schema.ts";
import { renderOutput } from "#lib/words/render-output.ts";
import type { Action } from "../contract/action.ts";
import type { Call } from "../contract/call.ts";
import type { Provider } from "../contract/provider.ts";
import type { SandboxAccount, SandboxAccountContext } from "../sandbox-kit/contract.ts";
import { connectTestAccount } from "./connect-test-account.ts";
import { holdSandboxServer } from "./sandbox-server.ts";

type Overrides = {
  idempotencyKey?: string;
  credentials?: Record<string, string>;
  settings?: Record<string, string>;
};

export type ProviderTest = {
  /** A merchant of its own. */
  ctx: Ctx;
  account: SandboxAccount;
  credentials: Readonly<Record<string, string>>;
  settings: Readonly<Record<string, string>>;
  call: (over?: Overrides) => Call;
  /** What an action answers, as a caller reads it. Rejects with ProviderError. */
  run: (action: string, input: unknown, over?: Overrides) => Promise<Record<string, unknown>>;
  /** The same, as a row would keep it. */
  answer: (action: string, input: unknown, over?: Overrides) => Promise<Record<string, unknown>>;
  /** `context.store` looks into the sandbox's state. */
  context: SandboxAccountContext;
  fault: (
    kind: FaultKind,
    options?: { times?: number; retryAfterSeconds?: number; delayMs?: number; target?: FaultTarget },
  ) => Promise<void>;
  stop: () => Promise<void>;
};

export type ProviderTestOptions = {
  /**
   * Of the integration. Default: what the typed keys say; where the connect form asks for one thing only (a shop's
   * domain), the account's name.
   */
  settings?: Record<string, string> | ((account: SandboxAccount) => Record<string, string>);
  /** Granted; default: all of the provider's. */
  scopes?: readonly string[];
  timeoutMs?: number;
  /** Answers what the sandbox sends to this installation: /api/inbound/…. */
  also?: (request: Request) => Promise<Response | null>;
};

/** A merchant with an account in a provider's sandbox, connected without a consent page, and the real client to call it. */
export async function startProviderTest(
  provider: Provider,
  options: ProviderTestOptions = {},
): Promise<ProviderTest> {
  const ctx = await createTestMerchant();
  const release = await holdSandboxServer(provider, options.also);
  const sandbox = await provider.sandbox();
  const place = { provider: provider.id, sandbox, merchantId: ctx.merchantId };
  const [account] = await openAccounts(place);
  if (!account) throw new Error(`${provider.id} has no account in its sandbox.`);
  const context = openAccountContext(provider.id, account);
  const connected = await connectTestAccount({ provider, sandbox, context, scopes: options.scopes });
  const { credentials } = connected;
  const chosen = typeof options.settings === "function" ? options.settings(account) : options.settings;
  const typed = chosen ?? connected.settings;
  const settings = { ...typed, ...(await toldSettings(provider, credentials, typed)) };
  const call = (over: Overrides = {}) => {
    const key = over.idempotencyKey ?? newId("dlv");
    return createCall({
      provider,
      environment: "sandbox",
      integrationId: null,
      credentials: over.credentials ?? credentials,
      settings: over.settings ?? settings,
      idempotencyKey: key,
      platformFee: (payment) => decideFee({ merchantId: ctx.merchantId, key, ...payment }),
      ...(options.timeoutMs === undefined ? {} : { timeoutMs: options.timeoutMs }),
    }).call;
  };
  return {
    ctx,
    account,
    credentials,
    settings,
    call,
    run: async (id, input, over) => {
      const action = requireAction(provider, id);
      return renderOutput(action.output, await runAction(provider, action, input, call(over)));
    },
    answer: (id, input, over) => runAction(provider, requireAction(provider, id), input, call(over)),
    context,
    fault: async (kind, fault = {}) => {
      await switchFaultOn({ merchantId: ctx.merchantId, provider: provider.id, kind, times: 1, ...fault });
    },
    stop: release,
  };
}

/** What connecting would have kept of the account, such as its data centre. */
async function toldSettings(
  provider: Provider,
  credentials: Record<string, string>,
  settings: Record<string, string>,
): Promise<Readonly<Record<string, string>>> {
  const idempotencyKey = newId("dlv");
  const options = { provider, environment: "sandbox", integrationId: null, credentials, settings } as const;
  try {
    return (await provider.identify(createCall({ ...options, idempotencyKey }).call)).settings ?? {};
  } catch (error) {
    // An account with too few permissions to say who it is.
    if (toProviderError(provider, error)) return {};
    throw error;
  }
}

function requireAction({ id, actions }: Provider, name: string): Action {
  const action = actions[name];
  if (!action) throw new Error(`${id} has no action ${name}.`);
  return action;
}

async function runAction(
  provider: Provider,
  action: Action,
  input: unknown,
  call: Call,
): Promise<Record<string, unknown>> {
  try {
    return await action.run(call, input);
  } catch (error) {
    throw toProviderError(provider, error) ?? error;
  }
}
