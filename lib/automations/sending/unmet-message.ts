import type { FailedComparison } from "#lib/automations/conditions/condition-outcome.ts";
import type { Json } from "#lib/automations/mapping/mapping-schema.ts";
import type { Message } from "#lib/failures/message.ts";
import { say } from "#lib/failures/say.ts";
import { formatPath } from "#lib/parse.ts";

/** The comparison that ended a run, with the value that it met. */
export function unmetMessage({ source, comparison, expected, actual }: FailedComparison): Message {
  return say("condition_not_met", {
    from: source.kind === "result" ? "step" : "event",
    field: formatPath(source.path),
    step: source.kind === "result" ? source.step : null,
    comparison,
    expected: shownText(expected),
    actual: shownText(actual),
  });
}

function shownText(value: Json): string | null {
  if (value === null) return null;
  return typeof value === "string" ? value : JSON.stringify(value);
}
