import type { Tone } from "#components/ui/tone.ts";
import type { AttemptDto } from "#lib/deliveries/schema.ts";

/** What came of an attempt, in a word or two. */
export function attemptWords({ outcome, trigger }: Pick<AttemptDto, "outcome" | "trigger">): {
  tone: Tone;
  word: string;
} {
  if (outcome === "delivered") return { tone: "success", word: "Delivered" };
  if (outcome === "retrying") return { tone: "warning", word: "Failed" };
  return { tone: "danger", word: trigger === "test" ? "Failed" : "Failed for good" };
}

/** The parts of an attempt's time that were measured, in the order they happened. */
export function timingSegments(timing: AttemptDto["timing"]): { name: string; ms: number }[] {
  const { dnsMs, connectMs, tlsMs, firstByteMs } = timing;
  const parts = [
    { name: "Name look-up", ms: dnsMs },
    { name: "Connect", ms: connectMs },
    { name: "Secure", ms: tlsMs },
    { name: "Answer", ms: firstByteMs },
  ];
  return parts.flatMap(({ name, ms }) => (ms === null ? [] : [{ name, ms }]));
}
