import type { Tone } from "#components/ui/tone.ts";
import type { TriedStepDto } from "#lib/automations/trying/try-schema.ts";
import { automationsPreview as t } from "#lib/words/en/screens/automations-preview.ts";

const outcomes = () =>
  ({
    sent: { tone: "success", word: t("outcomes_would_done") },
    review: { tone: "info", word: t("outcomes_would_wait_approval") },
    off: { tone: "neutral", word: t("outcomes_off") },
    not_met: { tone: "neutral", word: t("outcomes_would_skipped") },
    fails: { tone: "danger", word: t("outcomes_would_fail") },
  }) as const satisfies Record<TriedStepDto["outcome"], { tone: Tone; word: string }>;

/** What would become of a step, in words: what is not reached would not be done, whatever it would send. */
export function outcomeWords({ outcome, isReached }: Pick<TriedStepDto, "outcome" | "isReached">): {
  tone: Tone;
  word: string;
} {
  return isReached ? outcomes()[outcome] : { tone: "neutral", word: t("outcome_words_would_not_reached") };
}
