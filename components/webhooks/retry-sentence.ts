import { durationText } from "#components/ui/time-text.ts";

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
  return `${scheduleSeconds.length + 1} attempts over ${spanText(totalSeconds)}`;
}

/** A span as people say it: "110 seconds", "about 35 minutes", "about 28 hours", "4 days". */
export function spanText(seconds: number): string {
  const [size, unit] = spanUnits.find(([, , until]) => seconds < until) ?? [24 * hour, "day"];
  const count = Math.round(seconds / size);
  const text = `${count} ${unit}${count === 1 ? "" : "s"}`;
  return count * size === seconds ? text : `about ${text}`;
}

const minute = 60;
const hour = 60 * minute;
const spanUnits = [
  [1, "second", 2 * minute],
  [minute, "minute", 2 * hour],
  [hour, "hour", 72 * hour],
] as const;

function inSeries(words: readonly string[]): string {
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
}

/** The sentence with a capital letter and a full stop, to stand alone. */
export function asSentence(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
}
