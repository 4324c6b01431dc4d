import { evaluateCondition } from "#lib/automations/conditions/evaluate-condition.ts";
import type { Step } from "#lib/automations/definition-schema.ts";
import { describePlace } from "#lib/automations/mapping/read-source.ts";
import { describeSecondWay } from "#lib/automations/must-reach/attention-dto.ts";
import { entitle, tellUnmet } from "#lib/automations/words/entitle.ts";
import { aboutEvent, createNames, type Names, unnamed } from "#lib/automations/words/names.ts";
import { toDeliveryDto } from "#lib/deliveries/delivery-row.ts";
import { lookUp } from "#lib/look-up.ts";
import { toLabel } from "#lib/to-label.ts";
import type { Locale } from "#lib/words/locale.ts";
import { render } from "#lib/words/render.ts";
import { renderOutput } from "#lib/words/render-output.ts";
import type { RunRow, StepRow } from "./read-runs.ts";
import type { RunDto, RunStepDto } from "./run-schema.ts";

/** A run as it is read. The value that a condition met is worked out now, while the event's data is kept. */
export function toRunDto(run: RunRow, locale: Locale): RunDto {
  const { row, definition } = run;
  const { delivery } = row;
  const names = namesOfRow(run, locale);
  const { status, heldFor, heldUntil, lastAttempt, createdAt, completedAt } = toDeliveryDto(row, locale);
  const { condition, message } = askedCondition(run, names);
  return {
    id: delivery.id,
    automationId: delivery.destinationId,
    automationName: row.automationName ?? "",
    version: delivery.version,
    eventId: delivery.eventId,
    eventType: delivery.eventType,
    status,
    heldFor,
    heldUntil,
    replayId: delivery.replayId,
    message: message ?? lastAttempt?.message ?? null,
    createdAt,
    completedAt,
    condition,
    steps: (definition?.steps ?? []).map((step, position) => toStepDto(run, step, position, names)),
    sameAsRunId: delivery.lastCode === "run_same_fact" ? toText(delivery.lastParams?.run) : null,
  };
}

function toText(value: unknown): string | null {
  return typeof value === "string" ? value : null;
}

function namesOfRow({ row, definition, event, apps, merchant }: RunRow, locale: Locale): Names {
  const reader = { locale, timeZone: merchant.timeZone };
  const findAction = ({ integrationId, action }: Step) => {
    const provider = apps.get(integrationId);
    return { action: (provider && lookUp(provider.actions, action)) ?? null };
  };
  const names = definition === null ? unnamed(reader) : createNames(definition, findAction, reader);
  return aboutEvent(names, { type: row.delivery.eventType, data: event?.data ?? row.facts });
}

type Asked = { condition: RunDto["condition"]; message: string | null };

/** What became of the condition: a run that has begun a step has met it, whatever it would say now. */
function askedCondition({ row, definition, event, steps, merchant }: RunRow, names: Names): Asked {
  const asked = definition?.condition ?? null;
  const isUnmet = row.delivery.lastCode === "condition_not_met";
  if (asked === null || event === null || !(isUnmet || steps.size > 0)) {
    return { condition: null, message: null };
  }
  const met = { isMet: true, path: null, comparison: null, expected: null, actual: null, message: null };
  if (!isUnmet) return { condition: met, message: null };
  const outcome = evaluateCondition(asked, { event, results: {}, merchant });
  if (outcome.isMet) return { condition: { ...met, isMet: false }, message: null };
  const { source, comparison, expected, actual } = outcome.failed;
  const message = render(tellUnmet(outcome.failed, names), names.reader.locale);
  return {
    condition: { isMet: false, path: describePlace(source).field, comparison, expected, actual, message },
    message,
  };
}

function toStepDto(run: RunRow, step: Step, position: number, names: Names): RunStepDto {
  const { locale } = names.reader;
  const { key, integrationId, action: actionId, mode } = step;
  const state = run.steps.get(position);
  const provider = run.apps.get(integrationId);
  const action = provider && lookUp(provider.actions, actionId);
  const output = state?.output ?? null;
  const isOutputShown = output !== null && action !== undefined;
  return {
    key,
    position,
    title: action?.title ?? toLabel(actionId),
    app: provider?.name ?? "",
    provider: provider?.id ?? null,
    integrationId,
    action: actionId,
    mode,
    status: state?.status ?? "waiting",
    message: stepMessage(run, step, state, names),
    input: state?.input ?? null,
    output: isOutputShown ? renderOutput(action.output, output, locale) : output,
    isDataKept: state === undefined || state.hasPayload || run.event !== null,
    callId: state?.receipt?.callId ?? null,
    url: state?.receipt?.url ?? null,
    decision: state?.decision
      ? {
          kind: state.decision.kind,
          by: run.names.get(state.decision.by) ?? state.decision.by,
          at: state.decision.at,
        }
      : null,
    late: lateDto(run, step, position, locale),
    updatedAt: state?.updatedAt.toISOString() ?? null,
    canDecide: decisionWanted(run, state?.status),
  };
}

function lateDto(
  { late }: RunRow,
  { mustReach }: Step,
  position: number,
  locale: Locale,
): RunStepDto["late"] {
  const row = late.find((one) => one.position === position);
  if (!row?.raisedAt || !mustReach) return null;
  return {
    withinSeconds: mustReach.withinSeconds,
    secondWay: describeSecondWay(row, locale),
    raisedAt: row.raisedAt.toISOString(),
    confirmedAt: row.confirmedAt?.toISOString() ?? null,
  };
}

/** Why a step is not done; of a condition that was not met with the value that it met, while that can be worked out. */
function stepMessage(
  { definition, event, merchant, steps }: RunRow,
  { condition = null }: Partial<Step>,
  state: StepRow | undefined,
  names: Names,
): string | null {
  if (!state?.code) return null;
  const { locale } = names.reader;
  if (state.code === "condition_not_met" && condition !== null && event !== null) {
    const results = Object.fromEntries(
      (definition?.steps ?? []).flatMap(({ key }, position) => {
        const earlier = position < state.position ? steps.get(position) : undefined;
        return earlier?.status === "succeeded" ? [[key, earlier.output ?? {}]] : [];
      }),
    );
    const outcome = evaluateCondition(condition, { event, results, merchant });
    if (!outcome.isMet) return render(tellUnmet(outcome.failed, { ...names, results }), locale);
  }
  return render(entitle({ code: state.code, params: state.params ?? {} }, names, condition), locale);
}

function decisionWanted({ row }: RunRow, status: string | undefined): RunStepDto["canDecide"] {
  const heldFor = row.delivery.status === "pending" && !row.isInFlight ? row.queued?.heldFor : null;
  if (heldFor === "review" && status === "review") return "approve";
  return heldFor === "decision" && status === "unknown" ? "outcome" : null;
}
