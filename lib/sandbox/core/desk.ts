import { db } from "#db/client.ts";
import { env } from "#lib/env.ts";
import type { SandboxCredential, SandboxDesk } from "#lib/providers/sandbox-kit/contract.ts";
import { openAccountDesk } from "./account-desk.ts";
import { askConsent } from "./consents.ts";
import {
  findCredential,
  insertCredential,
  revokeCredential,
  revokeGrant,
  useCredential,
} from "./credentials.ts";
import { openEverywhere } from "./everywhere.ts";
import { sandboxApp } from "./sandbox-app.ts";
import { noStore } from "./store.ts";

const noAccount = () => Promise.reject(new Error("The request shows no credential, so there is no account."));

/** What a provider's code has at hand for one request. */
export function openDesk(provider: string, credential: SandboxCredential | null): SandboxDesk {
  const side = credential
    ? openAccountDesk(provider, credential.grant.account)
    : {
        account: null,
        store: noStore,
        app: sandboxApp(provider),
        send: noAccount,
        appWebhookUrl: `${env().APP_URL}/api/inbound/${provider}`,
        revokeAll: noAccount,
        now: () => new Date(),
      };
  return {
    ...side,
    credential,
    issue: (grant, given) => insertCredential(db(), provider, grant, given),
    everywhere: openEverywhere(provider),
    enter: (account) => openAccountDesk(provider, account),
    askConsent: (consent) => askConsent(provider, consent),
    find: (token) => findCredential(provider, token),
    use: (token) => useCredential(provider, token),
    revoke: (token) => revokeCredential(provider, token),
    revokeGrant: (grantId, only) => revokeGrant(provider, grantId, only),
  };
}
