import type { Tone } from "#components/ui/tone.ts";
import type { DryRunDto } from "#lib/automations/trying/try-schema.ts";
import { automationsBuilderPublish as t } from "#lib/words/en/screens/automations-builder-publish.ts";

/** What a dry run came to: "14 would change, 2 would fail, 0 would be lost". */
export function dryRunWords({
  totals,
  isWhole,
  liveVersion,
}: Pick<DryRunDto, "totals" | "isWhole" | "liveVersion">): {
  tone: Tone;
  title: string;
  lines: string[];
} {
  const { events, same, changed, failing, lost, newlyRun } = totals;
  if (events === 0) {
    return { tone: "info", title: t("dry_run_words_title"), lines: [t("dry_run_words_nothing_try")] };
  }
  const compared = t("dry_run_words_compared", { same, changed, failing, lost });
  const first = t("dry_run_words_first", { newlyRun, failing, same });
  return {
    tone: failing > 0 || lost > 0 ? "warning" : "success",
    title: t("dry_run_words_events_plural_one_tried", { events }),
    lines: [
      liveVersion === null ? first : compared,
      ...(liveVersion !== null && newlyRun > 0
        ? [t("dry_run_words_newlyrun_more_would_run", { newlyRun })]
        : []),
      ...(isWhole ? [] : [t("dry_run_words_there_was_no_time")]),
    ],
  };
}
