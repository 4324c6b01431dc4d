import { moneyText } from "#components/integrations/sync/money-text.ts";
import { durationText } from "#components/ui/time-text.ts";
import type { Step } from "#lib/automations/definition-schema.ts";

/** What is particular about how a step is run, a sentence each; none for one that is simply done. */
export function stepOptions({
  mode,
  limit,
  freshForSeconds,
  mustReach,
}: Pick<Step, "mode" | "limit" | "freshForSeconds" | "mustReach">): string[] {
  return [
    ...(mode === "review" && limit === null ? ["It is prepared, and done once somebody says yes."] : []),
    ...(limit === null
      ? []
      : [
          `Up to ${moneyText({ minor: limit.amount, currency: limit.currency })} it is done at once; above that somebody has to say yes.`,
        ]),
    ...(freshForSeconds === null
      ? []
      : [`It is skipped once the event is older than ${spanText(freshForSeconds)}.`]),
    ...(mustReach === null
      ? []
      : [
          `If it is not done within ${spanText(mustReach.withinSeconds)}, ${
            mustReach.otherwise === null ? "you get an email" : "another way is taken"
          }, and the overview says so.`,
        ]),
  ];
}

/** "20 minutes", "1 hour", "90 seconds". */
export function spanText(seconds: number): string {
  for (const [unit, length] of [
    ["day", 86_400],
    ["hour", 3_600],
    ["minute", 60],
  ] as const) {
    if (seconds >= length && seconds % length === 0) {
      const count = seconds / length;
      return `${count} ${unit}${count === 1 ? "" : "s"}`;
    }
  }
  return seconds < 120 ? `${seconds} second${seconds === 1 ? "" : "s"}` : durationText(seconds * 1_000);
}
