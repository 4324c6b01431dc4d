import type { FailedComparison } from "#lib/automations/conditions/condition-outcome.ts";
import type { Json } from "#lib/automations/mapping/mapping-schema.ts";
import { placeOf } from "#lib/automations/mapping/read-source.ts";
import type { Message } from "#lib/failures/message.ts";
import { say } from "#lib/failures/say.ts";

/** The comparison that ended a run, with the value that it met. */
export function unmetMessage({ source, comparison, expected, actual }: FailedComparison): Message {
  return say("condition_not_met", {
    ...placeOf(source),
    comparison,
    expected: shownText(expected),
    actual: shownText(actual),
  });
}

function shownText(value: Json): string | null {
  if (value === null) return null;
  return typeof value === "string" ? value : JSON.stringify(value);
}
