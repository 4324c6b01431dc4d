import { tellUnmet } from "#lib/automations/words/entitle.ts";
import type { Names } from "#lib/automations/words/names.ts";
import { eventSummary } from "#lib/events/catalogue/event-summary.ts";
import { render } from "#lib/words/render.ts";
import type { Comparison, StepChange } from "./compare-trials.ts";
import type { PastEvent } from "./past-events.ts";
import type { PastRun } from "./past-runs.ts";
import { toTriedProblemDto } from "./preview-dto.ts";
import type { Tried } from "./try-definition.ts";
import type { DryRunDto } from "./try-schema.ts";

const mostFields = 30;
const longestText = 300;

type EventDto = DryRunDto["events"][number];

/** An event of which the draft would make something else than the live version. */
export function toDryRunEventDto(
  event: PastEvent,
  run: PastRun | null,
  draft: Tried | null,
  { steps }: Comparison,
  outcome: EventDto["outcome"],
  names: Names,
): EventDto {
  const sources = new Set(draft?.steps.flatMap(({ result }) => result?.from ?? []));
  return {
    eventId: event.id,
    type: event.type,
    summary: eventSummary(event) || null,
    occurredAt: event.occurredAt,
    outcome,
    run,
    resultsFrom: sources.has("example") ? "example" : sources.has("run") ? "run" : null,
    unmet: draft?.unmet ? render(tellUnmet(draft.unmet, names), names.reader.locale) : null,
    steps: steps.map((change) => toStepChangeDto(change, names)),
  };
}

function toStepChangeDto(
  { step, change, fields, problems }: StepChange,
  names: Names,
): EventDto["steps"][number] {
  return {
    key: step.step.key,
    title: step.found.action?.title ?? null,
    app: step.found.app?.name ?? null,
    change,
    fields: fields
      .slice(0, mostFields)
      .map(({ path, before, after }) => ({ path, before: shortened(before), after: shortened(after) })),
    problems: problems.map((problem) => toTriedProblemDto(problem, names)),
  };
}

function shortened(value: unknown): unknown {
  if (typeof value !== "string" || value.length <= longestText) return value;
  return `${value.slice(0, longestText).toWellFormed()}…`;
}
