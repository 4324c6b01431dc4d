import type { Tone } from "#components/ui/tone.ts";
import type { TriedStepDto } from "#lib/automations/trying/try-schema.ts";

const outcomes = {
  sent: { tone: "success", word: "Would be done" },
  review: { tone: "info", word: "Would wait for approval" },
  off: { tone: "neutral", word: "Off" },
  not_met: { tone: "neutral", word: "Would be skipped" },
  fails: { tone: "danger", word: "Would fail" },
} as const satisfies Record<TriedStepDto["outcome"], { tone: Tone; word: string }>;

/** What would become of a step, in words: what is not reached would not be done, whatever it would send. */
export function outcomeWords({ outcome, isReached }: Pick<TriedStepDto, "outcome" | "isReached">): {
  tone: Tone;
  word: string;
} {
  return isReached ? outcomes[outcome] : { tone: "neutral", word: "Would not be reached" };
}
