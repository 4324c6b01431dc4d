import type { TimingSegment } from "#components/ui/timing-bar.tsx";
import type { TimingDto } from "#lib/deliveries/schema.ts";

/**
 * Where an attempt's time went, in the order it happened. What is left after the measured parts was the reading of the
 * answer where one began, and fruitless waiting where none did.
 */
export function timingSegments(timing: TimingDto): TimingSegment[] {
  const measured = [
    { name: "Find the address", ms: timing.dnsMs },
    { name: "Connect", ms: timing.connectMs },
    { name: "Secure the line", ms: timing.tlsMs },
    { name: "Wait for the answer", ms: timing.firstByteMs },
  ].flatMap(({ name, ms }) => (ms === null ? [] : [{ name, ms }]));
  const restMs = timing.totalMs - measured.reduce((sum, segment) => sum + segment.ms, 0);
  if (restMs <= 0) return measured;
  const restName = timing.firstByteMs === null ? "Waited in vain" : "Read the answer";
  return [...measured, { name: restName, ms: restMs }];
}
