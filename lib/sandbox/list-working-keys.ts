import type { ConnectInput } from "#lib/providers/contract/auth.ts";
import type { Provider } from "#lib/providers/contract/provider.ts";
import type { ProviderSandbox, SandboxAccount } from "#lib/providers/sandbox-kit/contract.ts";
import { deriveKeys } from "./core/account-keys.ts";
import { findCredential } from "./core/credentials.ts";
import type { SandboxKeyDto } from "./schema.ts";

/** The keys of some accounts, less those that were revoked. They are secrets. */
export async function listWorkingKeys(
  provider: Provider,
  sandbox: ProviderSandbox,
  accounts: readonly SandboxAccount[],
): Promise<SandboxKeyDto[]> {
  const working: SandboxKeyDto[] = [];
  for (const account of accounts) {
    for (const { fields, token, scopes } of deriveKeys(sandbox, account)) {
      const credential = await findCredential(provider.id, token);
      if (credential && !credential.isRevoked) {
        const labels = listLabels(provider.auth.input, fields);
        working.push({ account: account.id, fields: { ...fields }, labels, scopes: [...scopes] });
      }
    }
  }
  return working;
}

/** What the connect form calls the fields. */
function listLabels(input: ConnectInput, fields: Readonly<Record<string, string>>): SandboxKeyDto["labels"] {
  return Object.keys(fields).map((name) => {
    const meta: { title?: string; secret?: unknown } = input.shape[name]?.meta() ?? {};
    return { name, title: meta.title ?? name, isSecret: meta.secret === true };
  });
}
