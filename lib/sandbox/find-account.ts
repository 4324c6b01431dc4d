import type { Ctx } from "#lib/auth/context.ts";
import { notFound } from "#lib/errors.ts";
import type { Provider } from "#lib/providers/contract/provider.ts";
import type { SandboxAccount } from "#lib/providers/sandbox-kit/contract.ts";
import { openAccounts } from "./core/accounts.ts";

/**
 * One of the merchant's accounts at an app's sandbox; the first unless told which.
 * @throws {AppError} 404 for another merchant's account
 */
export async function findAccount(
  ctx: Ctx,
  provider: Provider,
  id: string | undefined,
): Promise<SandboxAccount> {
  const sandbox = await provider.sandbox();
  const accounts = await openAccounts({ provider: provider.id, sandbox, merchantId: ctx.merchantId });
  const account = id === undefined ? accounts[0] : accounts.find((candidate) => candidate.id === id);
  if (!account) throw notFound("account");
  return account;
}
