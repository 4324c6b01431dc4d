import type { Tone } from "#components/ui/tone.ts";
import type { EventDto } from "#lib/events/schema.ts";

/** What came of an event's deliveries in a few words: the worst first, because that is what needs someone. */
export function deliveriesOutcome(counts: EventDto["deliveries"]): { tone: Tone; text: string } {
  const { total, delivered, pending, failed, cancelled } = counts;
  if (total === 0) return { tone: "neutral", text: "Not sent anywhere" };
  const tone = failed > 0 ? "danger" : pending > 0 ? "warning" : delivered > 0 ? "success" : "neutral";
  if (delivered === total) return { tone, text: total === 1 ? "Delivered" : `Delivered to all ${total}` };
  const parts = [
    failed > 0 && `${failed} failed`,
    pending > 0 && `${pending} waiting`,
    delivered > 0 && `${delivered} delivered`,
    cancelled > 0 && `${cancelled} cancelled`,
  ].filter((part) => part !== false);
  return { tone, text: parts.join(", ") };
}
