import type { FailedComparison } from "#lib/automations/conditions/condition-outcome.ts";
import type { Condition } from "#lib/automations/conditions/condition-schema.ts";
import type { Message, Params } from "#lib/failures/message.ts";
import { readMarked, saidParam } from "#lib/failures/values.ts";
import { toLabel } from "#lib/to-label.ts";
import { screenText } from "#lib/words/screen-text.ts";
import { comparedText, comparedValue } from "./condition-words.ts";
import { titleOfPath } from "./field-words.ts";
import { keptComparison, sourceOfPlace } from "./kept-comparison.ts";
import type { Names } from "./names.ts";
import { parsePath } from "./parse-path.ts";
import { inputTitle } from "./place-words.ts";
import { transformTitle } from "./transform-words.ts";
import { withinSentence } from "./within-sentence.ts";

/** The messages that name steps and fields by their keys. */
const ofAutomations = /^(?:mapping|condition|step|drift|run|suggested)_/;

/** Whether a message still names steps and fields by the keys that rows keep. */
export function isUntitled({ code, params }: Message): boolean {
  return ofAutomations.test(code) && params.isTitled !== true;
}

/**
 * A message of an automation with titles in place of the keys and paths that rows keep, and values as people read them.
 * Told once, it stays as it is.
 * @param condition that it may be about: of the automation, or of the step
 */
export function entitle(message: Message, names: Names, condition: Condition | null = null): Message {
  if (!isUntitled(message)) return message;
  const { code, params } = message;
  if (code === "condition_not_met") return tellUnmet(keptComparison(params, condition), names);
  const titled = { ...params, ...getTitles(message, names), isTitled: true };
  return { code, params: mapMarked(titled, (inner) => entitle(inner, names, condition)) };
}

/** The comparison that was not met, in words. @param failed.actual left out = it is not known any more */
export function tellUnmet(
  { actual, ...failed }: Omit<FailedComparison, "actual"> & Partial<Pick<FailedComparison, "actual">>,
  names: Names,
): Message {
  const condition = withinSentence(comparedText(failed, names), names.reader.locale);
  if (actual === undefined) return { code: "condition_not_met", params: { condition, isTitled: true } };
  const shown = actual === null ? null : comparedValue(actual, failed.source, names);
  return { code: "condition_not_met_by", params: { condition, actual: shown, isTitled: true } };
}

function getTitles({ code, params }: Message, names: Names): Params {
  const { step, field, from, transform, action } = params;
  const titles: Record<string, string> = {};
  if (typeof step === "string") titles.step = names.steps.get(step)?.title ?? toLabel(step);
  if (typeof transform === "string") titles.transform = transformTitle(transform, names.reader.locale);
  if (code === "step_action_gone" && typeof action === "string") titles.action = toLabel(action);
  if (code === "run_same_fact") {
    titles.subject = names.subject ?? screenText("subject_unknown", {}, names.reader.locale);
  }
  if (typeof field !== "string" || field === "") return titles;
  const isOfResource = code === "drift_resource_gone" || code === "drift_resource_replaced";
  if (isOfResource) return { ...titles, field: toLabel(field) };
  if (code === "drift_type_changed") return { ...titles, field: titleOfRead(field, names) };
  if (code === "step_failed" || code.startsWith("drift_")) {
    return { ...titles, field: inputTitle(names, typeof step === "string" ? step : "", field) };
  }
  const source = sourceOfPlace(from, field, typeof step === "string" ? step : null);
  const shape = source.kind === "result" ? (names.steps.get(source.step)?.output ?? null) : names.event;
  return { ...titles, field: titleOfPath(shape, source.path) };
}

/** What a mapping reads: a field of the event, or of the step whose key begins the path. */
function titleOfRead(field: string, names: Names): string {
  const [key, ...inner] = parsePath(field);
  const step = typeof key === "string" ? names.steps.get(key) : undefined;
  return step && inner.length > 0
    ? titleOfPath(step.output, inner)
    : titleOfPath(names.event, parsePath(field));
}

/** Messages within a message are told in the same way. */
function mapMarked(params: Params, tell: (inner: Message) => Message): Params {
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => {
      const marked = readMarked(value);
      return [name, marked?.kind === "said" ? saidParam(tell(marked.message)) : value];
    }),
  );
}
