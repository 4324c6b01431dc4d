import type { Tone } from "#components/ui/tone.ts";
import { counted } from "#components/webhooks/figures.ts";
import type { BulkReplayDto, StepEffect } from "#lib/automations/replays/replay-schema.ts";

/** What a replay does with a step, in a word with its tone. */
export const effectWords = {
  reuses: { tone: "success", word: "Kept, not done again" },
  runs: { tone: "progress", word: "Will be done" },
  mayRepeat: { tone: "warning", word: "May be done twice" },
  finds: { tone: "success", word: "Found, not done twice" },
  skips: { tone: "neutral", word: "Skipped" },
} as const satisfies Record<StepEffect, { tone: Tone; word: string }>;

const verbs = {
  reuses: "kept",
  runs: "to be done",
  mayRepeat: "may be done twice",
  finds: "found, not done twice",
  skips: "skipped",
} as const satisfies Record<StepEffect, string>;

/** What many replays do with one step: "12 to be done, 3 kept". What may be done twice stands first. */
export function effectCounts(step: Pick<BulkReplayDto["steps"][number], StepEffect>): string {
  const order = ["mayRepeat", "runs", "finds", "reuses", "skips"] as const;
  const parts = order
    .filter((effect) => step[effect] > 0)
    .map((effect) => `${step[effect]} ${verbs[effect]}`);
  return parts.length === 0 ? "nothing" : parts.join(", ");
}

/** "12 failed runs", and which of them cannot be replayed. */
export function plannedRuns({
  runs,
  hasMore,
  withoutData,
}: Pick<BulkReplayDto, "runs" | "hasMore" | "withoutData">) {
  const lost =
    withoutData === 0
      ? ""
      : ` ${counted(withoutData, "further one is", "further ones are")} too old: the events' data is not kept any more.`;
  const more = hasMore ? " There are more: these are the newest." : "";
  return `${counted(runs, "failed run")}.${more}${lost}`;
}
