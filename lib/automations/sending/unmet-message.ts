import type { FailedComparison } from "#lib/automations/conditions/condition-outcome.ts";
import type { Json } from "#lib/automations/mapping/mapping-schema.ts";
import { placeOf } from "#lib/automations/mapping/read-source.ts";
import type { Message } from "#lib/failures/message.ts";
import { say } from "#lib/failures/say.ts";

/** The comparison that ended a run, as its rows keep it: without the value, which is the event's. */
export function unmetMessage({ source, comparison, expected }: FailedComparison): Message {
  return say("condition_not_met", { ...placeOf(source), comparison, expected: shownText(expected) });
}

/** The same with the value that it met, for whoever reads it while the event's data is kept. */
export function unmetByMessage({ source, comparison, expected, actual }: FailedComparison): Message {
  const shown = { expected: shownText(expected), actual: shownText(actual) };
  return say("condition_not_met_by", { ...placeOf(source), comparison, ...shown });
}

function shownText(value: Json): string | null {
  if (value === null) return null;
  return typeof value === "string" ? value : JSON.stringify(value);
}
