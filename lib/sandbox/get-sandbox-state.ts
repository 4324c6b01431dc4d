import { isAllowed } from "#lib/auth/context.ts";
import { defineVerb } from "#lib/auth/verb.ts";
import { openAccounts } from "./core/accounts.ts";
import { describeAccounts } from "./describe-accounts.ts";
import { listFaults } from "./faults.ts";
import { listWorkingKeys } from "./list-working-keys.ts";
import { requireProvider } from "./require-provider.ts";
import { requireSandbox } from "./require-sandbox.ts";
import { sandboxProviderInput, sandboxStateDto } from "./schema.ts";

/**
 * What a merchant has in an app's sandbox. The first account is there as soon as someone looks.
 * @throws {AppError} 404 for an app that has no sandbox here
 */
export const getSandboxState = defineVerb({
  permission: "read",
  input: sandboxProviderInput,
  output: sandboxStateDto,
  async run({ ctx, input }) {
    requireSandbox();
    const provider = await requireProvider(input.provider);
    const sandbox = await provider.sandbox();
    const accounts = await openAccounts({ provider: provider.id, sandbox, merchantId: ctx.merchantId });
    return {
      id: provider.id,
      name: provider.name,
      icon: provider.icon,
      accounts: await describeAccounts(ctx, provider.id),
      keys: isAllowed(ctx, "integrations:write") ? await listWorkingKeys(provider, sandbox, accounts) : [],
      faults: await listFaults(ctx, provider.id),
      commands: Object.entries(sandbox.commands).flatMap(([id, { title, needsInput }]) =>
        needsInput ? [] : [{ id, title }],
      ),
    };
  },
});
