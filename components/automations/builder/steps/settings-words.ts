import type { Step } from "#lib/automations/definition-schema.ts";

/** How long a step can make sense, as choices of seconds. */
export const freshnessChoices: readonly { seconds: number | null; label: string }[] = [
  { seconds: null, label: "However late it is" },
  { seconds: 5 * 60, label: "For 5 minutes" },
  { seconds: 20 * 60, label: "For 20 minutes" },
  { seconds: 60 * 60, label: "For 1 hour" },
  { seconds: 6 * 60 * 60, label: "For 6 hours" },
  { seconds: 24 * 60 * 60, label: "For 1 day" },
  { seconds: 7 * 24 * 60 * 60, label: "For 7 days" },
];

/** How soon a step has to have reached someone. */
export const reachChoices: readonly { seconds: number; label: string }[] = [
  { seconds: 30, label: "30 seconds" },
  { seconds: 60, label: "1 minute" },
  { seconds: 2 * 60, label: "2 minutes" },
  { seconds: 5 * 60, label: "5 minutes" },
  { seconds: 15 * 60, label: "15 minutes" },
  { seconds: 60 * 60, label: "1 hour" },
];

const units = [
  { seconds: 24 * 60 * 60, one: "day", many: "days" },
  { seconds: 60 * 60, one: "hour", many: "hours" },
  { seconds: 60, one: "minute", many: "minutes" },
] as const;

/** "20 minutes"; what is no whole number of any unit is told in seconds. */
function durationWords(seconds: number): string {
  const unit = units.find((one) => seconds % one.seconds === 0);
  if (!unit) return seconds === 1 ? "1 second" : `${seconds} seconds`;
  const count = seconds / unit.seconds;
  return `${count} ${count === 1 ? unit.one : unit.many}`;
}

const modes = { live: "done at once", review: "asks first", off: "off" } as const;

/** What is set of a step, in a line. */
export function settingsWords({ mode, freshForSeconds, condition, mustReach }: Step): string {
  return [
    modes[mode],
    ...(freshForSeconds === null ? [] : [`for ${durationWords(freshForSeconds)}`]),
    ...(condition === null ? [] : ["with a condition"]),
    ...(mustReach === null ? [] : [`must arrive within ${durationWords(mustReach.withinSeconds)}`]),
  ].join(" · ");
}

/** The choices, and the value itself where it is none of them. */
export function withOwn<Choice extends { seconds: number | null; label: string }>(
  choices: readonly Choice[],
  seconds: number | null,
): { value: string; label: string }[] {
  const options = choices.map((choice) => ({ value: String(choice.seconds), label: choice.label }));
  const isKnown = choices.some((choice) => choice.seconds === seconds);
  return isKnown || seconds === null
    ? options
    : [...options, { value: String(seconds), label: durationWords(seconds) }];
}
