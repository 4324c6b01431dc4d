import type { Step } from "#lib/automations/definition-schema.ts";
import type { Scope } from "#lib/automations/mapping/scope.ts";
import type { ClaimedDelivery } from "#lib/engine/sender.ts";
import { env } from "#lib/env.ts";
import type { Message } from "#lib/failures/message.ts";
import { say } from "#lib/failures/say.ts";
import { saidParam } from "#lib/failures/values.ts";
import { askAmount, callAction } from "#lib/integrations/calls/call-action.ts";
import { findIntegration } from "#lib/integrations/find-integration.ts";
import { type IntegrationRow, loadProviderFor } from "#lib/integrations/integration-row.ts";
import { lookUp } from "#lib/look-up.ts";
import type { Action, Amount } from "#lib/providers/contract/action.ts";
import { ProviderError } from "#lib/providers/contract/provider-error.ts";
import type { Begun, StepState } from "./begin-run.ts";
import { alwaysNeedsYes, amountToReview, needsAnotherYes, needsYesFor } from "./needs-yes.ts";
import { type PreparedStep, parseStepInput, prepareStep } from "./prepare-step.ts";
import { refusal, type StepFailure, toStepFailure } from "./step-failure.ts";
import { isBehindHeld, knownNoAccess, type StepHold } from "./step-hold.ts";
import { stepKey } from "./step-key.ts";
import { recordStep } from "./step-state.ts";

export type StepOutcome =
  | { kind: "done"; output: Record<string, unknown> }
  | { kind: "failed"; failure: StepFailure }
  /** @param said what the attempt came to */
  | { kind: "held"; held: StepHold; said: Message };

/** A step at which a run has arrived. @param state what is known of it from before */
type StepAtHand = { step: Step; position: number; state: StepState | undefined };

/**
 * Makes a step's input, has the app do it, and writes down what came of it. Whoever runs it has the delivery to itself.
 * A process that dies between the app's answer and the row asks again under the same key, and the app does it once; what
 * an app might do twice is marked as begun before, and not asked for again.
 */
export async function runStep(
  delivery: ClaimedDelivery,
  at: StepAtHand,
  scope: Scope,
  replay: Begun["replay"],
): Promise<StepOutcome> {
  const { step, position, state } = at;
  const fail = async (failure: StepFailure, input: PreparedStep["input"] = null): Promise<StepOutcome> => {
    await recordStep(delivery, position, input, { status: "failed", said: failure.said });
    return { kind: "failed", failure };
  };
  if (state?.status === "review" && state.decision === null) return inReview(step);
  const { merchantId } = delivery;
  const integration = await findIntegration({ id: step.integrationId, merchantId });
  if (!integration) return fail(refusal(say("step_connection_gone")));
  const { name: app, actions } = await loadProviderFor(integration);
  const action = lookUp(actions, step.action);
  if (!action) return fail(refusal(say("step_action_gone", { action: step.action })));
  const isOnce = action.idempotency === "at_most_once";
  if (isOnce && state?.status === "unknown") return undecided(step, say("step_begun"));

  const prepared = prepare(state, step, action, scope);
  const { input } = prepared;
  if (prepared.problem !== null) {
    return fail(refusal(prepared.problem.said, prepared.problem.field), input);
  }
  const review = async (said: Message): Promise<StepOutcome> => {
    await recordStep(delivery, position, input, { status: "review", said });
    return inReview(step);
  };
  const always = hasYes(state) ? null : alwaysNeedsYes(step, action);
  // Of what only the app knows, whoever says yes reads how much it is.
  const asksAmount = action.lookUpAmount !== undefined;
  if (always !== null && !asksAmount) return review(always);
  const isBehind =
    integration.hasHeld && (await isBehindHeld(delivery, { position, integrationId: integration.id }));
  const behind = isBehind ? { kind: "auth" as const, said: say("step_behind", { app }) } : null;
  const known = (await knownNoAccess(integration)) ?? behind;
  if (known !== null) {
    await recordStep(delivery, position, input, { status: "held", said: known.said });
    return forConnection(step, integration, known);
  }
  if (action.movesMoney && (asksAmount || !hasYes(state))) {
    try {
      const asked = { integration, actionId: step.action, action, input: prepared.parsed };
      const why = moneyNeedsYes(at, await askAmount(asked));
      if (why !== null) return review(why);
    } catch (error) {
      if (!(error instanceof ProviderError)) throw error;
      return afterFailure(delivery, at, {
        integration,
        input,
        failure: toStepFailure(error),
        isBegun: false,
      });
    }
  }
  if (isOnce || (asksAmount && hasYes(state))) {
    await recordStep(delivery, position, input, { status: "unknown", said: say("step_begun") });
  }
  const key = stepKey(delivery, step, action, scope.event, replay);
  try {
    const asked = {
      integration,
      actionId: step.action,
      action,
      input: prepared.parsed,
      key,
      // Another event about the same order, or the run that is replayed, may have used the key.
      isFirstUse: delivery.isFirstTry && replay === null && action.makes === undefined,
    };
    const { result, callId } = await callAction(asked);
    const url = buildLink(action, integration, result);
    const made = { key, callId, integrationId: integration.id, action: step.action };
    const receipt = url === null ? made : { ...made, url };
    await recordStep(delivery, position, input, { status: "succeeded", output: result, receipt });
    return { kind: "done", output: result };
  } catch (error) {
    if (!(error instanceof ProviderError)) throw error;
    const failure = toStepFailure(error);
    return afterFailure(delivery, at, { integration, input, failure, isBegun: true, isOnce });
  }
}

