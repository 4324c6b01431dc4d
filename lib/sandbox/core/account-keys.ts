import type { Tx } from "#db/client.ts";
import { deriveSandboxSecret } from "#lib/crypto/sandbox-secret.ts";
import { newId } from "#lib/ids.ts";
import type { ProviderSandbox, SandboxAccount, SandboxKey } from "#lib/providers/sandbox-kit/contract.ts";
import { insertCredential } from "./credentials.ts";

/** The credentials that people would copy from an account's settings, always the same for one account. */
export function deriveKeys(sandbox: ProviderSandbox, account: SandboxAccount): readonly SandboxKey[] {
  const derive = (label: string) => deriveSandboxSecret("key", account.id, label);
  return sandbox.keys?.({ account, derive }) ?? [];
}

/** Makes the keys of a new account work. */
export async function issueKeys(
  tx: Tx,
  { provider, sandbox, account }: { provider: string; sandbox: ProviderSandbox; account: SandboxAccount },
): Promise<void> {
  for (const { token, scopes } of deriveKeys(sandbox, account)) {
    await insertCredential(
      tx,
      provider,
      { id: newId("sbx"), account, scopes, data: {} },
      { kind: "key", token },
    );
  }
}
