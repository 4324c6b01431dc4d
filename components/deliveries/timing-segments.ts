import type { TimingSegment } from "#components/ui/timing-bar.tsx";
import type { TimingDto } from "#lib/deliveries/schema.ts";
import { deliveriesDetail as t } from "#lib/words/en/screens/deliveries-detail.ts";

/**
 * Where an attempt's time went, in the order it happened. What is left after the measured parts was the reading of the
 * answer where one began, and fruitless waiting where none did.
 */
export function timingSegments(timing: TimingDto): TimingSegment[] {
  const measured = [
    { name: t("timing_segments_find_address"), ms: timing.dnsMs },
    { name: t("timing_segments_connect"), ms: timing.connectMs },
    { name: t("timing_segments_secure_line"), ms: timing.tlsMs },
    { name: t("timing_segments_wait_answer"), ms: timing.firstByteMs },
  ].flatMap(({ name, ms }) => (ms === null ? [] : [{ name, ms }]));
  const restMs = timing.totalMs - measured.reduce((sum, segment) => sum + segment.ms, 0);
  if (restMs <= 0) return measured;
  const restName =
    timing.firstByteMs === null ? t("timing_segments_waited_vain") : t("timing_segments_read_answer");
  return [...measured, { name: restName, ms: restMs }];
}
