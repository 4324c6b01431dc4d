import { defineVerb } from "#lib/auth/verb.ts";
import { AppError, invalidInput, notFound } from "#lib/errors.ts";
import { newId } from "#lib/ids.ts";
import { lookUp } from "#lib/look-up.ts";
import { parseInput } from "#lib/parse.ts";
import type { Action } from "#lib/providers/contract/action.ts";
import { renderOutput } from "#lib/words/render-output.ts";
import { callAction } from "./calls/call-action.ts";
import { toAppError } from "./calls/to-app-error.ts";
import { loadProviderFor, requireIntegration } from "./integration-row.ts";
import { actionResultDto, runActionInput } from "./schema.ts";

/**
 * Makes a connected app do something, now.
 * @param idempotencyKey repeated with the same one, a write happens once, also when the first answer was lost
 * @throws {AppError} 404, 422 with the path of each problem, 409 where the connection needs its merchant, 429, 502, 504
 */
export const runIntegrationAction = defineVerb({
  permission: "integrations:write",
  input: runActionInput,
  output: actionResultDto,
  async run({ ctx, input: { id, action: actionId, input }, idempotencyKey }) {
    const integration = await requireIntegration(ctx, id);
    const action = lookUp((await loadProviderFor(integration)).actions, actionId);
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
  },
});

/** The problems carry the paths of the caller's own input, which is the whole body. */
function parseActionInput(action: Action, input: unknown): unknown {
  try {
    return parseInput(action.input, input);
  } catch (error) {
    if (error instanceof AppError && error.fieldErrors.length > 0) throw invalidInput(error.fieldErrors);
    throw error;
  }
}
