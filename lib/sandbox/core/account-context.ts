import { db } from "#db/client.ts";
import { env } from "#lib/env.ts";
import { sandboxApp } from "#lib/providers/provider-app.ts";
import type {
  SandboxAccount,
  SandboxAccountContext,
  SandboxSend,
} from "#lib/providers/sandbox-kit/contract.ts";
import { insertCredential, revokeAccount } from "./credentials.ts";
import { sendFromSandbox } from "./send.ts";
import { openStore } from "./store.ts";

/**
 * What a provider's code may do to one account in the sandbox.
 * @param afterwards what is done with work that no answer waits for; default: it is done at once
 */
export function openAccountContext(
  provider: string,
  account: SandboxAccount,
  afterwards: (work: () => Promise<void>) => Promise<void> = (work) => work(),
): SandboxAccountContext {
  const send: SandboxSend = (message) => sendFromSandbox(provider, account, message);
  return {
    account,
    store: openStore(account.id),
    app: sandboxApp(provider),
    afterwards: (work) => afterwards(() => work(send)),
    sendFirst: send,
    appWebhookUrl: `${env().APP_URL}/api/inbound/${provider}`,
    issue: (grant, credential) => insertCredential(db(), provider, grant, credential),
    revokeAll: () => revokeAccount(account.id),
    now: () => new Date(),
  };
}
