import { ZodError, z } from "zod";
import { defineVerb } from "#lib/auth/verb.ts";
import { invalidInput, notFound } from "#lib/errors.ts";
import { lookUp } from "#lib/look-up.ts";
import { toFieldFaults } from "#lib/parse.ts";
import type { SandboxAccountContext, SandboxCommand } from "#lib/providers/sandbox-kit/contract.ts";
import { openAccountContext } from "./core/account-context.ts";
import { findAccount } from "./find-account.ts";
import { requireProvider } from "./require-provider.ts";
import { requireSandbox } from "./require-sandbox.ts";
import { runCommandInput } from "./schema.ts";

/**
 * Does something at the app's side, such as changing a product or uninstalling Patchbay.
 * @returns what happened, in a sentence
 * @throws {AppError} 404 for an app, account or command that is not there, 422 for what the command does not take
 */
export const runSandboxCommand = defineVerb({
  permission: "integrations:write",
  input: runCommandInput,
  output: z.object({ message: z.string() }),
  async run({ ctx, input }) {
    requireSandbox();
    const { provider: id, command, account, input: values } = input;
    const provider = await requireProvider(id);
    const { commands } = await provider.sandbox();
    const chosen = lookUp(commands, command);
    if (!chosen) throw notFound("command");
    const context = openAccountContext(provider.id, await findAccount(ctx, provider, account));
    return { message: await runCommand(chosen, context, values) };
  },
});

async function runCommand(
  { run }: SandboxCommand,
  context: SandboxAccountContext,
  input: Record<string, unknown> | undefined,
): Promise<string> {
  try {
    return await run(context, input);
  } catch (error) {
    if (error instanceof ZodError) throw invalidInput(toFieldFaults(error, ["input"]));
    throw error;
  }
}
