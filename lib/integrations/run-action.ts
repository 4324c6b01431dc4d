import { createHash } from "node:crypto";
import { authorise, type Ctx } from "#lib/auth/context.ts";
import { AppError, invalidInput, notFound } from "#lib/errors.ts";
import { say } from "#lib/failures/say.ts";
import { scopeParam } from "#lib/failures/values.ts";
import { newId } from "#lib/ids.ts";
import { lookUp } from "#lib/look-up.ts";
import { parseInput } from "#lib/parse.ts";
import type { Action } from "#lib/providers/action.ts";
import { ProviderError } from "#lib/providers/provider-error.ts";
import { renderOutput } from "#lib/words/render-output.ts";
import { callProvider } from "./calls/call-provider.ts";
import { toAppError } from "./calls/to-app-error.ts";
import { openMissingScopes } from "./health/missing-scopes.ts";
import { type IntegrationRow, providerOf, requireIntegration } from "./integration-row.ts";
import { type ActionResultDto, runActionInput } from "./schema.ts";

/**
 * Makes a connected app do something, now.
 * @param idempotencyKey repeated with the same one, a write happens once, also when the first answer was lost
 * @throws {AppError} 404, 422 with the path of each problem, 409 where the connection needs its merchant, 429, 502, 504
 */
export async function runIntegrationAction(given: {
  ctx: Ctx;
  input: unknown;
  idempotencyKey?: string | undefined;
}): Promise<ActionResultDto> {
  const { ctx, idempotencyKey } = given;
  authorise(ctx, "integrations:write");
  const { id, action: actionId, input } = parseInput(runActionInput, given.input);
  const integration = await requireIntegration(ctx, id);
  const action = lookUp(providerOf(integration).actions, actionId);
  if (!action) throw notFound("action");
  const parsed = parseActionInput(action, input ?? {});
  try {
    await requireScopes(integration, action);
    const { result, callId, durationMs } = await callProvider({
      integration,
      kind: "action",
      name: actionId,
      idempotencyKey: providerKey(integration, actionId, idempotencyKey ?? newId("req")),
      run: (call) => action.run(call, parsed),
      describe: () => [say("call_done")],
    });
    const output = renderOutput(action.output, result, ctx.locale);
    return { id: callId, action: actionId, output, durationMs };
  } catch (error) {
    throw toAppError(error);
  }
}

/** The problems carry the paths of the caller's own input, which is the whole body. */
function parseActionInput(action: Action, input: unknown): unknown {
  try {
    return parseInput(action.input, input);
  } catch (error) {
    if (error instanceof AppError && error.fieldErrors.length > 0) throw invalidInput(error.fieldErrors);
    throw error;
  }
}

/** What was not granted is not asked for again and again: the merchant is told once, by the issue. */
async function requireScopes(integration: IntegrationRow, action: Action): Promise<void> {
  const missing = action.scopes.find((scope) => !integration.scopes.includes(scope));
  if (missing === undefined || integration.status === "disconnected") return;
  const { id: provider, name } = providerOf(integration);
  const permissions = scopeParam(provider, missing);
  const said = say("app_permission_missing", { app: name, permissions });
  await openMissingScopes(integration);
  throw new ProviderError({ kind: "scope_missing", message: said, missingScope: missing });
}

/** What the provider is given, or looks for: it must not tell callers' keys of two integrations apart by chance. */
function providerKey(integration: IntegrationRow, action: string, key: string): string {
  return createHash("sha256").update([integration.id, action, key].join("\n")).digest("base64url");
}
