import { z } from "zod";
import { defineVerb } from "#lib/auth/verb.ts";
import { openNewAccount, reopenAccount } from "./core/accounts.ts";
import { revokeAccount } from "./core/credentials.ts";
import { findAccount } from "./find-account.ts";
import { requireProvider } from "./require-provider.ts";
import { requireSandbox } from "./require-sandbox.ts";
import { sandboxAccountInput, sandboxProviderInput } from "./schema.ts";

/**
 * One more account at an app's sandbox, to try out what happens with the wrong one.
 * @throws {AppError} 409 past twenty
 */
export const openSandboxAccount = defineVerb({
  permission: "integrations:write",
  input: sandboxProviderInput,
  output: z.object({ id: z.string() }),
  async run({ ctx, input }) {
    requireSandbox();
    const provider = await requireProvider(input.provider);
    const place = { provider: provider.id, sandbox: await provider.sandbox(), merchantId: ctx.merchantId };
    return { id: (await openNewAccount(place)).id };
  },
});

/**
 * Ends all access to an account without a word to the apps that had it, as when a password changes.
 * @throws {AppError} 404 for another merchant's account
 */
export const revokeSandboxAccess = defineVerb({
  permission: "integrations:write",
  input: sandboxAccountInput,
  output: z.object({ id: z.string() }),
  async run({ ctx, input }) {
    requireSandbox();
    const { provider, account } = input;
    const { id } = await findAccount(ctx, await requireProvider(provider), account);
    await revokeAccount(id);
    return { id };
  },
});

/**
 * Puts an account back to how it was at first; whoever had access has none.
 * @throws {AppError} 404 for another merchant's account
 */
export const resetSandboxAccount = defineVerb({
  permission: "integrations:write",
  input: sandboxAccountInput,
  output: z.object({ id: z.string() }),
  async run({ ctx, input }) {
    requireSandbox();
    const { provider: providerId, account: accountId } = input;
    const provider = await requireProvider(providerId);
    const account = await findAccount(ctx, provider, accountId);
    const place = { provider: provider.id, sandbox: await provider.sandbox(), merchantId: ctx.merchantId };
    return { id: (await reopenAccount(place, account)).id };
  },
});
