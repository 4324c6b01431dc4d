import { createHash } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { db } from "#db/client.ts";
import { integrations } from "#db/schema/integrations.ts";
import type { Step } from "#lib/automations/definition-schema.ts";
import type { Scope } from "#lib/automations/mapping/scope.ts";
import type { ClaimedDelivery } from "#lib/engine/sender.ts";
import { type CallFailureCode, consequences } from "#lib/failures/consequences.ts";
import type { Message } from "#lib/failures/message.ts";
import { say } from "#lib/failures/say.ts";
import { callAction } from "#lib/integrations/calls/call-action.ts";
import { providerOf } from "#lib/integrations/integration-row.ts";
import { lookUp } from "#lib/look-up.ts";
import { ProviderError } from "#lib/providers/provider-error.ts";
import { linkOf } from "./link-of.ts";
import { prepareStep } from "./prepare-step.ts";
import { recordStep } from "./step-state.ts";

export type StepFailure = {
  kind: CallFailureCode;
  /** Path into the action's input; empty = the step as a whole. */
  field: string;
  said: Message;
  isFinal: boolean;
  askedWaitMs: number;
};
export type StepOutcome = { output: Record<string, unknown>; failure: null } | { failure: StepFailure };

/**
 * Makes a step's input, has the app do it, and writes down what came of it. Whoever runs it has the delivery to itself.
 * A process that dies between the app's answer and the row asks again under the same key, and the app does it once.
 */
export async function runStep(
  delivery: ClaimedDelivery,
  { step, position }: { step: Step; position: number },
  scope: Scope,
): Promise<StepOutcome> {
  const [integration] = await db()
    .select()
    .from(integrations)
    .where(and(eq(integrations.merchantId, delivery.merchantId), eq(integrations.id, step.integrationId)));
  if (!integration) return fail(delivery, position, null, refusal(say("step_connection_gone")));
  const action = lookUp(providerOf(integration).actions, step.action);
  if (!action) {
    return fail(delivery, position, null, refusal(say("step_action_gone", { action: step.action })));
  }
  const prepared = prepareStep(step, action, scope);
  const { input } = prepared;
  if (prepared.problem !== null) {
    return fail(delivery, position, input, refusal(prepared.problem.said, prepared.problem.field));
  }
  const key = stepKey(delivery, step);
  try {
    const asked = { integration, actionId: step.action, action, input: prepared.parsed, key };
    const { result, callId } = await callAction(asked);
    const url = linkOf(action, integration, result);
    const receipt = {
      key,
      callId,
      integrationId: integration.id,
      action: step.action,
      ...(url !== null && { url }),
    };
    await recordStep(delivery, position, input, { status: "succeeded", output: result, receipt });
    return { output: result, failure: null };
  } catch (error) {
    if (!(error instanceof ProviderError)) throw error;
    return fail(delivery, position, input, failureOf(error));
  }
}

async function fail(
  delivery: ClaimedDelivery,
  position: number,
  input: Record<string, unknown> | null,
  failure: StepFailure,
): Promise<StepOutcome> {
  // Nobody knows whether the app has done it: the next try asks under the same key.
  const isUnknown = failure.kind === "timeout" || failure.kind === "unavailable";
  await recordStep(delivery, position, input, {
    status: isUnknown ? "unknown" : "failed",
    said: failure.said,
  });
  return { failure };
}

/** What would be the same at each further try. */
function refusal(said: Message, field = ""): StepFailure {
  return { kind: "invalid_input", field, said, isFinal: true, askedWaitMs: 0 };
}

function failureOf({ kind, said, retryAfterMs }: ProviderError): StepFailure {
  const { retry, side } = consequences[kind];
  // What is wrong with the account may be put right by its owner meanwhile.
  const isFinal = retry === "never" && side !== "account";
  return { kind, field: "", said, isFinal, askedWaitMs: retryAfterMs ?? 0 };
}

/** One for a step of an automation and an event, for ever: what the app is given, or looks for. */
function stepKey({ destinationId, eventId }: ClaimedDelivery, { key }: Step): string {
  return createHash("sha256").update([destinationId, key, eventId].join("\n")).digest("base64url");
}
