import { ZodError } from "zod";
import { authorise, type Ctx } from "#lib/auth/context.ts";
import { invalidInput, notFound } from "#lib/errors.ts";
import { lookUp } from "#lib/look-up.ts";
import { fieldErrorsOf, parseInput } from "#lib/parse.ts";
import type { SandboxAccountDesk, SandboxCommand } from "#lib/providers/sandbox-kit/contract.ts";
import { openAccountDesk } from "./core/account-desk.ts";
import { findAccount } from "./find-account.ts";
import { requireProvider } from "./require-provider.ts";
import { requireSandbox } from "./require-sandbox.ts";
import { runCommandInput } from "./schema.ts";

/**
 * Does something at the app's side, such as changing a product or uninstalling Patchbay.
 * @returns what happened, in a sentence
 * @throws {AppError} 404 for an app, account or command that is not there, 422 for what the command does not take
 */
export async function runSandboxCommand({
  ctx,
  input,
}: {
  ctx: Ctx;
  input: unknown;
}): Promise<{ message: string }> {
  requireSandbox();
  authorise(ctx, "integrations:write");
  const { provider: id, command, account, input: given } = parseInput(runCommandInput, input);
  const provider = await requireProvider(id);
  const { commands } = await provider.sandbox();
  const chosen = lookUp(commands, command);
  if (!chosen) throw notFound("command");
  const desk = openAccountDesk(provider.id, await findAccount(ctx, provider, account));
  return { message: await runCommand(chosen, desk, given) };
}

async function runCommand(
  { run }: SandboxCommand,
  desk: SandboxAccountDesk,
  input: Record<string, unknown> | undefined,
): Promise<string> {
  try {
    return await run(desk, input);
  } catch (error) {
    if (error instanceof ZodError) throw invalidInput(fieldErrorsOf(error, ["input"]));
    throw error;
  }
}
