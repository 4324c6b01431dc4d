import type { Tone } from "#components/ui/tone.ts";
import type { BulkReplayDto, StepEffect } from "#lib/automations/replays/replay-schema.ts";
import { automationsReplay as t } from "#lib/words/en/screens/automations-replay.ts";
import { joinSentences } from "#lib/words/texts/join-sentences.ts";

/** What a replay does with a step, in a word with its tone. */
export const effectWords = () =>
  ({
    reuses: { tone: "success", word: t("effect_words_kept_not_done_again") },
    runs: { tone: "progress", word: t("effect_words_will_done") },
    mayRepeat: { tone: "warning", word: t("effect_words_may_done_twice") },
    finds: { tone: "success", word: t("effect_words_found_not_done_twice") },
    skips: { tone: "neutral", word: t("effect_words_skipped") },
  }) as const satisfies Record<StepEffect, { tone: Tone; word: string }>;

/** What many replays do with one step: "12 to be done, 3 kept". What may be done twice stands first. */
export function effectCounts(step: Pick<BulkReplayDto["steps"][number], StepEffect>): string {
  const order = ["mayRepeat", "runs", "finds", "reuses", "skips"] as const;
  const parts = order
    .filter((effect) => step[effect] > 0)
    .map((effect) => t("effect_counts_effect", { count: step[effect], effect }));
  return parts.length === 0 ? t("effect_counts_nothing") : parts.join(", ");
}

/** "12 failed runs", and which of them cannot be replayed. */
export function plannedRuns({
  runs,
  hasMore,
  withoutData,
}: Pick<BulkReplayDto, "runs" | "hasMore" | "withoutData">) {
  return joinSentences(
    t("planned_runs_runs", { runs }),
    hasMore && t("planned_runs_there_more_these_newest"),
    withoutData > 0 && t("planned_runs_withoutdata_too_old_events", { withoutData }),
  );
}
