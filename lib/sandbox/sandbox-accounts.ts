import { authorise, type Ctx } from "#lib/auth/context.ts";
import { parseInput } from "#lib/parse.ts";
import { openNewAccount, reopenAccount } from "./core/accounts.ts";
import { revokeAccount } from "./core/credentials.ts";
import { findAccount } from "./find-account.ts";
import { requireProvider } from "./require-provider.ts";
import { requireSandbox } from "./require-sandbox.ts";
import { sandboxAccountInput, sandboxProviderInput } from "./schema.ts";

type VerbInput = { ctx: Ctx; input: unknown };

/**
 * One more account at an app's sandbox, to try out what happens with the wrong one.
 * @throws {AppError} 409 past twenty
 */
export async function openSandboxAccount({ ctx, input }: VerbInput): Promise<{ id: string }> {
  requireSandbox();
  authorise(ctx, "integrations:write");
  const provider = await requireProvider(parseInput(sandboxProviderInput, input).provider);
  const place = { provider: provider.id, sandbox: await provider.sandbox(), merchantId: ctx.merchantId };
  return { id: (await openNewAccount(place)).id };
}

/**
 * Ends all access to an account without a word to the apps that had it, as when a password changes.
 * @throws {AppError} 404 for another merchant's account
 */
export async function revokeSandboxAccess({ ctx, input }: VerbInput): Promise<{ id: string }> {
  requireSandbox();
  authorise(ctx, "integrations:write");
  const { provider, account } = parseInput(sandboxAccountInput, input);
  const { id } = await findAccount(ctx, await requireProvider(provider), account);
  await revokeAccount(id);
  return { id };
}

/**
 * Puts an account back to how it was at first; whoever had access has none.
 * @throws {AppError} 404 for another merchant's account
 */
export async function resetSandboxAccount({ ctx, input }: VerbInput): Promise<{ id: string }> {
  requireSandbox();
  authorise(ctx, "integrations:write");
  const { provider: providerId, account: accountId } = parseInput(sandboxAccountInput, input);
  const provider = await requireProvider(providerId);
  const account = await findAccount(ctx, provider, accountId);
  const place = { provider: provider.id, sandbox: await provider.sandbox(), merchantId: ctx.merchantId };
  return { id: (await reopenAccount(place, account)).id };
}
