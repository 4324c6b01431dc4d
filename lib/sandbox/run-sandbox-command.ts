import { authorise, type Ctx } from "#lib/auth/context.ts";
import { notFound } from "#lib/errors.ts";
import { lookUp } from "#lib/look-up.ts";
import { parseInput } from "#lib/parse.ts";
import { openAccountDesk } from "./core/account-desk.ts";
import { findAccount } from "./find-account.ts";
import { requireProvider } from "./require-provider.ts";
import { requireSandbox } from "./require-sandbox.ts";
import { runCommandInput } from "./schema.ts";

/**
 * Does something at the app's side, such as changing a product or uninstalling Patchbay.
 * @returns what happened, in a sentence
 * @throws {AppError} 404 for an app, account or command that is not there
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
  const { provider: id, command, account } = parseInput(runCommandInput, input);
  const provider = requireProvider(id);
  const { commands } = await provider.sandbox();
  const chosen = lookUp(commands, command);
  if (!chosen) throw notFound("command");
  const desk = openAccountDesk(provider.id, await findAccount(ctx, provider, account));
  return { message: await chosen.run(desk) };
}
