import type { Tone } from "#components/ui/tone.ts";
import type { AttemptDto } from "#lib/deliveries/schema.ts";
import { webhooksDetailBrowser as t } from "#lib/words/en/screens/webhooks-detail-browser.ts";

/** What came of an attempt, in a word or two. */
export function attemptWords({ outcome, trigger }: Pick<AttemptDto, "outcome" | "trigger">): {
  tone: Tone;
  word: string;
} {
  if (outcome === "delivered") return { tone: "success", word: t("attempt_words_delivered") };
  if (outcome === "retrying") return { tone: "warning", word: t("attempt_words_failed") };
  return {
    tone: "danger",
    word: trigger === "test" ? t("attempt_words_failed") : t("attempt_words_failed_good"),
  };
}

/** The parts of an attempt's time that were measured, in the order they happened. */
export function timingSegments(timing: AttemptDto["timing"]): { name: string; ms: number }[] {
  const { dnsMs, connectMs, tlsMs, firstByteMs } = timing;
  const parts = [
    { name: t("timing_segments_name_look_up"), ms: dnsMs },
    { name: t("timing_segments_connect"), ms: connectMs },
    { name: t("timing_segments_secure"), ms: tlsMs },
    { name: t("timing_segments_answer"), ms: firstByteMs },
  ];
  return parts.flatMap(({ name, ms }) => (ms === null ? [] : [{ name, ms }]));
}
