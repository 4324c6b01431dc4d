import { counted } from "#components/webhooks/figures.ts";
import type { DayCount } from "#lib/automations/summary/summary-schema.ts";

/** What the bars of runs show, in a sentence: "37 runs in 14 days, 2 failed; 5 today". */
export function sparkText(days: readonly DayCount[]): string {
  const failed = days.reduce((sum, day) => sum + day.failed, 0);
  const runs = days.reduce((sum, day) => sum + day.done, failed);
  if (runs === 0) return `No run in ${days.length} days`;
  const today = days.at(-1);
  const bad = failed === 0 ? "" : `, ${failed.toLocaleString("en-GB")} failed`;
  return `${counted(runs, "run")} in ${days.length} days${bad}; ${(today ? today.done + today.failed : 0).toLocaleString("en-GB")} today`;
}
