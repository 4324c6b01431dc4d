import { inArray } from "drizzle-orm";
import { db, type Tx } from "#db/client.ts";
import { sandboxAccounts } from "#db/schema/sandbox.ts";
import { env } from "#lib/env.ts";
import { sandboxApp } from "#lib/providers/provider-app.ts";
import type {
  SandboxContext,
  SandboxCredential,
  SandboxEverywhere,
  SandboxSend,
} from "#lib/providers/sandbox-kit/contract.ts";
import { openAccountContext } from "./account-context.ts";
import { askConsent } from "./consents.ts";
import {
  findCredential,
  insertCredential,
  revokeCredential,
  revokeGrant,
  useCredential,
} from "./credentials.ts";
import { readPage, readSums } from "./page.ts";
import { noStore, readable } from "./store.ts";

const noAccount = () => Promise.reject(new Error("The request shows no credential, so there is no account."));

/** What a provider's code has at hand for one request. @param afterwards keeps what is done once it is answered */
export function openContext(
  provider: string,
  credential: SandboxCredential | null,
  afterwards: (work: () => Promise<void>) => Promise<void>,
): SandboxContext {
  const side = credential
    ? openAccountContext(provider, credential.grant.account, afterwards)
    : {
        account: null,
        store: noStore,
        app: sandboxApp(provider),
        afterwards: (work: (send: SandboxSend) => Promise<void>) => afterwards(() => work(noAccount)),
        sendFirst: noAccount,
        appWebhookUrl: `${env().APP_URL}/api/inbound/${provider}`,
        revokeAll: noAccount,
        now: () => new Date(),
      };
  return {
    ...side,
    credential,
    issue: (grant, options) => insertCredential(db(), provider, grant, options),
    everywhere: openEverywhere(provider),
    enter: (account) => openAccountContext(provider, account, afterwards),
    askConsent: (consent) => askConsent(provider, consent),
    find: (token) => findCredential(provider, token),
    use: (token) => useCredential(provider, token),
    revoke: (token) => revokeCredential(provider, token),
    revokeGrant: (grantId, only) => revokeGrant(provider, grantId, only),
  };
}

/** The documents of every account of a provider, each with its account. */
function openEverywhere(provider: string): SandboxEverywhere {
  return {
    sums: (kind, sums) => readSums(db(), { provider }, kind, sums),
    page: async (kind, schema, query) => {
      // Of one moment: an account that is closed meanwhile takes no object from the page.
      const { rows, hasMore, isCursorKnown, accounts } = await db().transaction(
        async (tx) => {
          const found = await readPage(tx, { provider }, kind, query);
          return {
            ...found,
            accounts: await findAccounts(
              tx,
              found.rows.map(({ accountId }) => accountId),
            ),
          };
        },
        { isolationLevel: "repeatable read", accessMode: "read only" },
      );
      const items = rows.flatMap((row) => {
        const data = readable(row, schema);
        const account = accounts.get(row.accountId);
        return data === null || account === undefined ? [] : [{ id: row.id, data, account }];
      });
      return { items, hasMore, isCursorKnown };
    },
  };
}

async function findAccounts(tx: Tx, ids: readonly string[]) {
  if (ids.length === 0) return new Map<string, never>();
  const rows = await tx
    .select({
      id: sandboxAccounts.id,
      merchantId: sandboxAccounts.merchantId,
      externalId: sandboxAccounts.externalId,
      label: sandboxAccounts.label,
    })
    .from(sandboxAccounts)
    .where(inArray(sandboxAccounts.id, [...new Set(ids)]));
  return new Map(rows.map((row) => [row.id, row]));
}
