import { authorise, type Ctx } from "#lib/auth/context.ts";
import { AppError, invalidInput, notFound } from "#lib/errors.ts";
import { newId } from "#lib/ids.ts";
import { lookUp } from "#lib/look-up.ts";
import { parseInput } from "#lib/parse.ts";
import type { Action } from "#lib/providers/contract/action.ts";
import { renderOutput } from "#lib/words/render-output.ts";
import { callAction } from "./calls/call-action.ts";
import { toAppError } from "./calls/to-app-error.ts";
import { loadProviderOf, requireIntegration } from "./integration-row.ts";
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
  const action = lookUp((await loadProviderOf(integration)).actions, actionId);
  if (!action) throw notFound("action");
  const parsed = parseActionInput(action, input ?? {});
  try {
    const { result, callId, durationMs } = await callAction({
      integration,
      actionId,
      action,
      input: parsed,
      key: idempotencyKey ?? newId("req"),
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
