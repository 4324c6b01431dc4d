import type { DayCount } from "#lib/automations/summary/summary-schema.ts";
import { automations as t } from "#lib/words/en/screens/automations.ts";

/** What the bars of runs show, in a sentence: "37 runs in 14 days, 2 failed; 5 today". */
export function sparkText(days: readonly DayCount[]): string {
  const failed = days.reduce((sum, day) => sum + day.failed, 0);
  const runs = days.reduce((sum, day) => sum + day.done, failed);
  if (runs === 0) return t("spark_text_no_run_count_days", { count: days.length });
  const today = days.at(-1);
  return t("spark_text_runs", {
    runs,
    count: days.length,
    failed,
    today: today ? today.done + today.failed : 0,
  });
}
