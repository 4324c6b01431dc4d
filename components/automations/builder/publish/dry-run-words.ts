import type { Tone } from "#components/ui/tone.ts";
import type { DryRunDto } from "#lib/automations/trying/try-schema.ts";

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
    return { tone: "info", title: "There is no event of this type yet", lines: ["Nothing to try it on."] };
  }
  const stay = same === 1 ? "1 stays as it is" : `${same} stay as they are`;
  const compared = `${stay}, ${changed} would change, ${failing} would fail, ${lost} would be lost.`;
  const first = `${newlyRun} would run, ${failing} would fail, ${same} would be left out.`;
  return {
    tone: failing > 0 || lost > 0 ? "warning" : "success",
    title: events === 1 ? "Tried on 1 event" : `Tried on ${events} events`,
    lines: [
      liveVersion === null ? first : compared,
      ...(liveVersion !== null && newlyRun > 0 ? [`${newlyRun} more would run.`] : []),
      ...(isWhole ? [] : ["There was no time to try the others."]),
    ],
  };
}
