import type { FailedComparison } from "#lib/automations/conditions/condition-outcome.ts";
import { describePlace } from "#lib/automations/mapping/read-source.ts";
import { keptText } from "#lib/automations/words/kept-comparison.ts";
import type { Message } from "#lib/failures/message.ts";
import { say } from "#lib/failures/say.ts";

/** The comparison that ended a run, as its rows keep it: without the value, which is the event's. */
export function unmetMessage({ source, comparison, expected }: FailedComparison): Message {
  return say("condition_not_met", { ...describePlace(source), comparison, expected: keptText(expected) });
}
