import { durationText } from "#components/ui/time-text.ts";
import { webhooks as t } from "#lib/words/en/screens/webhooks.ts";
import { roughSpanText } from "#lib/words/span-text.ts";
import { listText } from "#lib/words/texts/list-text.ts";

/**
 * A retry schedule in words: "Again after 5 s, 5 min and 30 min: 4 attempts over about 35 minutes.".
 * @param scheduleSeconds the wait before the second attempt, the third, and so on
 */
export function retrySentence(scheduleSeconds: readonly number[]): string {
  if (scheduleSeconds.length === 0) return t("retry_sentence_one_attempt_no_further");
  const waits = scheduleSeconds.map((seconds) => durationText(seconds * 1_000));
  return t("retry_sentence_again_after", {
    waits: listText(waits),
    attempts: attemptsText(scheduleSeconds),
  });
}

/** How often and how long is tried: "8 attempts over about 28 hours". */
export function attemptsText(scheduleSeconds: readonly number[]): string {
  if (scheduleSeconds.length === 0) return t("attempts_text_1_attempt");
  const totalSeconds = scheduleSeconds.reduce((sum, seconds) => sum + seconds, 0);
  return t("attempts_text_over", {
    value: scheduleSeconds.length + 1,
    roughSpanText: roughSpanText(totalSeconds),
  });
}