/** What a person has said yes to is done exactly as they saw it, and its amount is compared once more. */
function prepare(state: StepState | undefined, step: Step, action: Action, scope: Scope): PreparedStep {
  if (!hasYes(state)) return prepareStep(step, action, scope);
  if (state?.input) return parseStepInput(action, state.input);
  return { input: null, problem: { field: "", said: say("step_input_gone") } };
}

/** Why a step waits for a yes now that it is known how much it would move; null = it need not. */
function moneyNeedsYes({ step, state }: StepAtHand, amount: Amount | null): Message | null {
  if (hasYes(state)) {
    return needsAnotherYes(amount, { amount: state?.decision?.amount, isBegun: state?.status === "unknown" });
  }
  if (step.mode === "review" || step.limit === null) return amountToReview(amount);
  return needsYesFor(amount, step.limit);
}

/** A step that was said not to be done after all had its yes before. */
function hasYes(state: StepState | undefined): boolean {
  return state?.decision?.kind === "approved" || state?.decision?.kind === "not_done";
}

async function afterFailure(
  delivery: ClaimedDelivery,
  { step, position }: StepAtHand,
  options: {
    integration: IntegrationRow;
    input: PreparedStep["input"];
    failure: StepFailure;
    /** The app was asked to do it, and not only how much money it would move. */
    isBegun: boolean;
    /** Asked again, it may do it twice. */
    isOnce?: boolean;
  },
): Promise<StepOutcome> {
  const { integration, input, failure, isBegun, isOnce = false } = options;
  const { kind, said, isOfAccount } = failure;
  // Nobody knows whether the app has done it.
  const isUnknown = isBegun && (kind === "timeout" || kind === "unavailable");
  const status = isUnknown ? "unknown" : isOfAccount ? "held" : "failed";
  await recordStep(delivery, position, input, { status, said });
  if (isOfAccount) return forConnection(step, integration, failure);
  if (isUnknown && isOnce) return undecided(step, said);
  return { kind: "failed", failure };
}

function inReview({ key }: Step): StepOutcome {
  return { kind: "held", held: { for: "review", id: null }, said: say("step_in_review", { step: key }) };
}

function undecided({ key }: Step, why: Message): StepOutcome {
  const said = say("step_undecided", { step: key, said: saidParam(why) });
  return { kind: "held", held: { for: "decision", id: null }, said };
}

function forConnection(
  { key }: Step,
  { id }: IntegrationRow,
  { kind, said }: Pick<StepFailure, "kind" | "said">,
): StepOutcome {
  const told = say("step_failed", { step: key, kind, field: "", said: saidParam(said) });
  return { kind: "held", held: { for: "connection", id }, said: told };
}

/** Where a person looks at what an action made: at the app, or in our sandbox of it. Null where nowhere. */
function buildLink(
  { link }: Pick<Action, "link">,
  { provider, environment, accountId, settings }: IntegrationRow,
  output: Record<string, unknown>,
): string | null {
  if (!link) return null;
  // The real app knows nothing of what its sandbox holds.
  if (environment === "sandbox") return `${env().APP_URL}/sandboxes/${provider}`;
  return link(output, { accountId, settings });
}
