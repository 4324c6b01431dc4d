import { durationText } from "#components/ui/time-text.ts";
import { roughSpanText } from "#lib/words/span-text.ts";

/**
 * A retry schedule in words: "again after 5 s, 5 min and 30 min: 4 attempts over about 35 minutes".
 * @param scheduleSeconds the wait before the second attempt, the third, and so on
 */
export function retrySentence(scheduleSeconds: readonly number[]): string {
  if (scheduleSeconds.length === 0) return "one attempt, and no further one if it fails";
  const waits = scheduleSeconds.map((seconds) => durationText(seconds * 1_000));
  return `again after ${inSeries(waits)}: ${attemptsText(scheduleSeconds)}`;
}

/** How often and how long is tried: "8 attempts over about 28 hours". */
export function attemptsText(scheduleSeconds: readonly number[]): string {
  if (scheduleSeconds.length === 0) return "1 attempt";
  const totalSeconds = scheduleSeconds.reduce((sum, seconds) => sum + seconds, 0);
  return `${scheduleSeconds.length + 1} attempts over ${roughSpanText(totalSeconds)}`;
}

function inSeries(words: readonly string[]): string {
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
}

/** The sentence with a capital letter and a full stop, to stand alone. */
export function asSentence(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
}
